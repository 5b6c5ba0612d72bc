/** As a part of an address, or of a form. Half a character has no code of its own: it goes as the bytes it would have. */
export function percentEncoded(text: string): string {
  return Array.from(text, (character) =>
    /^\p{Cs}$/u.test(character) ? '%ED%A0%80' : encodeURIComponent(character),
  ).join('');
}
