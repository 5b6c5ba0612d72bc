import { person, unit as dinas } from '../domain/people.js';
import { Office } from './office.js';
import { coordinator, deputy, dinkes, dlh, during, smallCity } from './small-city.js';
import { pdf } from './uploading.js';
import type { Refused } from './work.js';

export interface RequestJson {
  readonly id: string;
  readonly phase: string;
  readonly unit: string;
  readonly state: string;
  readonly asks: boolean;
  readonly wish: string;
  readonly granted: string | null;
  readonly decidedBy: string | null;
  readonly note: string;
}

export interface Asking {
  readonly by?: string;
  readonly unit?: string;
  readonly phase?: string;
  readonly closes?: string;
  readonly reason?: string;
  readonly letter?: string;
}

/** DINKES asks for three working days more, unless the spec says otherwise. */
export async function ask(office: Office, { by = dinkes, unit = 'DINKES', ...more }: Asking = {}) {
  const fields = {
    phase: 'mandiri',
    closes: '2025-09-17',
    reason: 'Kebakaran ruang arsip',
    letter: '060/040/IX/2025',
    ...more,
  };
  const file = { name: 'Surat permohonan.pdf', content: await pdf(`surat ${unit}`) };
  return office.upload(by, `/units/${unit}/extension-requests`, file, fields);
}

/** @returns its id */
export async function asked(office: Office, asking: Asking = {}): Promise<string> {
  const { status, body } = await ask(office, asking);
  if (status !== 201) throw new Error(`the request was refused: ${JSON.stringify(body)}`);
  return body.id;
}

export interface ShownJson {
  readonly shown: string;
  readonly consequences: { readonly now: readonly { to: { email: string } }[] };
  readonly assessors: readonly object[];
}

/** As somebody who has seen what comes of it. */
export async function grant(office: Office, by: string, id: string, closes: string, note = '') {
  const path = `/extension-requests/${id}`;
  const { shown } = await office.done<ShownJson>(by, 'POST', `${path}/preview`, { closes });
  return office.ask<{ code?: string }>(by, 'POST', `${path}/grant`, { closes, shown, note });
}

export async function requestsOf(office: Office, email: string): Promise<RequestJson[]> {
  const { requests } = await office.done<{ requests: RequestJson[] }>(
    email,
    'GET',
    '/extension-requests',
  );
  return requests;
}

export const head = 'head@dinkes.test';
/** Who is a coordinator and an admin of DLH as well. */
export const both = 'rangkap@dlh.test';

/** Everybody assesses themselves until the 12th of September, a Friday; reviews are from the 15th to the 19th. */
export async function askingCity(): Promise<Office> {
  const city = smallCity({
    coordinators: [person(coordinator), person(both)],
    units: [
      dinas('DINKES', { admins: [person(dinkes), person(deputy)] }),
      dinas('DLH', { admins: [person(dlh), person(both)] }),
      dinas('DINSOS'),
    ],
  });
  const office = await Office.open(city, during.beginning);
  await office.moveTo(during.selfAssessment);
  return office;
}

/** To whom mails went because of some work, with their subjects. */
export async function mailsOf(office: Office, work: () => Promise<unknown>): Promise<string[]> {
  const { inbox } = office.site;
  const { count } = inbox;
  await work();
  await office.moveTo(office.now.add({ minutes: 5 }));
  const sent = inbox.latest(inbox.count - count);
  return sent.map(({ to, subject }) => `${/<(.*)>/.exec(to)?.[1] ?? to} ${subject}`).sort();
}

/** `409 not_later` */
export async function refusedBy(
  answer: Promise<{ status: number; body: unknown }>,
): Promise<string> {
  const { status, body } = await answer;
  return `${status} ${(body as Refused).code}`;
}
