/** Injects the domain's `Clock`: the server's, the demonstration's, or a scenario's. */
export const CLOCK = Symbol('clock');
