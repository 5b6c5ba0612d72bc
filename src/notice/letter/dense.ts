import { Html, type HtmlValue } from '../../platform/html.js';

/** `html` without the indentation that is for readers of our files: a mail is as short as it can be. */
export function dense(strings: TemplateStringsArray, ...values: HtmlValue[]): Html {
  let short = known.get(strings);
  if (!short) {
    short = shortened(strings);
    known.set(strings, short);
  }
  return new Html(short, values);
}

/** A template is one and the same object each time that it is come to. */
const known = new WeakMap<TemplateStringsArray, readonly string[]>();

function shortened(strings: TemplateStringsArray): readonly string[] {
  const lines = strings.map((text) => text.replace(/\s*\n\s*/g, '\n'));
  const last = lines.length - 1;
  return lines.map((text, index) => {
    const begun = index === 0 ? text.replace(/^\n/, '') : text;
    return index === last ? begun.replace(/\n$/, '') : begun;
  });
}
