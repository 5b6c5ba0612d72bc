/**
 * The same value with every text in it made harmless: one line, no control characters, no marks that turn
 * the reading direction, no half characters. Done once to a whole letter, so that no header, no line and
 * no field can be forgotten.
 */
export function neutral<T>(value: T): T {
  return neutralised(value) as T;
}

function neutralised(value: unknown): unknown {
  if (isHarmless(value)) return value;
  if (typeof value === 'string') return oneLine(value);
  if (Array.isArray(value)) return value.map(neutralised);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, neutralised(each)]));
}

/** Nearly all is, and need not be copied. */
function isHarmless(value: unknown): boolean {
  if (typeof value === 'string') return !mayHarm.test(value);
  if (Array.isArray(value)) return value.every(isHarmless);
  if (!isRecord(value)) return true;
  for (const key in value) if (!isHarmless(value[key])) return false;
  return true;
}

const mayHarm = /[^ -~]|^ | $| {2}/;

function oneLine(text: string): string {
  return (
    text
      .replace(/\p{Surrogate}/gu, '\ufffd')
      .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
      // Two joiners are part of words in some scripts; the other invisible marks only deceive.
      .replace(/(?![\u200c\u200d])\p{Cf}/gu, '')
      .replace(/\s+/gu, ' ')
      .trim()
  );
}

/** Instants and dates hold no text, and have a tag that nothing which holds some has. */
function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !(Symbol.toStringTag in value);
}
