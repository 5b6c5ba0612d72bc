import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { CycleStore } from '../cycle/cycle.store.js';
import type { Facts, Phase, Task } from '../domain/cycle.js';
import { missing } from '../domain/guard.js';
import { maySilence } from '../domain/notice-kind.js';
import type { Unit } from '../domain/people.js';
import type { Present } from '../domain/still-true.js';
import { SilencedStore } from '../people/silenced.store.js';
import type { NoticeRow } from './outbox.entity.js';

/** Rule 12: what is true right before a batch of mails is sent. */
@Injectable()
export class PresentStore {
  constructor(
    private readonly cycles: CycleStore,
    private readonly silences: SilencedStore,
  ) {}

  async of(notices: readonly NoticeRow[]): Promise<PresentFacts> {
    const codes = [...new Set(notices.map(({ cycle }) => cycle))];
    const facts = await Promise.all(
      codes.map((code) =>
        this.factsFor(
          code,
          notices.filter(({ cycle }) => cycle === code),
        ),
      ),
    );
    const silenced = await this.silences.of(notices.map(({ address }) => address));
    return new PresentFacts(
      new Map(facts.map((each) => [each.cycle.code, each])),
      new Set(silenced.map(silence)),
    );
  }

  private factsFor(code: string, notices: readonly NoticeRow[]): Promise<Facts> {
    // What a phase lacks can be anybody's: that takes a look at everything.
    if (notices.some(({ kind }) => kind === 'blocked')) return this.cycles.facts(code);
    const tasks = notices.flatMap(({ task }) => task ?? []);
    const units = notices.flatMap(({ unit, recipient }) =>
      [unit ?? [], recipient.unit ?? []].flat(),
    );
    return this.cycles.excerpt(code, { tasks: unique(tasks), units: unique(units) });
  }
}

export class PresentFacts {
  constructor(
    private readonly byCycle: ReadonlyMap<string, Facts>,
    private readonly silenced: ReadonlySet<string>,
  ) {}

  of(notice: NoticeRow, now: Temporal.Instant): Present {
    const { people } = this.facts(notice.cycle);
    return { now, phase: this.phase(notice), task: this.task(notice), people };
  }

  /** Whether its recipient does without it. A deadline or a duty is told whatever anybody chose. */
  isSilenced(notice: NoticeRow): boolean {
    return (
      maySilence[notice.kind] && this.silenced.has(silence({ ...notice, email: notice.address }))
    );
  }

  facts(cycle: string): Facts {
    const facts = this.byCycle.get(cycle);
    if (!facts) throw new RangeError(`no facts of cycle ${cycle}`);
    return facts;
  }

  phase({ cycle, phase }: Pick<NoticeRow, 'cycle' | 'phase'>): Phase | null {
    return this.facts(cycle).phases.find(({ code }) => code === phase) ?? null;
  }

  task({ cycle, task }: Pick<NoticeRow, 'cycle' | 'task'>): Task | null {
    return this.facts(cycle).tasks.find(({ id }) => id === task) ?? null;
  }

  unit(cycle: string, unit: string | null): Unit | null {
    return this.facts(cycle).people.units.find(({ code }) => code === unit) ?? null;
  }

  missing(notice: Pick<NoticeRow, 'cycle' | 'phase'>): readonly string[] {
    const phase = this.phase(notice);
    return phase ? missing(phase, this.facts(notice.cycle)) : [];
  }
}

function silence({ email, kind }: { readonly email: string; readonly kind: string }): string {
  return `${kind} ${email}`;
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
