// The demonstration's clock can be moved without this: it adds a slider to the date, and each follows the other.
const slider = document.querySelector('.clock input[type="range"]');

if (slider) {
  const form = slider.form;
  const date = form.elements.date;
  const output = form.querySelector('output');
  const { today, language } = slider.dataset;
  const day = 24 * 60 * 60 * 1000;
  const start = Date.parse(today);
  const long = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC' });

  const say = () => {
    const text = long.format(start + Number(slider.value) * day);
    output.textContent = text;
    slider.setAttribute('aria-valuetext', text);
  };

  slider.addEventListener('input', () => {
    date.value = new Date(start + Number(slider.value) * day).toISOString().slice(0, 10);
    say();
  });

  const follow = () => {
    const chosen = Date.parse(date.value);
    if (Number.isNaN(chosen)) return;
    slider.value = String(Math.round((chosen - start) / day));
    say();
  };

  date.addEventListener('input', follow);

  slider.closest('[hidden]').hidden = false;
  follow();
}
