/**
 * In SQL, of a mail `m`: nobody knows yet what became of it. As an OR, for which there are partial indexes: `IN`
 * would read all that was ever sent.
 */
export const isUnsent = `(m.state = 'waiting' OR m.state = 'claimed')`;
