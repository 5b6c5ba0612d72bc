import type { Attachment } from '../evidence.js';
import type { Judgement } from '../verdict.js';

/** What people do to the content of a cycle's tasks. */
export type AssessmentCommand =
  | SaveAnswer
  | AttachEvidence
  | ReplaceEvidence
  | { readonly do: 'removeEvidence'; readonly evidence: string }
  | { readonly do: 'askNihil'; readonly indicator: number; readonly reason: string }
  | { readonly do: 'withdrawNihil'; readonly indicator: number }
  | DecideNihil
  | JudgeEvidence
  | ReviewAnswer
  | { readonly do: 'agree'; readonly task: string; readonly indicator: number }
  | SettleDifference
  | WriteComment
  | AssignIndicator
  | SetExternalValue;

export interface SaveAnswer {
  readonly do: 'saveAnswer';
  readonly indicator: number;
  /** The version that the writer has seen; 0 when there was none. */
  readonly version: number;
  readonly level: string | null;
  readonly fact: string;
  readonly analysis: string;
}

export interface AttachEvidence {
  readonly do: 'attachEvidence';
  readonly id: string;
  readonly indicator: number;
  readonly level: number;
  /** The unit in whose name it is attached. */
  readonly unit: string;
  readonly attachment: Attachment;
}

export interface ReplaceEvidence {
  readonly do: 'replaceEvidence';
  readonly id: string;
  readonly evidence: string;
  readonly attachment: Attachment;
}

export interface DecideNihil {
  readonly do: 'decideNihil';
  readonly indicator: number;
  readonly approved: boolean;
  readonly note: string;
}

export interface JudgeEvidence {
  readonly do: 'judgeEvidence';
  readonly task: string;
  readonly evidence: string;
  readonly judgement: Judgement;
  readonly note: string;
}

export interface ReviewAnswer {
  readonly do: 'reviewAnswer';
  readonly task: string;
  readonly indicator: number;
  /** The version that the assessor has seen; 0 when there was none. */
  readonly version: number;
  readonly level: string;
  readonly note: string;
  readonly finding: boolean;
}

export interface SettleDifference {
  readonly do: 'settle';
  readonly phase: string;
  readonly indicator: number;
  readonly level: string;
  readonly note: string;
}

export interface AssignIndicator {
  readonly do: 'assignIndicator';
  readonly indicator: number;
  readonly lead: string | null;
  readonly supports: readonly string[];
  readonly title: string | null;
}

export interface SetExternalValue {
  readonly do: 'setExternal';
  readonly indicator: number;
  readonly level: string;
  readonly note: string;
}

export interface WriteComment {
  readonly do: 'comment';
  readonly id: string;
  readonly indicator: number;
  readonly text: string;
  readonly objection: boolean;
}
