// 10,000 mails as the outbox holds them before anybody sends: the reminder H-7 of a city with so many units.
import { NestFactory } from '@nestjs/core';
import { Temporal } from 'temporal-polyfill';
import { AppModule } from '../../../dist/src/app.module.js';
import { loadCycle } from '../../../dist/src/cycle/cycle-file.js';
import { CycleService } from '../../../dist/src/cycle/cycle.service.js';
import { SimulatedClock } from '../../../dist/src/domain/clock.js';
import { TickService } from '../../../dist/src/engine/tick.service.js';
import { DISPATCHER } from '../../../dist/src/notice/dispatcher.js';
import { SmtpTransport } from '../../../dist/src/notice/smtp.transport.js';
import { loadPeople } from '../../../dist/src/people/people-file.js';
import { ConfigFolder } from '../../../dist/src/platform/config-folder.js';

const before = Temporal.Instant.from('2025-08-31T07:00:00+07:00');
/** Seven days before the deadline of the self-assessment. */
export const due = Temporal.Instant.from('2025-09-23T08:00:00+07:00');

/** Leaves that many mails waiting in the database. */
export async function fillOutbox(settings, mails) {
  const clock = new SimulatedClock(before);
  const app = await started(settings, clock);
  const folder = new ConfigFolder(settings.configFolder);
  const { plan, phases } = loadCycle(folder, 'spbe-2025');
  const people = { ...loadPeople(folder, 'pekalongan'), ...unitsOf(mails) };
  await app.get(CycleService).load({ plan, phases, people }, 'bench');
  clock.moveTo(due);
  await app.get(TickService).tickAll();
  await app.close();
}

/** What nodemailer would be given for each of them. */
export async function contentsOf(settings) {
  const app = await started(settings, new SimulatedClock(due));
  const contents = [];
  app.get(SmtpTransport).send = (mail, outstanding) => {
    contents.push(mail);
    return Promise.resolve({ accepted: outstanding, refused: [] });
  };
  await app.get(DISPATCHER).dispatch();
  await app.close();
  return contents;
}

export function started(settings, clock) {
  return NestFactory.createApplicationContext(AppModule.stepped(settings, clock), {
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
}

/** Each with a head and one admin, and nobody who assesses them. @param domain of which each has a part of its own */
export function unitsOf(count, domain = 'example.test') {
  const units = Array.from({ length: count }, (_, index) => ({
    code: `OPD-${index + 1}`,
    name: `Perangkat Daerah ${index + 1}`,
    head: { name: `Kepala ${index + 1}`, email: `kepala@opd${index + 1}.${domain}` },
    admins: [{ name: `Admin ${index + 1}`, email: `admin@opd${index + 1}.${domain}` }],
    retired: false,
  }));
  return { units, assessors: [], assignments: [] };
}
