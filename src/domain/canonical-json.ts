/**
 * The one text of a value of plain data (RFC 8785): keys in order at every depth, no spaces. Two values that
 * JSON cannot tell apart, such as one with an undefined member and one without it, have the same text.
 */
export function canonicalJson(value: unknown): string {
  return textOf(JSON.parse(JSON.stringify(value)));
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(textOf).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${textOf(member)}`);
  return `{${members.join(',')}}`;
}
