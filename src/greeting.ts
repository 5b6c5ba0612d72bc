import type { INestApplicationContext } from '@nestjs/common';
import type { Clock } from './domain/clock.js';
import { StatusService, type Coming, type Status } from './report/status.service.js';
import { longMoment } from './notice/letter/words/dates.js';
import { CLOCK } from './platform/clock.js';
import type { Settings } from './platform/settings.js';
import { noticeKinds, phaseMoves } from './web/words/status.js';
import type { Servers } from './servers.js';

/** Five lines: what runs, where, and what will happen next and when. */
export async function greeting(
  app: INestApplicationContext,
  settings: Settings,
  { inbox, link }: Pick<Servers, 'inbox'> & { readonly link: string | null },
): Promise<string[]> {
  const page = `http://${settings.host}:${settings.port}`;
  const [status] = await app.get(StatusService, { strict: false }).all();
  const zone = status?.cycle.zone ?? 'UTC';
  const now = longMoment(app.get<Clock>(CLOCK, { strict: false }).now(), zone);
  const entrance = link && !settings.production ? `, masuk sebagai koordinator: ${link}` : '';
  return [
    `Siklus     ${settings.role === 'worker' ? 'pekerja antrean (ROLE=worker)' : page}${entrance}`,
    `Basis data ${database(settings.databaseUrl)}, antrean ${settings.redisUrl ? 'BullMQ' : 'di dalam proses'}`,
    `Surel      ${inbox ? `ditangkap, tidak ada yang keluar: ${page}/#kotak-surat` : 'dikirim lewat SMTP_URL'}`,
    `Jam        ${now}${settings.production ? '' : ' (peragaan, dapat dimajukan)'}`,
    `Berikutnya ${next(status)}`,
  ];
}

function database(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `PostgreSQL ${hostname}:${port || '5432'}${pathname}`;
}

function next(status: Status | undefined): string {
  if (!status) return 'belum ada siklus; muat dengan: npm run -s siklus -- load --help';
  const [coming] = status.coming;
  if (!coming) return 'tidak ada lagi yang dijadwalkan';
  return `${longMoment(coming.at, status.cycle.zone)}: ${happens(coming)}`;
}

function happens({ moves, notices, mails }: Coming): string {
  const parts = [
    ...moves.map(({ phase, to }) => `${phase.title} ${phaseMoves.id[to]}`),
    ...notices.map(
      ({ kind, offset, phase }) => `${noticeKinds.id[kind]} ${offset ?? ''} ${phase.title}`,
    ),
    ...(mails > 0 ? [`${mails} surel`] : []),
  ];
  return parts.map((part) => part.replace(/ +/g, ' ')).join(', ');
}
