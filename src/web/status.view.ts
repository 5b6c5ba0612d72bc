import { longDate, longMoment } from '../notice/letter/words/dates.js';
import { html, type Html } from '../platform/html.js';
import type { Coming, PhaseStatus, Status } from '../report/status.service.js';
import { cycleStates, mailStates, noticeKinds, phaseMoves, phaseStates } from './words/status.js';

export function statusView({ cycle, now, phases, coming, mails }: Status): Html {
  const { zone } = cycle;
  return html`<section>
    <h1>${cycle.title}</h1>
    <p class="now">
      <strong>${longMoment(now, zone)}</strong> · ${cycleStates[cycle.state]}
      ${cycle.target && html` · target indeks ${cycle.target.replace('.', ',')}`}
    </p>
    <h2>Tahap</h2>
    <div class="scroll" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">Tahap</th>
            <th scope="col">Status</th>
            <th scope="col">Dibuka</th>
            <th scope="col">Paling lambat</th>
            <th scope="col">Selesai</th>
            <th scope="col">Belum</th>
            <th scope="col">Terlambat</th>
          </tr>
        </thead>
        <tbody>
          ${phases.map((phase) => phaseRow(phase, zone))}
        </tbody>
      </table>
    </div>
    <h2>Jadwal berikutnya</h2>
    ${comingList(coming, status(cycle.state), zone)}
    <h2>Surel</h2>
    <p>${mailCounts(mails)}</p>
  </section>`;
}

export function emptyView(): Html {
  return html`<section>
    <h1>Belum ada siklus</h1>
    <p>Muat berkas siklus dan daftar OPD lebih dahulu:</p>
    <pre>npm run -s siklus -- load --cycle spbe-2025 --people pekalongan</pre>
  </section>`;
}

function phaseRow(phase: PhaseStatus, zone: string): Html {
  return html`<tr>
    <th scope="row">${phase.title}</th>
    <td><span class="badge ${phase.state}">${phaseStates[phase.state]}</span></td>
    <td>${longDate(phase.opensAt.toZonedDateTimeISO(zone).toPlainDate())}</td>
    <td>${longDate(phase.closesOn)}</td>
    <td class="number">${phase.finished}</td>
    <td class="number">${phase.unfinished}</td>
    <td class="number ${phase.lapsed > 0 && 'late'}">${phase.lapsed}</td>
  </tr>`;
}

function comingList(coming: readonly Coming[], pause: string | null, zone: string): Html {
  if (coming.length === 0) return html`<p>${pause ?? 'Tidak ada lagi yang dijadwalkan.'}</p>`;
  return html`<ol class="coming">
    ${coming.map((each) => comingItem(each, zone))}
  </ol>`;
}

function comingItem({ at, moves, mails, notices }: Coming, zone: string): Html {
  const lines = [
    ...moves.map(({ phase, to }) => `${phase.title} ${phaseMoves[to] ?? to}`),
    ...notices.map(({ kind, offset, phase }) =>
      [noticeKinds[kind], offset, `untuk ${phase.title}`].filter((part) => part !== null).join(' '),
    ),
  ];
  return html`<li>
    <time datetime="${at.toString()}">${longMoment(at, zone)}</time>
    <ul>
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>
    ${mails > 0 && html`<p class="hint">${mails} surel</p>`}
  </li>`;
}

function status(state: Status['cycle']['state']): string | null {
  return state === 'paused'
    ? 'Siklus sedang dijeda: tidak ada yang berjalan sampai dilanjutkan.'
    : null;
}

function mailCounts(mails: Status['mails']): string {
  const states = Object.keys(mailStates) as (keyof typeof mailStates)[];
  const parts = states.filter((state) => mails[state] > 0);
  if (parts.length === 0) return 'Belum ada surel.';
  return parts.map((state) => `${mails[state]} ${mailStates[state]}`).join(' · ');
}
