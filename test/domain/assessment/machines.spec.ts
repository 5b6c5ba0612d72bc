import { describe, expect, it } from '@jest/globals';
import { answerMoves } from '../../../src/domain/assessment/answer.js';
import { nihilMoves } from '../../../src/domain/assessment/nihil.js';
import { move, type Moves } from '../../../src/domain/machines.js';
import { Refusal } from '../../../src/domain/refusal.js';

describe('rule 8: an answer', () => {
  // prettier-ignore
  it.each([
    { state: 'draft',     edit: 'draft',            submit: 'submitted',        return: 'not_open', review: 'not_open' },
    { state: 'submitted', edit: 'already_finished', submit: 'already_finished', return: 'returned', review: 'reviewed' },
    { state: 'returned',  edit: 'revising',         submit: 'incomplete',       return: 'returned', review: 'returned' },
    { state: 'revising',  edit: 'revising',         submit: 'revised',          return: 'revising', review: 'revising' },
    { state: 'revised',   edit: 'already_finished', submit: 'already_finished', return: 'returned', review: 'reviewed' },
    { state: 'reviewed',  edit: 'not_returned',     submit: 'not_returned',     return: 'returned', review: 'reviewed' },
  ])('that is $state answers every event', (row) => {
    expect(answersOf(answerMoves, row.state)).toEqual(row);
  });
});

describe('a nihil request', () => {
  // prettier-ignore
  it.each([
    { state: 'asked',     ask: 'asked',           approve: 'approved',        refuse: 'refused',         withdraw: 'withdrawn'       },
    { state: 'approved',  ask: 'already_decided', approve: 'already_decided', refuse: 'already_decided', withdraw: 'withdrawn'       },
    { state: 'refused',   ask: 'asked',           approve: 'approved',        refuse: 'already_decided', withdraw: 'already_decided' },
    { state: 'withdrawn', ask: 'asked',           approve: 'already_decided', refuse: 'already_decided', withdraw: 'already_decided' },
  ])('that is $state answers every event', (row) => {
    expect(answersOf(nihilMoves, row.state)).toEqual(row);
  });
});

/** Each event of the table with where it leads from a state, or the code of its refusal. */
function answersOf<S extends string, E extends string>(moves: Moves<S, E>, state: string) {
  const from = state as S;
  const events = Object.keys(moves[from]) as E[];
  return { state, ...Object.fromEntries(events.map((event) => [event, led(moves, from, event)])) };
}

function led<S extends string, E extends string>(moves: Moves<S, E>, from: S, event: E): string {
  try {
    return move(moves, from, event);
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}
