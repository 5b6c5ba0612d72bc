import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { JournalRow } from '../../src/cycle/journal.entity.js';
import { mailLine } from '../../src/engine/scenario/log.js';
import { Stepper } from '../../src/engine/stepper.js';
import { selfAssessment, september, wib } from '../engine/city.js';
import { load, outbox, step, type Stage } from '../engine/stage.js';

/** When the admin of each unit is written to; nothing else happens at that instant. */
export const opening = wib('2025-09-01T08:00');

/** When the admin of each unit is written to once more, with its head as cc. */
export const escalation = wib('2025-09-15T08:00');

/** An engine right before the opening. */
export async function engine(
  stage: Stage,
  units: number,
  smtpUrl = stage.catcher.url,
): Promise<INestApplicationContext> {
  const app = await stage.process({ smtpUrl });
  await load(app, september(units, [selfAssessment]));
  stage.clock.moveTo(opening);
  return app;
}

/** The same right before the escalation, with nothing sent so far. */
export async function engineAtEscalation(
  stage: Stage,
  units: number,
  smtpUrl = stage.catcher.url,
): Promise<INestApplicationContext> {
  const app = await engine(stage, units, smtpUrl);
  stage.clock.moveTo(escalation);
  return app;
}

export function settle(app: INestApplicationContext): Promise<void> {
  return app.get(Stepper).settle();
}

/** To the next instant at which something is due, which is the next attempt while a mail waits. */
export function next(app: INestApplicationContext, { clock }: Stage): Promise<boolean> {
  return step(app, clock, () => settle(app));
}

/** `admin@opd-1.test sent 2`: to whom, its state, and after how many attempts. */
export async function fates(app: INestApplicationContext): Promise<string[]> {
  return (await outbox(app)).map(({ to, state, attempts }) => `${to.email} ${state} ${attempts}`);
}

/** What coordinators have to see. */
export async function troubles(app: INestApplicationContext) {
  const rows = await app.get(DataSource).manager.find(JournalRow, { order: { id: 'ASC' } });
  return rows
    .filter(({ what }) => what === 'bounced' || what === 'failed')
    .map(({ what, to, why }) => ({ what, to, why }));
}

/** `admin@opd-1.test: opened OPD-1 11`: to whom, and what the mail speaks of. */
export async function told(stage: Stage): Promise<string[]> {
  const lines = await Promise.all(stage.mails.map((mail) => mailLine(mail, 'Asia/Jakarta')));
  return lines
    .map(({ to, notices: entries = [] }) => {
      const said = entries.map(({ notice, unit, daysLeft }) => [notice, unit, daysLeft].join(' '));
      return `${to}: ${said.join(', ')}`;
    })
    .sort();
}
