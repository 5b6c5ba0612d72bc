/** Markup that is safe to send: only `html` makes it, so whatever is not this gets escaped. */
export class Html {
  readonly #markup: string;

  constructor(strings: TemplateStringsArray, values: readonly HtmlValue[]) {
    this.#markup = String.raw({ raw: strings }, ...values.map(markupOf));
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
  return String(value).replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
