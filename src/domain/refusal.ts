/** Rule 18. */
export type RefusalCode =
  | 'opens_in_past'
  | 'closes_in_past'
  | 'closes_before_opens'
  | 'already_open'
  | 'already_closed'
  | 'not_open'
  | 'not_later'
  | 'already_finished'
  | 'conflict_of_interest'
  | 'incomplete'
  | 'unknown_unit'
  | 'unknown_phase'
  | 'unknown_assessor'
  | 'duplicate_unit'
  | 'already_assigned'
  | 'not_assigned'
  | 'already_paused'
  | 'not_paused'
  | ReportRefusalCode
  | PeopleRefusalCode
  | RequestRefusalCode
  | AssessmentRefusalCode;

/** What changing who takes part adds to it. */
export type PeopleRefusalCode =
  'last_coordinator' | 'duplicate_coordinator' | 'duplicate_assessor' | 'still_assigned';

/** What is made of a phase only when it is over, and of a result only while it is what was published. */
export type ReportRefusalCode = 'not_closed' | 'result_altered';

/** What a unit's request for more time adds to it. */
export type RequestRefusalCode = 'already_asked' | 'not_shorter' | 'own_request';

/** What the content of a task adds to the contract's list. */
export type AssessmentRefusalCode =
  | 'not_found'
  | 'not_allowed'
  | 'unknown_indicator'
  | 'unknown_evidence'
  | 'level_not_allowed'
  | 'level_not_reached'
  | 'link_not_allowed'
  | 'title_not_allowed'
  | 'external_value'
  | 'not_external'
  | 'changed_meanwhile'
  | 'not_returned'
  | 'already_decided'
  | 'instruments_differ';

/** An expected no. Thrown, not returned: whatever was begun must be rolled back with it. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: RefusalCode,
    /** What a person needs to do something about it: names and dates, never row ids. */
    readonly detail: Readonly<Record<string, string>> = {},
  ) {
    super(code);
  }
}

/** For a command line: the code, and the facts that explain it. */
export function inWords({ code, detail }: Refusal): string {
  const facts = Object.entries(detail).map(([name, value]) => `${name} ${value}`);
  return `refused: ${[code, ...facts].join(', ')}`;
}
