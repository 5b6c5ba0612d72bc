import { Refusal } from '../../refusal.js';
import type { Desk } from '../desk.js';
import type { Attachment, Evidence } from '../evidence.js';
import { wholeLevels } from '../levels.js';
import { begin, editing, writingTask } from '../window.js';
import type { AttachEvidence, ReplaceEvidence } from './command.js';

/** Everything that a browser may be sent to; `javascript:` and `file:` are not among it. */
const schemes = ['http:', 'https:'];

export function attachEvidence(desk: Desk, command: AttachEvidence, who: string): void {
  const { id, indicator, level, unit, attachment } = command;
  if (!wholeLevels().includes(level)) {
    throw new Refusal('level_not_allowed', { level: String(level), allowed: '2, 3, 4 or 5' });
  }
  checkAttachment(attachment);
  open(desk, indicator);
  put(desk, { id, series: id, version: 1, indicator, level, unit, attachment }, who);
}

/** The old version stays, with whatever was said of it. */
export function replaceEvidence(desk: Desk, command: ReplaceEvidence, who: string): void {
  const before = desk.evidence(command.evidence);
  const { series, indicator, level } = before;
  const unit = ownerOf(desk, before);
  checkAttachment(command.attachment);
  open(desk, indicator);
  desk.set('evidence', { ...before, removedAt: desk.draft.now });
  const { id, attachment } = command;
  const version = before.version + 1;
  put(desk, { id, series, version, indicator, level, unit, attachment }, who);
}

export function removeEvidence(desk: Desk, id: string): void {
  const before = desk.evidence(id);
  open(desk, before.indicator);
  desk.set('evidence', { ...before, removedAt: desk.draft.now });
  desk.record('evidence-removed', before.indicator, {
    unit: before.unit,
    facts: { evidence: id, level: before.level, name: before.attachment.name },
  });
}

/** Whose it is: the lead takes over from a unit that has no part in the indicator any more. */
export function ownerOf(desk: Desk, { indicator, unit }: Evidence): string {
  const { lead, supports } = desk.responsibility(indicator);
  return lead === null || supports.includes(unit) ? unit : lead;
}

/** Rule 8: whoever attaches something has begun to answer. */
function open(desk: Desk, indicator: number): void {
  const task = writingTask(desk, indicator);
  begin(desk, task);
  desk.set('answers', editing(desk, indicator));
}

function put(
  desk: Desk,
  given: Omit<Evidence, 'attachedAt' | 'attachedBy' | 'removedAt'>,
  who: string,
): void {
  const { now } = desk.draft;
  desk.set('evidence', { ...given, attachedAt: now, attachedBy: who, removedAt: null });
  const { id, level, version, unit, attachment } = given;
  desk.record('evidence-attached', given.indicator, {
    unit,
    facts: { evidence: id, level, version, ...attachment },
  });
}

/** @throws Refusal link_not_allowed */
function checkAttachment(attachment: Attachment): void {
  if (attachment.kind === 'file') return;
  const { url } = attachment;
  if (URL.canParse(url) && schemes.includes(new URL(url).protocol)) return;
  throw new Refusal('link_not_allowed', { url, allowed: 'http, https' });
}
