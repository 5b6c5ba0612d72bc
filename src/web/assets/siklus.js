// Pages work without this: it shows how far an upload is and why it failed, and turns pages by key.
document.body.addEventListener('htmx:xhr:progress', ({ target, detail }) => {
  const bar = target.querySelector('progress');
  if (!bar || !detail.lengthComputable) return;
  bar.hidden = false;
  bar.value = Math.round((detail.loaded / detail.total) * 100);
});

// A refusal comes as a sentence; anything else, or nothing at all, means that the form was not taken.
function tell({ target, detail: { xhr } }) {
  const output = target.querySelector('output');
  const isSentence = /^text\/plain/.test(xhr.getResponseHeader('Content-Type') ?? '');
  output.textContent = isSentence ? xhr.responseText : output.dataset.failed;
}

document.body.addEventListener('htmx:responseError', tell);
document.body.addEventListener('htmx:sendError', tell);

// An upload reads the page anew: what was typed just before waits for no autosave then, so it waits for it.
const draft = { typed: 0, sent: 0, stored: 0, version: '' };
let held = [];

const versionNow = () => document.querySelector('form.answer #version')?.value;

document.body.addEventListener('input', ({ target }) => {
  if (target.closest('form.answer')) draft.typed += 1;
});

document.body.addEventListener('htmx:confirm', (event) => {
  if (!event.target.matches('form.upload') || draft.stored === draft.typed) return;
  event.preventDefault();
  held.push({ form: event.target, go: () => event.detail.issueRequest(true) });
  // One that failed is tried again.
  document.querySelector('form.answer').dispatchEvent(new Event('input', { bubbles: true }));
});

document.body.addEventListener('htmx:beforeRequest', ({ target }) => {
  if (target.matches('form.answer'))
    Object.assign(draft, { sent: draft.typed, version: versionNow() });
});

document.body.addEventListener('htmx:afterRequest', ({ target }) => {
  if (!target.matches('form.answer')) return;
  // A new version is the only proof that the draft was taken.
  const isStored = versionNow() !== draft.version;
  if (isStored) draft.stored = draft.sent;
  if (isStored && draft.stored < draft.typed) return;
  const waiting = held;
  held = [];
  for (const { form, go } of waiting) {
    const output = form.querySelector('output');
    if (isStored) go();
    else output.textContent = output.dataset.failed;
  }
});

// Copying needs a script: without one the text stands there to be taken by hand.
for (const button of document.querySelectorAll('button[data-copies]')) button.hidden = false;

document.addEventListener('click', async ({ target }) => {
  const button = target.closest('button[data-copies]');
  if (!button) return;
  const text = document.getElementById(button.dataset.copies);
  const output = button.parentElement.querySelector('output');
  text.select();
  try {
    await document.defaultView.navigator.clipboard.writeText(text.value);
    output.textContent = button.dataset.done;
  } catch {
    // Browsers give a clipboard to no page that came without encryption; this older way may still do.
    const isDone = document.execCommand('copy');
    output.textContent = isDone ? button.dataset.done : button.dataset.failed;
  }
});

const turns = { n: 'next', p: 'prev' };

document.addEventListener('keydown', ({ key, target, ctrlKey, metaKey, altKey }) => {
  if (ctrlKey || metaKey || altKey || target.closest('input, textarea, select')) return;
  document.querySelector(`a[rel="${turns[key]}"]`)?.click();
});
