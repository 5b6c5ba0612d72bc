/** Markup that is safe to send: only `html` makes it, so whatever is not this gets escaped. */
export class Html {
  readonly #markup: string;

  constructor(strings: readonly string[], values: readonly HtmlValue[]) {
    let markup = strings[0] ?? '';
    for (let index = 0; index < values.length; index += 1) {
      markup += markupOf(values[index] ?? null) + (strings[index + 1] ?? '');
    }
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

/** Null and false show nothing, so that a template can say `${condition && html`…`}`. */
export type HtmlValue = string | number | Html | null | false | readonly HtmlValue[];

/**
 * A template whose values are escaped, for text and for quoted attributes. Html inside Html stays as it
 * is, arrays are joined. A link's scheme is the caller's to check: `javascript:` needs no escaping.
 */
export function html(strings: TemplateStringsArray, ...values: HtmlValue[]): Html {
  return new Html(strings, values);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function markupOf(value: HtmlValue): string {
  if (value === null || value === false) return '';
  if (value instanceof Html) return value.toString();
  if (typeof value === 'object') return value.map(markupOf).join('');
  const text = String(value);
  return /[&<>"']/.test(text) ? escaped(text) : text;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
