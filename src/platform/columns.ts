import { Temporal } from 'temporal-polyfill';
import { Column, type ColumnOptions } from 'typeorm';

/** `timestamptz` as an instant in whole milliseconds. */
export function InstantColumn(options: ColumnOptions = {}): PropertyDecorator {
  return Column({
    ...options,
    type: 'timestamptz',
    transformer: {
      from: (value: Date | null) =>
        value && Temporal.Instant.fromEpochMilliseconds(value.getTime()),
      to: (value: Temporal.Instant | null) => value && instantText(value),
    },
  });
}

/**
 * For the database: cut off as it is when it is read, or it would be rounded to another one. A Date writes the same
 * text as the instant, in a twentieth of the time, and a tick writes several for each unit.
 */
export function instantText(instant: Temporal.Instant): string {
  return new Date(instant.epochMilliseconds).toISOString();
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
      from: (value: string | null) => value && Temporal.PlainDate.from(value),
      to: (value: Temporal.PlainDate | null) => value?.toString() ?? value,
    },
  });
}
