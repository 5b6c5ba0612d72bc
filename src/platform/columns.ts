import { Temporal } from 'temporal-polyfill';
import { remembered } from '../domain/remembered.js';
import { Column, type ColumnOptions } from 'typeorm';

// Rows that are read together share most of their dates.
const instantOf = remembered(String, (milliseconds: number) =>
  Temporal.Instant.fromEpochMilliseconds(milliseconds),
);
const dateOf = remembered(
  (text: string) => text,
  (text) => Temporal.PlainDate.from(text),
);

/** `timestamptz` as an instant in whole milliseconds. */
export function InstantColumn(options: ColumnOptions = {}): PropertyDecorator {
  return Column({
    ...options,
    type: 'timestamptz',
    transformer: {
      from: (value: Date | null) => value && instantOf(value.getTime()),
      // Cut off as it is when it is read, or the database would round it to another one. A Date writes the same text
      // as the instant, in a twentieth of the time, and a tick writes several for each unit.
      to: (value: Temporal.Instant | null) =>
        value && new Date(value.epochMilliseconds).toISOString(),
    },
  });
}

/** `bigint` as a number, for what is counted one by one and so never leaves the numbers that are exact. */
export function CountColumn(): PropertyDecorator {
  return Column('bigint', {
    transformer: { from: (value: string) => Number(value), to: (value: number) => value },
  });
}

/** `date` as a plain date. */
export function DateColumn(options: ColumnOptions = {}): PropertyDecorator {
  return Column({
    ...options,
    type: 'date',
    transformer: {
      from: (value: string | null) => value && dateOf(value),
      to: (value: Temporal.PlainDate | null) => value?.toString() ?? value,
    },
  });
}
