import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { JournalRow } from './journal.entity.js';

/** Which entries are looked for; null: whatever it is. */
export interface JournalFilter {
  readonly phase: string | null;
  readonly unit: string | null;
  readonly what: string | null;
  /** A part of somebody's address or name. */
  readonly who: string | null;
  /** Half-open, of when it was recorded. */
  readonly from: Temporal.Instant | null;
  readonly until: Temporal.Instant | null;
  /** A part of whatever is shown. */
  readonly text: string | null;
}

/** How the reader knows what an entry names by its code: searched in and sorted by. */
export interface JournalNames {
  readonly kinds: Readonly<Record<string, string>>;
  readonly phases: Readonly<Record<string, string>>;
  /** By address, in small letters. */
  readonly people: Readonly<Record<string, string>>;
}

export interface JournalAsked {
  readonly filter: JournalFilter;
  readonly names: JournalNames;
  /** One of `journalOrders`; whatever else: the newest first. */
  readonly order: string;
  readonly descending: boolean;
}

const kind = 'coalesce(CAST(:kinds AS jsonb) ->> "what", "what")';
const phase = `coalesce(CAST(:phases AS jsonb) ->> "phase", "phase", '')`;
const bearer = `concat_ws(' / ', "unit", "assessor")`;

/** As jsonb, numbers of indicators stand in the order in which they are counted. */
const orders: Readonly<Record<string, readonly string[]>> = {
  no: ['"number"'],
  waktu: ['"recorded"'],
  siapa: ['lower("who")'],
  apa: [`lower(${kind})`, `"facts" -> 'indicator'`],
  tahap: [`lower(${phase})`],
  opd: [`lower(${bearer})`],
  dari: [`lower(coalesce("from", ''))`],
  menjadi: [`lower(coalesce("to", ''))`],
  alasan: [`lower(coalesce("why", ''))`],
};

// A line for each column: what is looked for must not be found across two of them.
const shown = `concat_ws(E'\\n', "number", "who", concat_ws(' ', ${kind}, "facts" ->> 'indicator'),
  ${phase}, ${bearer}, "from", "to", "why")`;

const person = `concat_ws(E'\\n', "who", CAST(:people AS jsonb) ->> lower("who"))`;

// No pattern: a `%` that somebody looks for is nothing but that.
const contains = (where: string, what: string): string =>
  `strpos(lower(${where}), lower(:${what})) > 0`;

const conditions: Readonly<Record<keyof JournalFilter, string>> = {
  phase: '"phase" = :phase',
  unit: '"unit" = :unit',
  what: '"what" = :what',
  who: contains(person, 'who'),
  from: '"recorded" >= :from',
  until: '"recorded" < :until',
  text: contains(shown, 'text'),
};

/** Looks for entries of a cycle, however long it has been running. */
@Injectable()
export class JournalSearch {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  async count(cycle: string, asked: JournalAsked): Promise<number> {
    return this.found(cycle, asked).getCount();
  }

  /** All of them without a part. */
  async rows(
    cycle: string,
    asked: JournalAsked,
    part: { readonly after: number; readonly length: number } | null,
  ): Promise<JournalRow[]> {
    const { order, descending } = asked;
    const direction = descending ? 'DESC' : 'ASC';
    const query = this.found(cycle, asked);
    for (const each of Object.hasOwn(orders, order) ? (orders[order] ?? []) : []) {
      query.addOrderBy(each, direction);
    }
    query.addOrderBy('"id"', 'DESC');
    return (part ? query.offset(part.after).limit(part.length) : query).getMany();
  }

  private found(cycle: string, { filter, names }: JournalAsked): SelectQueryBuilder<JournalRow> {
    const query = this.db.manager
      .createQueryBuilder(JournalRow, 'journal')
      .where('"cycle" = :cycle', { cycle })
      .setParameters(
        Object.fromEntries(Object.entries(names).map(([of, by]) => [of, JSON.stringify(by)])),
      );
    for (const [of, value] of Object.entries(filter)) {
      if (value === null) continue;
      query.andWhere(conditions[of as keyof JournalFilter], { [of]: String(value) });
    }
    return query;
  }
}
