import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { DeskService } from '../../src/assessment/desk.service.js';
import type { AssessmentCommand } from '../../src/domain/assessment/commands/command.js';
import type { Blueprint } from '../../src/domain/commands/adopt-blueprint.js';
import type { Unit } from '../../src/domain/people.js';
import { CommandService } from '../../src/engine/command.service.js';
import { Office } from '../api/office.js';
import { a1, coordinator, dinkes, dlh, during, smallCity } from '../api/small-city.js';
import { pdf } from '../api/uploading.js';
import { link, submit } from '../api/work.js';
import { mailTo } from '../engine/stage.js';

/** Each names where it was written, so that a page shows which ones it holds. */
export function hostile(where: string): string {
  return `'"><script>alert("${where}")</script><img src=x onerror="a()"> & =1+1 \u202e ${where}`;
}

/** As a text has to stand in a page. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

export const endless = 'W'.repeat(19_000);

export const hostileUrl = 'https://a.test/"><script>alert(1)</script>?a=1&b=javascript:';

/** The small city, whose every name means harm. */
function hostileCity(): Blueprint {
  const { plan, phases, people } = smallCity();
  const unit = (each: Unit): Unit => ({
    ...each,
    name: hostile(`unit ${each.code}`),
    head: each.head && { ...each.head, name: hostile('head') },
    admins: each.admins.map((person) => ({ ...person, name: hostile('admin') })),
  });
  return {
    plan: { ...plan, title: hostile('cycle') },
    phases: phases.map((phase) => ({ ...phase, title: hostile(`phase ${phase.code}`) })),
    people: {
      ...people,
      coordinators: people.coordinators.map((person) => ({ ...person, name: hostile('boss') })),
      units: people.units.map(unit),
      assessors: people.assessors.map((person) => ({ ...person, name: hostile('assessor') })),
    },
  };
}

/** In its review, which an outage began late, after everybody has written what they should not. Indicator 45 has a title of its own. */
export async function hostileOffice(): Promise<Office> {
  const office = await Office.open(hostileCity(), during.beginning);
  const does = performing(office);
  await office.site.catcher.set({ reject: ['admin@dlh.test'] });
  await office.moveTo(during.assignment);
  const own = { lead: 'DINKES', supports: ['DLH'], title: hostile('title') };
  await does(coordinator, { do: 'assignIndicator', indicator: 45, ...own });
  await does(coordinator, { do: 'assignIndicator', indicator: 1, ...own, title: null });
  await office.moveTo(during.selfAssessment);
  await link(office, { unit: 'DINKES', no: 45, level: 2 });
  await attach(office);
  await askForTime(office);
  await does(dinkes, { do: 'askNihil', indicator: 1, reason: hostile('nihil') });
  const texts = { fact: hostile('fact'), analysis: `${endless} ${hostile('analysis')}` };
  await does(dinkes, { do: 'saveAnswer', indicator: 45, version: 0, level: '2', ...texts });
  const said = { id: randomUUID(), indicator: 45, text: hostile('comment'), objection: false };
  await does(dinkes, { do: 'comment', ...said });
  await office.site.app.get(CommandService, { strict: false }).perform('kota-kecil', coordinator, {
    ...{ do: 'extend', phase: 'mandiri', unit: 'DLH', closes: '2025-09-15' },
    reason: hostile('reason'),
  } as never);
  await submit(office, 'DINKES', {});
  await office.comeBackAt(during.review);
  await judge(office);
  await fail(office);
  return office;
}

/** The first mail to an assessor, as a server refused it that answers what it likes. */
async function fail({ site }: Office): Promise<void> {
  await site.app.get(DataSource).query(
    `UPDATE mail SET state = 'failed', last_error = $1, attempts = 29,
       next_attempt_at = first_attempt_at + interval '23 hours', outstanding = ARRAY["to" ->> 'email']
     WHERE id = $2`,
    [hostile('server'), await mailTo(site.app, a1)],
  );
}

function performing(office: Office) {
  const desks = office.site.app.get(DeskService, { strict: false });
  return (who: string, command: AssessmentCommand): Promise<void> =>
    desks.perform('kota-kecil', who, command);
}

async function attach(office: Office): Promise<void> {
  const place = { unit: 'DINKES', level: 2 };
  const url = { ...place, name: hostile('link'), url: hostileUrl };
  await office.done(dinkes, 'POST', '/indicators/45/links', url);
  const file = { name: `${hostile('file').replaceAll('/', '')}.pdf`, content: await pdf('jahat') };
  const fields = { unit: 'DINKES', level: '2' };
  const { status } = await office.upload(dinkes, '/indicators/45/files', file, fields);
  if (status !== 201) throw new Error(`the file was refused: ${status}`);
}

async function askForTime(office: Office): Promise<void> {
  const file = {
    name: `${hostile('letter file').replaceAll('/', '')}.pdf`,
    content: await pdf('surat'),
  };
  const fields = {
    ...{ phase: 'mandiri', closes: '2025-09-17', letter: '<b>"1"</b>' },
    reason: hostile('wish'),
  };
  const path = '/units/DLH/extension-requests';
  const { status } = await office.upload(dlh, path, file, fields);
  if (status !== 201) throw new Error(`the request was refused: ${status}`);
}

async function judge(office: Office): Promise<void> {
  const { evidence } = await office.done<{ evidence: { id: string }[] }>(
    a1,
    'GET',
    '/indicators/45',
  );
  const verdict = { verdict: 'revisi', reason: 'tidak_tepat', note: hostile('verdict') };
  for (const { id } of evidence) {
    await office.done(a1, 'PUT', `/reviews/dokumen/DINKES/evidence/${id}`, verdict);
  }
  const body = { version: 0, level: '1', note: hostile('note'), finding: true };
  await office.done(a1, 'PUT', '/reviews/dokumen/DINKES/indicators/45', body);
}
