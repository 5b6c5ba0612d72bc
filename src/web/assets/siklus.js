// Pages work without this: it shows how far an upload is, and turns pages by key.
document.body.addEventListener('htmx:xhr:progress', ({ target, detail }) => {
  const bar = target.querySelector('progress');
  if (!bar || !detail.lengthComputable) return;
  bar.hidden = false;
  bar.value = Math.round((detail.loaded / detail.total) * 100);
});

const turns = { n: 'next', p: 'prev' };

document.addEventListener('keydown', ({ key, target, ctrlKey, metaKey, altKey }) => {
  if (ctrlKey || metaKey || altKey || target.closest('input, textarea, select')) return;
  document.querySelector(`a[rel="${turns[key]}"]`)?.click();
});
