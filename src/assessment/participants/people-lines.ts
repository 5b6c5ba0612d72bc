import type { Person } from '../../domain/people.js';
import { sameJson } from '../../domain/same-json.js';
import type { PeopleDifference } from './people-difference.js';

/** One thing that would change, for whoever has to agree to it. */
export interface PeopleLine {
  readonly list: 'units' | 'assessors';
  readonly code: string;
  readonly about: 'name' | 'admins' | 'head' | 'secretary' | 'email' | 'home';
  /** Whether the unit or the assessor is new. */
  readonly isNew: boolean;
  readonly from: readonly string[];
  readonly to: readonly string[];
}

type Values = Readonly<Partial<Record<PeopleLine['about'], readonly string[]>>>;

export function peopleLines({ units, assessors }: PeopleDifference): PeopleLine[] {
  return [
    ...units.flatMap(({ from, next }) => {
      return linesBetween(
        { list: 'units', code: next.code },
        from && unitValues(from),
        unitValues(next),
      );
    }),
    ...assessors.flatMap(({ from, next }) => {
      const place = { list: 'assessors', code: next.code } as const;
      return linesBetween(place, from && assessorValues(from), assessorValues(next));
    }),
  ];
}

type Units = PeopleDifference['units'][number]['next'];
type Assessors = PeopleDifference['assessors'][number]['next'];

function unitValues({ name, admins, head, secretary }: Units): Values {
  const orNobody = (person: Person | null): string[] => (person ? [inFull(person)] : []);
  return {
    ...{ name: [name], admins: admins.map(inFull) },
    ...{ head: orNobody(head), secretary: orNobody(secretary) },
  };
}

function assessorValues({ name, email, unit }: Assessors): Values {
  return { name: [name], email: [email], home: unit === null ? [] : [unit] };
}

function linesBetween(
  place: Pick<PeopleLine, 'list' | 'code'>,
  from: Values | null,
  next: Values,
): PeopleLine[] {
  const abouts = Object.keys(next) as (keyof Values)[];
  return abouts
    .map((about) => {
      const [then = [], now = []] = [from?.[about], next[about]];
      return { ...place, about, isNew: from === null, from: then, to: now };
    })
    .filter((line) => !sameJson(line.from, line.to));
}

export function inFull({ name, email }: Person): string {
  return `${name} <${email}>`;
}
