/** The positions of the words that stand in the list before already. */
export function twice(words: readonly string[]): number[] {
  return words.flatMap((word, index) => (words.indexOf(word) < index ? [index] : []));
}
