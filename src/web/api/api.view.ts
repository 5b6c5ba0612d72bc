import type { ApiDocument, ApiOperation, ApiResponse } from '../../api/openapi/document.js';
import type { Schema } from '../../api/openapi/schema.js';
import { groupBy } from '../../domain/group-by.js';
import { html, type Html } from '../../platform/html.js';
import type { Language } from '../language.js';
import { scrolledTable } from '../parts/scrolled-table.view.js';
import { apiWords, groupTitles, summaries } from './api-words.js';

interface Placed extends ApiOperation {
  readonly method: string;
  readonly path: string;
}

/** What the document says, for people. */
export function apiView({ paths }: ApiDocument, language: Language): Html {
  const t = apiWords[language];
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Placed => ({ ...operation, method, path })),
  );
  const groups = [...groupBy(operations, ({ tags: [tag] }) => tag)];
  return html`<section>
      <h1>${t.title}</h1>
      <p>${t.intro}</p>
      <p>
        <a href="/akun/token">${t.tokens}</a> · <a href="/api/v1/openapi.json">${t.document}</a>
      </p>
      <h2>${t.groups}</h2>
      <ul>
        ${groups.map(([tag]) => html`<li><a href="#${tag}">${titleOf(tag, language)}</a></li>`)}
      </ul>
    </section>
    ${groups.map(
      ([tag, all]) =>
        html`<section id="${tag}">
          <h2>${titleOf(tag, language)}</h2>
          ${all.map((each) => operationView(each, language))}
        </section>`,
    )}`;
}

function titleOf(tag: string, language: Language): string {
  return groupTitles[tag]?.[language] ?? tag;
}

function operationView(operation: Placed, language: Language): Html {
  const { operationId, method, path, summary, 'x-scopes': scopes, requestBody } = operation;
  const t = apiWords[language];
  const title = language === 'id' ? (summaries[operationId] ?? summary) : summary;
  const [media] = Object.entries(requestBody?.content ?? {});
  return html`<details class="change" id="${operationId}">
    <summary>${title} <code>${method.toUpperCase()} ${path}</code></summary>
    <p>
      ${t.scope}: ${scopes.length > 1 && html`${t.anyOf} `}
      ${scopes.map((scope) => html`<code>${scope}</code> `)}
    </p>
    ${media ? bodyView(media, language) : null} ${answersView(operation, language)}
  </details>`;
}

function bodyView(
  [type, { example }]: readonly [string, { readonly example: object }],
  language: Language,
): Html {
  return html`<p>${apiWords[language].body(type)}</p>
    <pre>${JSON.stringify(example, null, 2)}</pre>`;
}

function answersView({ responses, path, method }: Placed, language: Language): Html {
  const t = apiWords[language];
  const rows = Object.entries(responses).map(
    ([status, response]) =>
      html`<tr>
        <th scope="row">${status}</th>
        <td>${t.meanings[status] ?? response.description}</td>
        <td>${codesOf(response).map((code) => html`<code>${code}</code> `)}</td>
      </tr>`,
  );
  const label = `${t.answers}: ${method.toUpperCase()} ${path}`;
  return scrolledTable(label, [t.status, t.meaning, t.codes], rows);
}

interface Refusing {
  readonly anyOf?: readonly Refusing[];
  readonly allOf?: readonly Refusing[];
  readonly properties?: { readonly code?: { readonly enum?: readonly string[] } };
}

function codesOf({ content = {} }: ApiResponse): readonly string[] {
  return Object.values(content).flatMap(({ schema = {} }) => codesIn(schema));
}

/** Those that a refusal of this shape may have. */
function codesIn(schema: Schema): readonly string[] {
  const { anyOf = [], allOf = [], properties } = schema as Refusing;
  const own = properties?.code?.enum ?? [];
  return [...own, ...[...anyOf, ...allOf].flatMap((each) => codesIn(each as object as Schema))];
}
