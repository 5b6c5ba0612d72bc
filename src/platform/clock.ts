/** Injects the domain's `Clock`: the server's, the demonstration's, or a scenario's. */
export const CLOCK = Symbol('clock');

/** Injects the server's own time, which no demonstration moves: for how long somebody stays signed in. */
export const SERVER_CLOCK = Symbol('server clock');
