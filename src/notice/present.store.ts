import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { ExtensionRequestStore } from '../assessment/extension/extension-request.store.js';
import { CycleStore } from '../cycle/cycle.store.js';
import { JournalStore } from '../cycle/journal.store.js';
import type { Facts, Phase, Task } from '../domain/cycle.js';
import { groupBy } from '../domain/group-by.js';
import { missing } from '../domain/guard.js';
import { bringsEvent, maySilence } from '../domain/notice-kind.js';
import { stillAsks, type ExtensionRequest } from '../domain/extension/request.js';
import { unitOf, type Unit } from '../domain/people.js';
import { taskItem, type CalendarItem, type Change } from '../domain/personal-calendar.js';
import type { Present } from '../domain/still-true.js';
import { SilencedStore } from '../people/silenced.store.js';
import type { NoticeRow } from './outbox.entity.js';

/** Rule 12: what is true right before a batch of mails is sent. */
@Injectable()
export class PresentStore {
  constructor(
    private readonly cycles: CycleStore,
    private readonly silences: SilencedStore,
    private readonly journal: JournalStore,
    private readonly requests: ExtensionRequestStore,
  ) {}

  async of(notices: readonly NoticeRow[]): Promise<PresentFacts> {
    const byCycle = groupBy(notices, ({ cycle }) => cycle);
    const units = notices.flatMap(({ unit }) => unit ?? []);
    const requests = await this.requests.waiting([...byCycle.keys()], unique(units));
    const cycles = await Promise.all(
      [...byCycle].map(async ([code, own]) => {
        // Before the facts: what changes between the two must not have its number without its date.
        const changes = await this.changesFor(code, own);
        const asks = requests.some(({ cycle }) => cycle === code);
        return { code, changes, facts: await this.factsFor(code, own, asks) };
      }),
    );
    const silenced = await this.silences.of(notices.map(({ address }) => address));
    return new PresentFacts(
      new Map(cycles.map(({ code, facts }) => [code, facts])),
      new Set(silenced.map(silence)),
      new Map(cycles.map(({ code, changes }) => [code, changes])),
      requests,
    );
  }

  private async changesFor(code: string, notices: readonly NoticeRow[]): Promise<Change[]> {
    const dated = notices.filter(({ kind }) => bringsEvent[kind]);
    if (dated.length === 0) return [];
    const units = unique(dated.flatMap(({ unit }) => unit ?? []));
    return this.journal.changes(null, code, { units, assessors: null });
  }

  private factsFor(code: string, notices: readonly NoticeRow[], shared: boolean): Promise<Facts> {
    // What a phase lacks can be anybody's, and who coordinates is in no excerpt.
    if (notices.some(({ kind }) => kind === 'blocked' || kind === 'outage'))
      return this.cycles.facts(code);
    const tasks = notices.flatMap(({ task }) => task ?? []);
    const units = notices.flatMap(({ unit, recipient }) =>
      [unit ?? [], recipient.unit ?? []].flat(),
    );
    return this.cycles.excerpt(code, { tasks: unique(tasks), units: unique(units), shared });
  }
}

/** The facts of a cycle, and what a batch of mails asks of them again and again. */
interface Known {
  readonly facts: Facts;
  readonly tasks: ReadonlyMap<string, Task>;
}

type WaitingRequest = ExtensionRequest & { readonly cycle: string };

export class PresentFacts {
  private readonly requests: ReadonlyMap<string, ExtensionRequest>;
  private readonly byCycle: ReadonlyMap<string, Known>;

  constructor(
    facts: ReadonlyMap<string, Facts>,
    private readonly silenced: ReadonlySet<string>,
    private readonly changes: ReadonlyMap<string, readonly Change[]>,
    requests: readonly WaitingRequest[],
  ) {
    this.byCycle = new Map([...facts].map(([code, own]) => [code, knownOf(own)]));
    this.requests = new Map(requests.map((each) => [requestKey(each), each]));
  }

  of(notice: NoticeRow, now: Temporal.Instant): Present {
    const { people } = this.facts(notice.cycle);
    const request = this.request(notice)?.id ?? null;
    return { now, phase: this.phase(notice), task: this.task(notice), people, request };
  }

  /** Whether its recipient does without it. A deadline or a duty is told whatever anybody chose. */
  isSilenced(notice: NoticeRow): boolean {
    return (
      maySilence[notice.kind] && this.silenced.has(silence({ ...notice, email: notice.address }))
    );
  }

  facts(cycle: string): Facts {
    return this.known(cycle).facts;
  }

  phase({ cycle, phase }: Pick<NoticeRow, 'cycle' | 'phase'>): Phase | null {
    return this.facts(cycle).phases.find(({ code }) => code === phase) ?? null;
  }

  task({ cycle, task }: Pick<NoticeRow, 'cycle' | 'task'>): Task | null {
    return task === null ? null : (this.known(cycle).tasks.get(task) ?? null);
  }

  /** What its mail brings for a calendar. */
  event({ kind, cycle, task }: Pick<NoticeRow, 'kind' | 'cycle' | 'task'>): CalendarItem | null {
    const found = bringsEvent[kind] ? this.task({ cycle, task }) : null;
    return found && taskItem(this.facts(cycle), found, this.changes.get(cycle) ?? []);
  }

  /** The unit's request for more time that still waits for a decision. */
  request(notice: Pick<NoticeRow, 'cycle' | 'phase' | 'unit'>): ExtensionRequest | null {
    if (this.requests.size === 0) return null;
    const request = this.requests.get(requestKey(notice));
    return request && stillAsks(request, this.facts(notice.cycle)) ? request : null;
  }

  unit(cycle: string, unit: string | null): Unit | null {
    return unitOf(this.facts(cycle).people, unit);
  }

  missing(notice: Pick<NoticeRow, 'cycle' | 'phase'>): readonly string[] {
    const phase = this.phase(notice);
    return phase ? missing(phase, this.facts(notice.cycle)) : [];
  }

  private known(cycle: string): Known {
    const known = this.byCycle.get(cycle);
    if (!known) throw new RangeError(`no facts of cycle ${cycle}`);
    return known;
  }
}

function knownOf(facts: Facts): Known {
  const tasks = new Map(facts.tasks.map((task) => [task.id, task]));
  return { facts, tasks };
}

function requestKey(of: Pick<NoticeRow, 'cycle' | 'phase' | 'unit'>): string {
  return JSON.stringify([of.cycle, of.phase, of.unit]);
}

function silence({ email, kind }: { readonly email: string; readonly kind: string }): string {
  return `${kind} ${email}`;
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
