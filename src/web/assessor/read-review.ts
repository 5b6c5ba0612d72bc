import type { Desk } from '../../domain/assessment/desk.js';
import type { Judgement } from '../../domain/assessment/verdict.js';
import type { AssessmentCommand } from '../../domain/assessment/commands/command.js';

/** Names a field for each piece of evidence, so no class can list them: everything is read as text. */
export type ReviewForm = Readonly<Record<string, unknown>>;

const longest = 20_000;

function textIn(form: ReviewForm, name: string): string {
  const value = form[name];
  return typeof value === 'string' ? value.slice(0, longest).replace(/\r\n/g, '\n') : '';
}

/** The verdicts that were chosen, then the level: what the form says, in the order in which it holds. */
export function commandsIn(
  form: ReviewForm,
  desk: Desk,
  { task, indicator }: { task: string; indicator: number },
): AssessmentCommand[] {
  const verdicts = desk.evidenceOf(indicator).flatMap(({ id }): AssessmentCommand[] => {
    const judgement = judgementIn(form, id);
    const note = textIn(form, `note-${id}`);
    return judgement ? [{ do: 'judgeEvidence', task, evidence: id, judgement, note }] : [];
  });
  const said = {
    version: Number(textIn(form, 'version')),
    level: textIn(form, 'level'),
    note: textIn(form, 'note'),
    finding: textIn(form, 'finding') === 'yes',
  };
  return [...verdicts, { do: 'reviewAnswer', task, indicator, ...said }];
}

function judgementIn(form: ReviewForm, id: string): Judgement | null {
  const verdict = textIn(form, `verdict-${id}`);
  if (verdict === 'diterima') return { kind: 'diterima' };
  if (verdict !== 'revisi') return null;
  const reason = textIn(form, `reason-${id}`);
  return { kind: 'revisi', reason: reason === 'belum_diunggah' ? reason : 'tidak_tepat' };
}
