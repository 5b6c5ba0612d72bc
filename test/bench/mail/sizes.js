/** More than these do not make the bare pool faster (tried from 1 to 20): both ends are one process each. */
export const connections = 5;
/** What the queues of others have under way: more than the pool can send at once. */
export const jobsAtOnce = 50;
