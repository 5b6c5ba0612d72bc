import { describe, expect, it } from '@jest/globals';
import {
  actorOf,
  allowed,
  authorise,
  authoriseCoordinator,
  relationsTo,
  type Action,
  type Relation,
} from '../../../src/domain/assessment/actor.js';
import type { AssessmentCommand } from '../../../src/domain/assessment/commands/command.js';
import { everybody, unit } from '../people.js';
import { refusalOf, type City } from './city.js';
import {
  a1,
  a2,
  accept,
  agree,
  askNihil,
  attach,
  coordinator,
  decideNihil,
  dinkes,
  dlh,
  external,
  headOfDinkes,
  lead,
  review,
  save,
  settle,
  stranger,
  talk,
  withdrawNihil,
} from './deeds.js';
import { atTheStart, differing, sent } from './stations.js';

const relations: readonly Relation[] = ['coordinator', 'lead', 'support', 'head', 'assessor'];

// prettier-ignore
const table: Readonly<Record<Action, Readonly<Record<Relation, 'yes' | 'no'>>>> = {
  read:    { coordinator: 'yes', lead: 'yes', support: 'yes', head: 'yes', assessor: 'yes' },
  answer:  { coordinator: 'no',  lead: 'yes', support: 'no',  head: 'no',  assessor: 'no'  },
  attach:  { coordinator: 'no',  lead: 'yes', support: 'yes', head: 'no',  assessor: 'no'  },
  declare: { coordinator: 'no',  lead: 'yes', support: 'no',  head: 'no',  assessor: 'no'  },
  judge:   { coordinator: 'no',  lead: 'no',  support: 'no',  head: 'no',  assessor: 'yes' },
  comment: { coordinator: 'yes', lead: 'yes', support: 'yes', head: 'no',  assessor: 'yes' },
  assign:  { coordinator: 'yes', lead: 'no',  support: 'no',  head: 'no',  assessor: 'no'  },
  decide:  { coordinator: 'yes', lead: 'no',  support: 'no',  head: 'no',  assessor: 'no'  },
};

describe('access', () => {
  it.each(Object.keys(table) as Action[])('to %s is for these and for nobody else', (action) => {
    const found = relations.map((relation) => [relation, answerTo(action, [relation])]);

    expect(Object.fromEntries(found)).toEqual(table[action]);
  });

  it.each(Object.keys(allowed) as Action[])('to %s is not even refused to a stranger', (action) => {
    expect(() => {
      authorise(action, []);
    }).toThrow('not_found');
  });

  it('adds up for somebody who is two things', () => {
    expect(answerTo('answer', ['head', 'lead'])).toBe('yes');
  });
});

describe('a command', () => {
  const [start, october, november] = [() => atTheStart(), () => sent(), () => differing()];

  // prettier-ignore
  it.each<{ command: AssessmentCommand; at: () => City; may: readonly string[]; mayNot: readonly string[] }>([
    { at: start,    command: save(1),              may: [dinkes],           mayNot: [coordinator, dlh, headOfDinkes, a1] },
    { at: start,    command: attach(1, 2),         may: [dinkes],           mayNot: [coordinator, dlh, headOfDinkes, a1] },
    { at: start,    command: askNihil(1),          may: [dinkes],           mayNot: [coordinator, dlh, headOfDinkes, a1] },
    { at: start,    command: lead(1, 'DLH'),       may: [coordinator],      mayNot: [dinkes, dlh, headOfDinkes, a1]      },
    { at: october,  command: accept('e1-2'),       may: [a1],               mayNot: [coordinator, dinkes, dlh, headOfDinkes] },
    { at: october,  command: review(1, '1'),       may: [a1],               mayNot: [coordinator, dinkes, dlh, headOfDinkes] },
    { at: october,  command: agree(1),             may: [a1],               mayNot: [coordinator, dinkes, dlh, headOfDinkes] },
    { at: october,  command: talk(1),              may: [coordinator, dinkes, dlh, a1], mayNot: [headOfDinkes]           },
    { at: november, command: settle(1, '2'),       may: [coordinator],      mayNot: [dinkes, dlh, headOfDinkes, a1]      },
  ])('$command.do is for $may', ({ at, command, may, mayNot }) => {
    for (const who of may) expect(() => at().does(who, command)).not.toThrow();
    for (const who of mayNot) expect(() => at().does(who, command)).toThrow('not_allowed');
    for (const who of [a2, stranger]) expect(() => at().does(who, command)).toThrow('not_found');
  });

  it.each([decideNihil(1, true), withdrawNihil(1)])('$do is not for its other side', (command) => {
    const asked = atTheStart().does(dinkes, askNihil(1));
    const [own, other] =
      command.do === 'decideNihil' ? [coordinator, dinkes] : [dinkes, coordinator];

    expect(() => asked.does(other, command)).toThrow('not_allowed');
    expect(() => asked.does(stranger, command)).toThrow('not_found');
    expect(() => asked.does(own, command)).not.toThrow();
  });

  it('on what nobody leads is for coordinators only', () => {
    expect(() => atTheStart().does(coordinator, external('4'))).not.toThrow();
    expect(() => atTheStart().does(dinkes, external('4'))).toThrow('not_found');
  });

  it('tells who may read but not do what it is about', () => {
    const refusal = refusalOf(() => atTheStart().does(headOfDinkes, save(1)));

    expect(refusal).toEqual({ code: 'not_allowed', detail: { action: 'answer' } });
  });
});

describe('somebody', () => {
  const people = everybody();

  it('is known by address, whatever its case', () => {
    expect(actorOf(people, 'Admin@DINKES.test')).toEqual({
      ...{ name: 'admin@dinkes.test', coordinator: false, adminOf: ['DINKES'] },
      ...{ headOf: [], assessor: null },
    });
  });

  it('of a retired unit has nothing to do with it any more', () => {
    const without = everybody({ units: [unit('DINKES', { retired: true })] });

    expect(actorOf(without, dinkes).adminOf).toEqual([]);
    expect(actorOf(without, headOfDinkes).headOf).toEqual([]);
  });

  it('whom the cycle does not know is related to nothing', () => {
    const responsibility = { indicator: 1, lead: 'DINKES', supports: ['DLH'], title: null };

    expect(relationsTo(actorOf(people, stranger), responsibility, people)).toEqual([]);
  });

  it('is an assessor of what the assigned unit leads, not of what it supports', () => {
    const ofDlh = { indicator: 1, lead: 'DINKES', supports: ['DLH'], title: null };

    expect(relationsTo(actorOf(people, a1), ofDlh, people)).toEqual(['assessor']);
    expect(relationsTo(actorOf(people, a2), ofDlh, people)).toEqual([]);
  });

  it('coordinates, takes part, or is not told that there is anything', () => {
    const ask = (who: string) => () => {
      authoriseCoordinator(actorOf(people, who));
    };

    expect(ask(coordinator)).not.toThrow();
    expect(ask(headOfDinkes)).toThrow('not_allowed');
    expect(ask(a2)).toThrow('not_allowed');
    expect(ask(stranger)).toThrow('not_found');
  });
});

function answerTo(action: Action, has: readonly Relation[]): 'yes' | 'no' {
  try {
    authorise(action, has);
    return 'yes';
  } catch {
    return 'no';
  }
}
