import type { MissedFate } from '../../../domain/outage.js';
import type { Language } from '../../language.js';

export type DelayCount = 'late' | 'waiting' | 'unreached' | 'dropped';

interface Words {
  readonly title: string;
  readonly system: string;
  readonly intro: string;
  readonly none: string;
  readonly recent: string;
  readonly newest: (count: number) => string;
  readonly duration: (days: number, hours: number, minutes: number) => string;
  readonly lasted: string;
  readonly lastTick: string;
  readonly moves: string;
  readonly mails: string;
  readonly noMoves: string;
  readonly noMails: string;
  readonly columns: Readonly<
    Record<'phase' | 'who' | 'to' | 'due' | 'recorded' | 'mail' | 'fate', string>
  >;
  readonly wholePhase: string;
  readonly opened: string;
  readonly fates: Readonly<Record<MissedFate, string>>;
  readonly merged: (into: string) => string;
  readonly mailServer: string;
  readonly mailIntro: string;
  readonly noDelays: string;
  readonly delayColumns: Readonly<Record<'since' | 'until' | 'mails' | 'answer', string>>;
  readonly goesOn: string;
  readonly delayed: Readonly<Record<DelayCount, (count: number) => string>>;
}

const id: Words = {
  title: 'Laporan gangguan',
  system: 'Sistem tidak berjalan',
  intro:
    'Setiap kali sistem tidak berjalan lebih dari 15 menit ketika ada yang jatuh waktu, yang terlambat dicatat di sini. Jeda siklus tidak dihitung sebagai gangguan.',
  none: 'Belum pernah ada gangguan.',
  recent: 'Ada gangguan layanan dalam tujuh hari terakhir. Lihat laporannya.',
  newest: (count) => `Hanya ${count} yang terbaru yang ditampilkan.`,
  duration: (days, hours, minutes) =>
    [
      [days, 'hari'],
      [hours, 'jam'],
      [minutes, 'menit'],
    ]
      .filter(([count]) => count !== 0)
      .map((part) => part.join(' '))
      .join(' '),
  lasted: 'Keterlambatan terlama',
  lastTick: 'Terakhir kali sistem bekerja pada siklus ini',
  moves: 'Tahap dan tugas yang terlambat berpindah status',
  mails: 'Surel yang jatuh waktu selama gangguan',
  noMoves: 'Tidak ada tahap atau tugas yang terlambat.',
  noMails: 'Tidak ada surel yang jatuh waktu.',
  columns: {
    phase: 'Tahap',
    who: 'OPD / asesor',
    to: 'Menjadi',
    due: 'Seharusnya',
    recorded: 'Dicatat',
    mail: 'Surel',
    fate: 'Yang terjadi',
  },
  wholePhase: 'Seluruh tahap',
  opened: 'Tahap dibuka',
  fates: {
    late: 'Disiapkan untuk dikirim begitu sistem kembali',
    merged: '',
    lapsed: 'Tidak dikirim: tidak lagi sesuai dengan status tugas ketika sistem kembali',
    excused: 'Tidak dikirim: tidak ada yang perlu dijawab',
  },
  merged: (into) => `Digabung ke yang terbaru (${into})`,
  mailServer: 'Server surel tidak menjawab',
  mailIntro:
    'Waktu ketika server surel tidak menjawab, atau menolak untuk sementara, sehingga surel tertahan lebih dari 15 menit. Surel dicoba lagi sampai 24 jam, lalu dinyatakan gagal. Jawaban server hanya tersimpan dari surel yang belum terkirim.',
  noDelays: 'Tidak ada surel yang tertahan lebih dari 15 menit.',
  delayColumns: { since: 'Dari', until: 'Sampai', mails: 'Surel', answer: 'Jawaban terakhir' },
  goesOn: 'Masih berlangsung',
  delayed: {
    late: (count) => `${count} terlambat terkirim`,
    waiting: (count) => `${count} masih menunggu`,
    unreached: (count) => `${count} gagal atau ditolak`,
    dropped: (count) => `${count} tidak dikirim karena tidak lagi berlaku`,
  },
};

const en: Words = {
  title: 'Outages',
  system: 'The system did not run',
  intro:
    'Whenever the system did not run for more than 15 minutes while something fell due, what came late is recorded here. A pause of the cycle is no outage.',
  none: 'There has been no outage.',
  recent: 'There was an outage within the last seven days. See the report.',
  newest: (count) => `Only the newest ${count} are shown.`,
  duration: (days, hours, minutes) =>
    [
      [days, days === 1 ? 'day' : 'days'],
      [hours, hours === 1 ? 'hour' : 'hours'],
      [minutes, minutes === 1 ? 'minute' : 'minutes'],
    ]
      .filter(([count]) => count !== 0)
      .map((part) => part.join(' '))
      .join(' '),
  lasted: 'Longest delay',
  lastTick: 'The system last worked on this cycle',
  moves: 'Phases and tasks that changed their state late',
  mails: 'Mails that fell due during the outage',
  noMoves: 'No phase and no task was late.',
  noMails: 'No mail fell due.',
  columns: {
    phase: 'Phase',
    who: 'Unit / assessor',
    to: 'Became',
    due: 'Due',
    recorded: 'Recorded',
    mail: 'Mail',
    fate: 'What became of it',
  },
  wholePhase: 'The whole phase',
  opened: 'Phase opened',
  fates: {
    late: 'Made ready to be sent when the system came back',
    merged: '',
    lapsed: 'Not sent: it no longer fitted the state of the task when the system came back',
    excused: 'Not sent: there is nothing to answer',
  },
  merged: (into) => `Merged into the latest (${into})`,
  mailServer: 'The mail server did not answer',
  mailIntro:
    'When the mail server did not answer, or refused for the moment, so that mails waited for more than 15 minutes. Mails are tried again for 24 hours; then they have failed. Answers of the server are kept of mails that have not been sent only.',
  noDelays: 'No mail has waited for more than 15 minutes.',
  delayColumns: { since: 'From', until: 'Until', mails: 'Mails', answer: 'Last answer' },
  goesOn: 'Not over yet',
  delayed: {
    late: (count) => `${count} delivered late`,
    waiting: (count) => `${count} still waiting`,
    unreached: (count) => `${count} failed or refused`,
    dropped: (count) => `${count} not sent, being no longer true`,
  },
};

export const outageWords: Readonly<Record<Language, Words>> = { id, en };
