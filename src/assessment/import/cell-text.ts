import { limits, notComputed } from './sheet.js';

/** `#REF!`, `#N/A`, `#NAME?`: what programs show where a formula has failed. */
const failure = /^#[A-Z0-9/]+[!?]?$/;

/** Neither line ends nor double spaces are meant. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** For an error: the whole of a novel in a cell helps nobody. */
export function shortened(text: string): string {
  const line = oneLine(text);
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}

/** Why it is nothing that a person wrote; null when it is. */
export function textProblem(text: string): string | null {
  if (text.length > limits.characters) return `is longer than ${limits.characters} characters`;
  if (text === notComputed) {
    return 'is a formula without a value: open the file with a spreadsheet program, and save it';
  }
  return failure.test(text)
    ? `shows the error ${text}: correct its formula, or write the value`
    : null;
}
