/** What a token may be for. It never may do more than the person in whose name it asks. */
export const scopes = ['read', 'answer', 'review', 'coordinate'] as const;
export type Scope = (typeof scopes)[number];
