/** The known word that was probably meant: a slip of a letter or two, or of capitals. Null when none is near. */
export function nearest(word: string, known: readonly string[]): string | null {
  const lower = word.toLowerCase();
  const [best] = known
    .map((each) => ({ each, slips: distance(lower, each.toLowerCase()) }))
    .filter(({ each, slips }) => slips <= Math.min(2, Math.floor(each.length / 2)))
    .sort((a, b) => a.slips - b.slips);
  return best?.each ?? null;
}

/** Letters to add, drop, replace or swap with their neighbour. */
function distance(from: string, to: string): number {
  // Also keeps a key of a megabyte from costing a table of it.
  if (Math.abs(from.length - to.length) > 2) return Infinity;
  let before: number[] = [];
  let above = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      const steps = [
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1),
      ];
      if (from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
        steps.push((before[column - 2] ?? 0) + 1);
      }
      current.push(Math.min(...steps));
    }
    before = above;
    above = current;
  }
  return above[to.length] ?? 0;
}
