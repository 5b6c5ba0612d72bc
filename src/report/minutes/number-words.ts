const small = [
  'nol',
  'satu',
  'dua',
  'tiga',
  'empat',
  'lima',
  'enam',
  'tujuh',
  'delapan',
  'sembilan',
  'sepuluh',
  'sebelas',
] as const;

/** Above eleven: a group of so many, what one of it is called, and what several are. */
const groups = [
  { size: 1000, one: 'seribu', many: 'ribu' },
  { size: 100, one: 'seratus', many: 'ratus' },
  { size: 10, one: 'sepuluh', many: 'puluh' },
] as const;

const limit = 1_000_000;

/** `dua ribu dua puluh lima`, as letters write a number out. */
export function numberWords(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value >= limit) {
    throw new RangeError(`${value} is not written out`);
  }
  const known = small[value];
  if (known !== undefined) return known;
  if (value < 20) return `${numberWords(value - 10)} belas`;
  const { size, one, many } = groups.find((each) => value >= each.size) ?? groups[2];
  const count = Math.floor(value / size);
  const rest = value % size;
  return [count === 1 ? one : `${numberWords(count)} ${many}`, rest > 0 && numberWords(rest)]
    .filter(Boolean)
    .join(' ');
}
