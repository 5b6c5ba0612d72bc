/** As many as Siklus has. With 20 the bare pool alone was about a fifth faster where it was tried. */
export const connections = 5;
/** What the queues of others have under way: more than the pool can send at once. */
export const jobsAtOnce = 50;
