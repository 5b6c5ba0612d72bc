import { describe, expect, it } from '@jest/globals';
import { decide } from '../../src/domain/commands/decide.js';
import { Draft } from '../../src/domain/draft.js';
import { move } from '../../src/domain/machines.js';
import { planNotices } from '../../src/domain/plan-notices.js';
import {
  askExtension,
  extensionOf,
  grantRequest,
  refuseGrant,
  refuseRequest,
  withdrawRequest,
  type Asked,
} from '../../src/domain/extension/request-rules.js';
import {
  requestMoves,
  stillAsks,
  type ExtensionRequest,
  type RequestEvent,
} from '../../src/domain/extension/request.js';
import { numberVersion } from '../../src/domain/timeline-version.js';
import { finish, reschedule, result, retireUnit, type Act } from './commands.js';
import { phase, World } from './world.js';

const phases = [
  phase('self-assessment'),
  phase('review', { opens: '2025-10-01', closes: '2025-10-31' }),
  phase('report', { opens: '2025-09-01', closes: '2025-12-19' }),
];
const now = '2025-09-23T10:00';

const letter = '060/040/IX/2025';
const asked: Asked = {
  id: 'r1',
  phase: 'self-assessment',
  unit: 'DINKES',
  wish: '2025-10-07',
  reason: 'Kebakaran ruang arsip',
  letter,
  file: { kind: 'file', name: 'surat.pdf', sha256: 'a1', size: 1, type: 'application/pdf' },
};

function world(): World {
  return World.started('2025-08-31T07:00', { phases }).run(now);
}

function draftOf(of: World, at = now): Draft {
  return new Draft(of.facts, of.instant(at), 'koordinator', { reason: asked.reason, letter });
}

function waiting(of: World): ExtensionRequest {
  const [request] = askExtension(draftOf(of), asked, [], 'admin@dinkes.test');
  if (!request) throw new Error('nothing was asked');
  return request;
}

const ruling = { who: 'koordinator', note: 'Baik.' };

describe('rule 16: a request for more time', () => {
  const over = 'already_decided';
  // prettier-ignore
  it.each([
    { state: 'waiting',   approve: 'approved', shorten: 'shortened', refuse: 'refused', withdraw: 'withdrawn' },
    { state: 'approved',  approve: over,       shorten: over,        refuse: over,      withdraw: over        },
    { state: 'shortened', approve: over,       shorten: over,        refuse: over,      withdraw: over        },
    { state: 'refused',   approve: over,       shorten: over,        refuse: over,      withdraw: over        },
    { state: 'withdrawn', approve: over,       shorten: over,        refuse: over,      withdraw: over        },
  ] as const)('that is $state answers every event', ({ state, ...answers }) => {
    const events = Object.keys(requestMoves.waiting) as RequestEvent[];
    const led = (event: RequestEvent): string => {
      try {
        return move(requestMoves, state, event);
      } catch (error) {
        return (error as Error).message;
      }
    };

    expect(Object.fromEntries(events.map((event) => [event, led(event)]))).toEqual(answers);
  });

  it('waits, with what was said, by whom and when', () => {
    const given = world();

    expect(waiting(given)).toEqual({
      ...asked,
      ...{ state: 'waiting', askedBy: 'admin@dinkes.test', askedAt: given.instant(now) },
      ...{ granted: null, decidedBy: null, decidedAt: null, note: '' },
    });
  });

  it.each([
    { what: 'the deadline that holds', more: { wish: '2025-09-30' }, code: 'not_later' },
    { what: 'a moment that is over', more: { wish: '2025-09-20' }, code: 'not_later' },
    { what: 'a phase that is yet to open', more: { phase: 'review' }, code: 'not_open' },
    { what: 'the coordinators’ own task', more: { phase: 'report' }, code: 'not_open' },
    { what: 'no unit of the cycle', more: { unit: 'X' }, code: 'unknown_unit' },
    { what: 'no phase of the cycle', more: { phase: 'x' }, code: 'unknown_phase' },
  ])('for $what is refused', ({ more, code }) => {
    const ask = () => askExtension(draftOf(world()), { ...asked, ...more }, [], 'a');

    expect(ask).toThrow(code);
  });

  it('is asked once, until it is decided, withdrawn or no longer needed', () => {
    const given = world();
    const first = waiting(given);
    const again = (of: World, known: ExtensionRequest) => () =>
      askExtension(draftOf(of), { ...asked, id: 'r2', wish: '2025-10-09' }, [known], 'b');

    expect(again(given, first)).toThrow('already_asked');
    expect(again(given, { ...first, state: 'refused' })()).toHaveLength(1);
    given.perform(now, reschedule('self-assessment', { closes: '2025-10-08' }));
    expect(again(given, first)().map(({ id, state }) => [id, state])).toEqual([
      ['r1', 'withdrawn'],
      ['r2', 'waiting'],
    ]);
  });

  it('can be withdrawn until somebody decides', () => {
    const given = world();

    expect(withdrawRequest(draftOf(given), waiting(given))).toMatchObject({ state: 'withdrawn' });
    expect(() => withdrawRequest(draftOf(given), { ...waiting(given), state: 'refused' })).toThrow(
      'already_decided',
    );
  });
});

describe('rule 16: granting a request', () => {
  it.each([
    { until: '2025-10-07', state: 'approved' },
    { until: '2025-10-08T00:00', state: 'approved' },
    { until: '2025-10-03', state: 'shortened' },
  ])('until $until is $state, and its extension a version of the timeline', ({ until, state }) => {
    const given = world();
    const draft = draftOf(given);
    const request = waiting(given);

    refuseGrant(draft, request, until);
    decide(draft, extensionOf(request, until));
    const granted = grantRequest(draft, request, until, ruling);
    numberVersion(draft);

    expect(granted).toEqual({
      ...request,
      ...{ state, granted: until, note: 'Baik.' },
      ...{ decidedBy: 'koordinator', decidedAt: given.instant(now) },
    });
    const { journal } = draft.decision();
    expect(journal.map(({ what, why, facts }) => [what, why, facts['letter']])).toEqual([
      ['extended', asked.reason, letter],
      ['extension-request', 'Baik.', letter],
      ['version', asked.reason, letter],
    ]);
  });

  it('until later than was wished is refused', () => {
    const given = world();

    expect(() => refuseGrant(draftOf(given), waiting(given), '2025-10-08')).toThrow('not_shorter');
  });
});

describe('rule 16: a request that waits', () => {
  const publish = finish('report', { result });

  it.each<{ until: string; happens: Act; code: string }>([
    {
      until: 'its unit has finished',
      happens: finish('self-assessment', { unit: 'DINKES' }),
      code: 'already_finished',
    },
    { until: 'its unit retires', happens: retireUnit('DINKES'), code: 'unknown_unit' },
    {
      until: 'the phase closes as late as it wishes',
      happens: reschedule('self-assessment', { closes: '2025-10-07' }),
      code: 'not_later',
    },
    { until: 'the result is published', happens: publish, code: 'already_finished' },
  ])('asks until $until, and is not decided after that', ({ happens, code }) => {
    const given = world();
    const request = waiting(given);
    const before = stillAsks(request, given.facts);

    given.perform(now, happens);

    expect([before, stillAsks(request, given.facts)]).toEqual([true, false]);
    const decisions = [
      () => refuseRequest(draftOf(given), request, ruling),
      () => refuseGrant(draftOf(given), request, request.wish),
    ];
    for (const decision of decisions) expect(decision).toThrow(code);
  });

  it('asks on although its unit is late, and although its own date is past', () => {
    const given = world();
    const request = waiting(given);

    given.run('2025-10-09T10:00');

    expect(stillAsks(request, given.facts)).toBe(true);
  });

  it('asks again when the date moves back', () => {
    const given = world();
    const request = waiting(given);
    given.perform(now, reschedule('self-assessment', { closes: '2025-10-07' }));

    given.perform(now, reschedule('self-assessment', { closes: '2025-10-01' }));

    expect(stillAsks(request, given.facts)).toBe(true);
  });
});

describe('rule 10: of a request', () => {
  function told(work: (draft: Draft, request: ExtensionRequest) => unknown): string[] {
    const given = world();
    const request = waiting(given);
    const draft = draftOf(given);
    work(draft, request);
    const at = given.instant(now);
    const news = draft.decision().journal;
    return planNotices(draft.facts, { after: at, until: at, news }).map(
      ({ kind, recipient, occurrence, facts }) =>
        [kind, recipient.email, occurrence, facts.wish, facts.reason].join(' | '),
    );
  }

  it('the coordinators are told that it waits', () => {
    expect(told((draft) => askExtension(draft, asked, [], 'a'))).toEqual([
      'extension-asked | koordinator@kota.test | extension-asked r1 | 2025-10-07 | Kebakaran ruang arsip',
    ]);
  });

  it('the admins are told that it is refused, and why', () => {
    expect(told((draft, request) => refuseRequest(draft, request, ruling))).toEqual([
      'extension-refused | admin@dinkes.test | extension-refused r1 | 2025-10-07 | Baik.',
    ]);
  });

  it('nobody is told that it was withdrawn or granted: `extended` tells of the new date', () => {
    expect(told(withdrawRequest)).toEqual([]);
    expect(told((draft, request) => grantRequest(draft, request, asked.wish, ruling))).toEqual([]);
  });
});
