import type { Refusal } from '../../domain/refusal.js';
import { html, type Html } from '../../platform/html.js';
import type { Visit } from '../visit.js';
import type { Typed } from './answer.view.js';
import type { AnswerForm } from './forms.js';
import { words } from './words.js';

export function typedIn({ level, fact, analysis }: AnswerForm): Typed {
  return { level: level ?? null, fact, analysis };
}

/** What the other one has stored, beside what was typed here. */
export function changedView({ detail }: Refusal, { language }: Visit): Html {
  const t = words[language];
  return html`<div class="problem" role="alert">
    <p>${t.changed(detail['by'] ?? '')}</p>
    <details open>
      <summary>${t.theirs}</summary>
      <p>${t.level}: ${detail['level'] ?? ''}</p>
      <p class="told">${detail['fact'] ?? ''}</p>
      <p class="told">${detail['analysis'] ?? ''}</p>
    </details>
  </div>`;
}
