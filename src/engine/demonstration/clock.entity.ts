import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far the demonstration's clock stands from the server's. */
@Entity('demonstration_clock')
export class ClockRow {
  @PrimaryColumn('boolean', { name: 'only_row' })
  readonly onlyRow!: true;

  /** A bigint of the database, which is a string here. */
  @Column('bigint', { name: 'shift_milliseconds' })
  readonly shiftMilliseconds!: string;
}
