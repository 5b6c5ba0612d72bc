import { describe, expect, it } from '@jest/globals';
import { noticeKinds, silenceableKinds } from '../../src/domain/notice-kind.js';

describe('rule 10: the kinds of notices', () => {
  it('may be silenced where they tell of neither a deadline nor a duty', () => {
    expect([...silenceableKinds].sort()).toEqual(['comment', 'cycle-closed', 'unassigned']);
  });

  it('come in any case where they do', () => {
    const always = noticeKinds.filter((kind) => !silenceableKinds.includes(kind));

    expect([...always].sort()).toEqual([
      'assigned',
      'blocked',
      'extended',
      'extension-asked',
      'extension-refused',
      'handover',
      'opened',
      'outage',
      'overdue',
      'reminder',
      'rescheduled',
      'returned',
    ]);
  });
});
