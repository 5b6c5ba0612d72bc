import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';

export interface Bounce {
  readonly at: Temporal.Instant;
  /** What the server said. */
  readonly why: string | null;
}

/** By address in lower case; whoever is not in it gets their mails, as far as anybody knows. */
export type Bounces = ReadonlyMap<string, Bounce>;

// The journal knows when an address was refused, also after the mail was sent again; the outbox, what was
// accepted since.
const standingBounces = `
  SELECT b.address, b.at, b.why FROM (
    SELECT DISTINCT ON (lower("to")) lower("to") AS address, recorded AS at, why
    FROM journal WHERE cycle = $1 AND what = 'bounced' ORDER BY lower("to"), id DESC
  ) b
  WHERE NOT EXISTS (
    SELECT FROM mail m WHERE m.cycle = $1 AND m.state = 'sent' AND m.sent_at > b.at
      AND EXISTS (
        SELECT FROM jsonb_array_elements(m.cc || m."to") person
        WHERE lower(person ->> 'email') = b.address)
      AND NOT EXISTS (SELECT FROM unnest(m.bounced) refused WHERE lower(refused) = b.address)
  )
  ORDER BY b.address`;

/** Rule 20: the addresses that refuse mails. Nothing is marked: a mail that arrives later takes it back. */
@Injectable()
export class BouncedStore {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  async of(cycle: string): Promise<Bounces> {
    const rows = await this.db.query<{ address: string; at: Date; why: string | null }[]>(
      standingBounces,
      [cycle],
    );
    return new Map(
      rows.map(({ address, at, why }) => [
        address,
        { at: Temporal.Instant.fromEpochMilliseconds(at.getTime()), why },
      ]),
    );
  }
}
