import type { Temporal } from 'temporal-polyfill';
import type { Command, FinishTask } from '../../domain/commands/command.js';

/** What happens in a scenario: what people do, what becomes of the process, and how the mail server answers. */
export type ScenarioAct =
  | Exclude<Command, FinishTask | { readonly do: 'activate' }>
  | FinishAct
  | { readonly do: 'stop' }
  | { readonly do: 'start' }
  | SmtpAct;

/** Levels and findings may be none: the runner fills in what is left out. */
export type FinishAct = Omit<FinishTask, 'acceptedAt' | 'result'>;

export interface SmtpAct {
  readonly do: 'smtp';
  readonly state: 'up' | 'down' | { readonly reject: readonly string[] };
}

export type ScenarioEvent = ScenarioAct & {
  readonly at: Temporal.Instant;
  /** Where the file has it, for messages. */
  readonly line: number;
};
