import type { Row, Told } from './told.js';

export function resultSubject({ facts: { result }, cycle }: Told): string {
  if (!result) return `Hasil ${cycle} telah diterbitkan`;
  return `Hasil diterbitkan: indeks ${comma(result.index)}, predikat ${result.predikat}`;
}

export function resultRows({ facts: { result } }: Told): Row[] {
  if (!result) return [];
  const { index, predikat, target } = result;
  return [
    { label: 'Indeks', value: comma(index) },
    { label: 'Predikat', value: predikat },
    { label: 'Target', value: target ? `${comma(target)} (${verdict(index, target)})` : '' },
  ];
}

/** `32, 33, dan 45` */
export function indicators(findings: readonly number[] = []): string {
  const [last, ...others] = [...findings].sort((a, b) => b - a);
  if (last === undefined) return '';
  const before = others.reverse();
  if (before.length === 0) return String(last);
  return before.length === 1 ? `${before[0]} dan ${last}` : `${before.join(', ')}, dan ${last}`;
}

function verdict(index: string, target: string): string {
  return isAtLeast(index, target) ? 'tercapai' : 'belum tercapai';
}

/** Of two positive decimals, digit by digit: nothing is rounded. */
function isAtLeast(a: string, b: string): boolean {
  const [wholeA = '', fractionA = ''] = a.split('.');
  const [wholeB = '', fractionB = ''] = b.split('.');
  const digits = Math.max(fractionA.length, fractionB.length);
  return (
    BigInt(wholeA + fractionA.padEnd(digits, '0')) >= BigInt(wholeB + fractionB.padEnd(digits, '0'))
  );
}

/** 3,76: as Indonesian writes decimals. */
export function comma(decimal: string): string {
  return decimal.replace('.', ',');
}
