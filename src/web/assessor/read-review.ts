import { isPresent } from '../../domain/assessment/evidence.js';
import type { Sheet, SheetReview } from '../../domain/assessment/reading.js';
import { claimOf } from '../../domain/assessment/answer.js';
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
  const version = Number(textIn(form, 'version'));
  return [...verdicts, { do: 'reviewAnswer', task, indicator, version, ...answerIn(form) }];
}

function answerIn(form: ReviewForm) {
  return {
    level: textIn(form, 'level'),
    note: textIn(form, 'note'),
    finding: textIn(form, 'finding') === 'yes',
  };
}

/** What the form holds, whether it is stored or was only typed. */
export interface Said {
  readonly level: string | null;
  readonly note: string;
  readonly finding: boolean;
  /** By the piece of evidence. */
  readonly verdicts: ReadonlyMap<string, SaidOfPiece>;
}

export interface SaidOfPiece {
  readonly judgement: Judgement | null;
  readonly note: string;
}

/** What was typed, for a page that is shown again because it was refused. */
export function typedIn(form: ReviewForm, { evidence }: Sheet): Said {
  const verdicts = evidence.filter(isPresent).map(({ id }): [string, SaidOfPiece] => {
    return [id, { judgement: judgementIn(form, id), note: textIn(form, `note-${id}`) }];
  });
  return { ...answerIn(form), verdicts: new Map(verdicts) };
}

export function storedIn({ findings, item, finished }: SheetReview, { answer }: Sheet): Said {
  return {
    level: item?.finalLevel ?? item?.level ?? (answer && claimOf(answer)),
    note: (finished ? item?.finalNote : item?.note) ?? '',
    finding: item?.finding ?? false,
    verdicts: new Map(
      findings.flatMap(({ evidence, judgement, note }): [string, SaidOfPiece][] =>
        evidence === null ? [] : [[evidence, { judgement: asChosen(judgement), note }]],
      ),
    ),
  };
}

/** What stands above a gap counts as refused, but its assessor accepted it: closing the gap brings it back. */
function asChosen(judgement: Judgement | null): Judgement | null {
  const isRefusedByItself = judgement?.kind === 'revisi' && judgement.reason === 'otomatis_ditolak';
  return isRefusedByItself ? { kind: 'diterima' } : judgement;
}

function judgementIn(form: ReviewForm, id: string): Judgement | null {
  const verdict = textIn(form, `verdict-${id}`);
  if (verdict === 'diterima') return { kind: 'diterima' };
  if (verdict !== 'revisi') return null;
  const reason = textIn(form, `reason-${id}`);
  return { kind: 'revisi', reason: reason === 'belum_diunggah' ? reason : 'tidak_tepat' };
}
