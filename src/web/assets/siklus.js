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

const turns = { n: 'next', p: 'prev' };

document.addEventListener('keydown', ({ key, target, ctrlKey, metaKey, altKey }) => {
  if (ctrlKey || metaKey || altKey || target.closest('input, textarea, select')) return;
  document.querySelector(`a[rel="${turns[key]}"]`)?.click();
});
