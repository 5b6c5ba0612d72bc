/** Somebody who signed in, with the forms of pages: what nobody made in the city is made as people make it. */
import { signIn } from './server.js';

export async function visit(origin, email) {
  const cookie = await signIn(origin, email);
  const get = async (path) => (await fetch(`${origin}${path}`, { headers: { cookie } })).text();
  const { _csrf: proof } = hiddenIn(await get('/keluar'));
  /** @param fields a list of pairs, or a form with a file in it */
  const post = async (path, fields) => {
    const body = fields instanceof FormData ? fields : new URLSearchParams(fields);
    const answer = await fetch(`${origin}${path}?${new URLSearchParams({ _csrf: proof })}`, {
      ...{ method: 'POST', redirect: 'manual', headers: { cookie, origin }, body },
    });
    const text = await answer.text();
    // A form that was not taken comes back with what is wrong with it.
    if (answer.status >= 400) throw new Error(`${path} answers ${answer.status}: ${text}`);
    return text;
  };
  return { get, post };
}

export function formOf(fields, file = null) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  if (file) form.set('file', new Blob([file.content]), file.name);
  return form;
}

/** What a page brings along for the next one. */
export function hiddenIn(page) {
  const inputs = [...page.matchAll(/<input[^>]*?type="hidden"[^>]*>/gs)];
  return Object.fromEntries(
    inputs.map(([input]) => [
      /name="([^"]*)"/.exec(input)?.[1] ?? '',
      /value="([^"]*)"/.exec(input)?.[1] ?? '',
    ]),
  );
}
