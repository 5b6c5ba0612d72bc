/**
 * The month that every run goes through, and what the contract makes of it. Worked out from the words of the
 * contract with nothing but dates: nothing here is shared with the engine.
 */

export const unitCount = 300;
const weeks = ['2025-09-01', '2025-09-08', '2025-09-15', '2025-09-22'] as const;
const daysBefore = [3, 2, 1, 0];
const daysAfter = [1, 2, 3, 4, 5];

export const phases = weeks.map((opens, index) => ({
  code: `pekan-${index + 1}`,
  opens,
  closes: plus(opens, 4),
}));

export const units = Array.from({ length: unitCount }, (_, index) => {
  const code = `OPD-${index + 1}`;
  return { code, admin: `admin@opd-${index + 1}.test` };
});

export const coordinator = 'koordinator@kota.test';
export const cycle = 'bulan';

export function cycleFile(): string {
  const reminders = [...daysBefore.map(before), ...daysAfter.map(after)].join(', ');
  return [
    `code: ${cycle}`,
    'title: Sebulan penuh gangguan',
    'timezone: Asia/Jakarta',
    'sendAt: "08:00"',
    'instrument: spbe-2020',
    'target: 4.00',
    'holidays: []',
    'escalateFrom: H+30',
    'phases:',
    ...phases.map(
      ({ code, opens, closes }) =>
        `  - { code: ${code}, title: ${code}, kind: briefing, opens: ${opens}, closes: ${closes}, reminders: [${reminders}] }`,
    ),
    '',
  ].join('\n');
}

export function peopleFile(): string {
  return [
    `coordinators: [{ name: Koordinator, email: ${coordinator} }]`,
    'units:',
    ...units.map(
      ({ code, admin }) =>
        `  - { code: ${code}, name: Dinas ${code}, head: { name: Kepala ${code}, email: kepala.${admin} }, ` +
        `admins: [{ name: Admin ${code}, email: ${admin} }] }`,
    ),
    '',
  ].join('\n');
}

/** What a task of a phase gives notice of, at an instant in milliseconds; `reminder H-3`, `opened`. */
export interface Occurrence {
  readonly at: number;
  readonly phase: string;
  readonly notice: string;
}

/** Rules 3, 4 and 10, for a month without holidays in which no one finishes anything. */
export function occurrencesOf({ code, opens, closes }: (typeof phases)[number]): Occurrence[] {
  const byDay = new Map<string, { notice: string; unmoved: string }>();
  const reminders = [
    ...daysBefore.map((days) => ({ notice: `reminder ${before(days)}`, day: plus(closes, -days) })),
    ...daysAfter.map((days) => ({ notice: `overdue ${after(days)}`, day: plus(closes, days) })),
  ];
  for (const { notice, day } of reminders) {
    const moved = workingDay(day, notice.startsWith('overdue') ? 1 : -1);
    const other = byDay.get(moved);
    if (!other || other.unmoved < day) byDay.set(moved, { notice, unmoved: day });
  }
  const opened = workingDay(opens, 1);
  byDay.delete(opened);
  const all = [...byDay].map(([day, { notice }]) => ({ day, notice }));
  return [{ day: opened, notice: 'opened' }, ...all]
    .map(({ day, notice }) => ({ at: at(day, '08:00'), phase: code, notice }))
    .sort((a, b) => a.at - b.at);
}

/** Rules 1 and 6: `phase pekan-1 scheduled open`, at an instant in milliseconds. */
export const moves = phases.flatMap(({ code, opens, closes }) => [
  { at: at(opens, '00:00'), move: `phase ${code} scheduled open` },
  { at: at(plus(closes, 1), '00:00'), move: `phase ${code} open closed` },
]);

/** Every instant at which something is due, in order. */
export const instants = [
  ...new Set([
    ...phases.flatMap(occurrencesOf).map((occurrence) => occurrence.at),
    ...moves.map((move) => move.at),
  ]),
].sort((a, b) => a - b);

export const mailInstants = new Set(phases.flatMap(occurrencesOf).map((each) => each.at));

function before(days: number): string {
  return days === 0 ? 'H' : `H-${days}`;
}

function after(days: number): string {
  return `H+${days}`;
}

/** In Jakarta, which is seven hours ahead all year. */
function at(day: string, time: string): number {
  return Date.parse(`${day}T${time}:00+07:00`);
}

function plus(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function workingDay(day: string, direction: 1 | -1): string {
  const isWeekend = [0, 6].includes(new Date(`${day}T00:00Z`).getUTCDay());
  return isWeekend ? workingDay(plus(day, direction), direction) : day;
}
