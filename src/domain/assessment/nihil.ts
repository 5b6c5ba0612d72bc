import type { Temporal } from 'temporal-polyfill';
import type { Moves } from '../machines.js';

/** A unit says that an indicator does not concern the city; a coordinator decides. */
export type NihilState = 'asked' | 'approved' | 'refused' | 'withdrawn';
export type NihilEvent = 'ask' | 'approve' | 'refuse' | 'withdraw';

export interface Nihil {
  readonly indicator: number;
  readonly unit: string;
  readonly state: NihilState;
  readonly reason: string;
  readonly askedBy: string;
  readonly askedAt: Temporal.Instant;
  readonly decidedBy: string | null;
  readonly decisionNote: string;
}

const no = { refused: 'already_decided' } as const;

// prettier-ignore
export const nihilMoves: Moves<NihilState, NihilEvent> = {
  asked:     { ask: 'asked', approve: 'approved', refuse: 'refused', withdraw: 'withdrawn' },
  approved:  { ask: no,      approve: no,         refuse: no,        withdraw: 'withdrawn' },
  refused:   { ask: 'asked', approve: 'approved', refuse: no,        withdraw: no          },
  withdrawn: { ask: 'asked', approve: no,         refuse: no,        withdraw: no          },
};
