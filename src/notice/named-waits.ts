/**
 * Of a mail `m` that is looked for by its id: it waits. Put so that only the key of the mails can answer: PostgreSQL
 * takes what waits for little until it has counted it, and would read it all.
 */
export const namedWaits = `m.state || '' = 'waiting'`;
