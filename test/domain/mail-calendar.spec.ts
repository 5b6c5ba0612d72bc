import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { localDate } from '../../src/domain/calendar.js';
import { mailCalendar, mailMonths, type MailDay } from '../../src/domain/mail-calendar.js';
import { sendPlan } from '../../src/domain/send-plan.js';
import { calendarOf } from '../../src/domain/timeline.js';
import { pause } from './commands.js';
import { phase, World, type Plan } from './world.js';

const beginning = '2025-08-31T07:00';
const september = Temporal.PlainYearMonth.from('2025-09');
const selfAssessment = phase('self-assessment', { reminders: ['H-3', 'H', 'H+1'] });

function world(more: Partial<Plan> = {}): World {
  return World.started(beginning, { phases: [selfAssessment], ...more });
}

function planOf(of: World) {
  return sendPlan(of.facts, of.instant(beginning));
}

function monthOf(of: World): MailDay[] {
  return mailCalendar(planOf(of), september, calendarOf(of.facts.cycle));
}

/** `26: 2 reminder`, of days with mails. */
function busy(days: readonly MailDay[]): string[] {
  return days
    .filter(({ mails }) => mails > 0)
    .map(({ date, mails, kinds }) => `${date.day}: ${mails} (${kinds.flat().join(' ')})`);
}

describe('the calendar of mails', () => {
  it('says how many mails go on each day, by kind', () => {
    expect(busy(monthOf(world()))).toEqual([
      '1: 2 (opened 2)',
      '26: 2 (reminder 2)',
      '30: 2 (reminder 2)',
    ]);
  });

  it('counts what goes to one person at once as one mail (rule 11)', () => {
    const briefing = phase('briefing', { opens: '2025-09-01', closes: '2025-10-01' });
    const [first] = monthOf(world({ phases: [selfAssessment, briefing] }));

    expect([first?.mails, first?.kinds]).toEqual([2, [['opened', 2]]]);
  });

  it('names days off, and why', () => {
    const days = monthOf(world({ cycle: { holidays: ['2025-09-05'] } }));

    expect(days.map(({ off }) => off).slice(0, 8)).toEqual(
      [null, null, null, null, 'holiday', 'weekend', 'weekend', null], // prettier-ignore
    );
    expect(days).toHaveLength(30);
  });

  it('counts what is held back while the cycle is paused (rule 17)', () => {
    const paused = world();
    paused.perform(beginning, pause);

    expect(busy(monthOf(paused))).toEqual(busy(monthOf(world())));
  });

  it('has the months until the last mail', () => {
    const started = world();
    const { zone } = started.facts.cycle;
    const today = localDate(started.instant(beginning), zone);

    expect(mailMonths(planOf(started), today, zone).map(String)).toEqual(
      ['2025-08', '2025-09', '2025-10'], // prettier-ignore
    );
    expect(mailMonths([], today, zone).map(String)).toEqual(['2025-08']);
  });
});
