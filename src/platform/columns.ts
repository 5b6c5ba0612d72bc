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
      to: (value: Temporal.Instant | null) => value?.toString() ?? value,
    },
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
