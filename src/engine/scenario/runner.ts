import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { CycleService } from '../../cycle/cycle.service.js';
import { CycleStore } from '../../cycle/cycle.store.js';
import { JournalStore } from '../../cycle/journal.store.js';
import type { Attachment } from '../../domain/assessment/evidence.js';
import type { Filling } from '../../domain/assessment/fill-in.js';
import { SimulatedClock } from '../../domain/clock.js';
import { earliest, isBefore } from '../../domain/instants.js';
import { Refusal } from '../../domain/refusal.js';
import { Catcher, type CaughtMail } from '../../notice/catcher.js';
import { SmtpTransport } from '../../notice/smtp.transport.js';
import type { Settings } from '../../platform/settings.js';
import { Uploads } from '../../platform/files/uploads.js';
import { smallEvidence } from './evidence.js';
import { CommandService } from '../command.service.js';
import type { ScenarioEvent } from './event.js';
import type { Scenario } from './file.js';
import { inLogOrder, journalLine, localTime, mailLine, type Line } from './log.js';
import { Stepper } from '../stepper.js';

/** Starts the real application on a clock that the scenario moves. */
export type Launch = (
  settings: Settings,
  clock: SimulatedClock,
) => Parameters<typeof NestFactory.createApplicationContext>[0];

/** Runs a scenario on an empty database. @returns the lines of the log */
export async function runScenario(
  scenario: Scenario,
  settings: Omit<Settings, 'smtpUrl'>,
  launch: Launch,
): Promise<Line[]> {
  // What a scenario makes up is nobody's evidence: it goes with the run.
  const folder = await mkdtemp(join(tmpdir(), 'siklus-scenario-'));
  const store = { kind: 'folder', folder } as const;
  const evidence = { ...settings.evidence, store, clamdUrl: null };
  const quiet = { ...settings, evidence, outageMails: false };
  const run = new ScenarioRun(scenario, quiet, launch);
  try {
    return await run.toTheEnd();
  } finally {
    await run.close();
    await rm(folder, { recursive: true, force: true });
  }
}

class ScenarioRun {
  private readonly clock: SimulatedClock;
  private readonly mails: CaughtMail[] = [];
  private readonly refused: Line[] = [];
  private readonly catcher = new Catcher((mail) => void this.mails.push(mail));
  /** Null while the process is down. */
  private app: INestApplicationContext | null = null;
  /** What people did while it was down: it reaches the process when it starts. */
  private late: ScenarioEvent[] = [];
  private readonly leads: ReadonlyMap<number, string>;
  /** Stored once, attached many times. */
  private evidence: Attachment | null = null;

  constructor(
    private readonly scenario: Scenario,
    private readonly settings: Omit<Settings, 'smtpUrl'>,
    private readonly launch: Launch,
  ) {
    this.clock = new SimulatedClock(scenario.start);
    this.leads = leadsIn(scenario.events);
  }

  async toTheEnd(): Promise<Line[]> {
    await this.catcher.start();
    await this.start();
    await this.part(CycleService).load(this.scenario, 'skenario');
    for (let at = this.clock.now(); isBefore(at, this.scenario.end);) {
      await this.live();
      const next = await this.next();
      if (next === null) break;
      this.clock.moveTo(next);
      at = next;
    }
    if (!this.app) await this.start();
    return this.lines();
  }

  async close(): Promise<void> {
    await this.stop();
    await this.catcher.stop();
  }

  /** One instant: due work with its mails, the events in the order of the file, and what they caused. */
  private async live(): Promise<void> {
    await this.settle();
    const now = this.clock.now();
    const events = this.scenario.events.filter(({ at }) => at.equals(now));
    for (const event of events) await this.happen(event);
    if (events.length > 0) await this.settle();
  }

  private async happen(event: ScenarioEvent): Promise<void> {
    if (event.do === 'smtp') return this.setMood(event.state);
    if (event.do === 'stop') return this.stop();
    if (event.do === 'start') return this.startAgain();
    if (!this.app) this.late.push(event);
    else await this.perform(event);
  }

  private async perform(event: ScenarioEvent): Promise<void> {
    if (event.do === 'smtp' || event.do === 'stop' || event.do === 'start') return;
    const { code, zone } = this.scenario.plan;
    const filling = event.do === 'finish' ? await this.filling() : null;
    try {
      await this.part(CommandService).perform(code, 'skenario', event, filling);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const at = localTime(this.clock.now(), zone);
      this.refused.push({ at, type: 'refused', do: event.do, code: error.code });
    }
  }

  private async filling(): Promise<Omit<Filling, 'levels' | 'findings'>> {
    this.evidence ??= await smallEvidence(this.part(Uploads));
    const attachment = this.evidence;
    return { leads: this.leads, attachment, newId: randomUUID, who: 'skenario' };
  }

  private async setMood(mood: Parameters<Catcher['set']>[0]): Promise<void> {
    await this.catcher.set(mood);
    // A pooled connection that the server has just closed would look like a failure later on.
    if (this.app) this.part(SmtpTransport).reconnect();
  }

  private async startAgain(): Promise<void> {
    if (this.app) return;
    await this.start();
    await this.settle();
    const late = this.late;
    this.late = [];
    for (const event of late) await this.perform(event);
  }

  private async start(): Promise<void> {
    const settings = { ...this.settings, smtpUrl: this.catcher.url };
    this.app = await NestFactory.createApplicationContext(this.launch(settings, this.clock), {
      logger: ['error', 'fatal'],
      abortOnError: false,
    });
  }

  private async stop(): Promise<void> {
    const { app } = this;
    this.app = null;
    await app?.close();
  }

  private async settle(): Promise<void> {
    if (this.app) await this.part(Stepper).settle();
  }

  /** The next instant before the end; while the process is down only events happen. */
  private async next() {
    const now = this.clock.now();
    const events = this.scenario.events.map(({ at }) => at).filter((at) => isBefore(now, at));
    const due = this.app ? await this.part(Stepper).next() : null;
    const next = earliest(due ? [...events, due] : events);
    return next && isBefore(next, this.scenario.end) ? next : null;
  }

  private async lines(): Promise<Line[]> {
    const { code, zone } = this.scenario.plan;
    const journal = await this.part(JournalStore).since(this.part(DataSource).manager, code, '0');
    const moved = journal.flatMap((entry) => journalLine(entry, zone) ?? []);
    const mails: Line[] = [];
    for (const mail of this.mails) mails.push(await mailLine(mail, zone));
    const { phases } = await this.part(CycleStore).facts(code);
    const order = phases.map(({ code: phase }) => phase);
    return inLogOrder([...moved, ...mails, ...this.refused], order);
  }

  private part<T>(type: abstract new (...given: never[]) => T): T {
    if (!this.app) throw new RangeError('the process is down');
    return this.app.get<T>(type);
  }
}

/** Whoever claims an indicator first is meant to lead it. */
function leadsIn(events: readonly ScenarioEvent[]): Map<number, string> {
  const claims = events.flatMap((event) => {
    if (event.do !== 'finish' || event.unit === null || event.assessor !== null) return [];
    const { unit } = event;
    return Object.keys(event.levels).map((no) => [Number(no), unit] as const);
  });
  return new Map(claims.reverse());
}
