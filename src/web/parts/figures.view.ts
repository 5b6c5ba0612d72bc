import type { Figure, Figures } from '../../domain/assessment/figures.js';
import { html, type Html } from '../../platform/html.js';
import { words } from '../coordinator/words.js';
import type { Language } from '../language.js';
import { figure } from '../words/work.js';

/** Honest numbers, each with its name, never mixed. */
export function figuresView(figures: Figures, target: string | null, language: Language): Html {
  const { klaim, simulasi, terverifikasi, jikaSemuaKlaimDiterima, belumDinilai } = figures;
  const t = words[language];
  const unjudged = belumDinilai.length > 0 ? t.unjudged(belumDinilai.length) : t.simulasiHint;
  return html`<dl class="figures">
    ${card(t.klaim, klaim, t.klaimHint, language)} ${card(t.simulasi, simulasi, unjudged, language)}
    ${card(t.verified, terverifikasi, t.verifiedHint, language)}
    ${card(t.ifAll, jikaSemuaKlaimDiterima, '', language)}
    ${target !== null && targetCard(target, terverifikasi, language)}
  </dl>`;
}

function card(name: string, { index, predikat }: Figure, hint: string, language: Language): Html {
  return html`<div>
    <dt>${name}</dt>
    <dd>
      <strong>${figure(index, language)}</strong> ${predikat}
      ${hint !== '' && html`<span class="hint">${hint}</span>`}
    </dd>
  </div>`;
}

function targetCard(target: string, verified: Figure, language: Language): Html {
  const t = words[language];
  const { toTarget, nextPredikat } = verified;
  const next =
    nextPredikat &&
    t.next(
      nextPredikat.name,
      figure(nextPredikat.from, language),
      figure(nextPredikat.missing, language),
    );
  return html`<div>
    <dt>${t.target}</dt>
    <dd>
      <strong>${figure(target, language)}</strong> ${t.toTarget(figure(toTarget ?? '', language))}
      ${next && html`<span class="hint">${next}</span>`}
    </dd>
  </div>`;
}
