import { remembered } from '../../domain/remembered.js';

const width = 78;

/** A word that is longer than a line, such as an address, keeps a line of its own. */
export function wrap(text: string, indent = ''): string {
  return text.length <= width && !text.includes('\n') ? text : wrapped(text, indent);
}

const wrapped = remembered((text: string, indent: string) => `${indent}|${text}`, inLines);

function inLines(text: string, indent: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<=\S) (?=\S)/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent + word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join('\n');
}
