import { changeUnit, putAssessor } from '../../domain/commands/change-people.js';
import { addUnit, replaceAdmins } from '../../domain/commands/change-units.js';
import type { Draft } from '../../domain/draft.js';
import type { Assessor, People, Person, Unit } from '../../domain/people.js';
import { addressKey } from '../../domain/recipients.js';
import { sameJson } from '../../domain/same-json.js';
import type { ImportedPeople } from './read-people.js';
import type { ImportedUnit } from './unit-rows.js';

/** What would become of somebody; `from` is null for whoever is new. */
interface Became<T> {
  readonly from: T | null;
  readonly next: T;
}

/** What taking an import would change, and nothing else. */
export interface PeopleDifference {
  readonly units: readonly Became<Omit<Unit, 'retired'>>[];
  readonly assessors: readonly Became<Omit<Assessor, 'retired'>>[];
}

export function peopleDifference(imported: ImportedPeople, people: People): PeopleDifference {
  const units = new Map(
    people.units.map(({ code, name, head, secretary, admins }) => {
      return [code, { code, name, head, secretary, admins }];
    }),
  );
  const assessors = new Map(
    people.assessors.map(({ code, name, email, unit }) => [code, { code, name, email, unit }]),
  );
  return {
    units: imported.units
      .map((said) => {
        const from = units.get(said.code) ?? null;
        return { from, next: unitWith(said, from) };
      })
      .filter(isChange),
    assessors: imported.assessors
      .map((next) => ({ from: assessors.get(next.code) ?? null, next }))
      .filter(isChange),
  };
}

/** By the commands that a person's single changes go through. @throws Refusal */
export function applyPeople(draft: Draft, { units, assessors }: PeopleDifference): void {
  for (const { from, next } of units) applyUnit(draft, from, next);
  for (const { next } of assessors) putAssessor(draft, next);
}

export function applyUnit(
  draft: Draft,
  from: Omit<Unit, 'retired'> | null,
  next: Omit<Unit, 'retired'>,
): void {
  const { code, name, head, secretary, admins } = next;
  if (!from) {
    addUnit(draft, next);
    return;
  }
  const about = (unit: Omit<Unit, 'retired'>) => [unit.name, unit.head, unit.secretary];
  if (!sameJson(about(next), about(from))) {
    changeUnit(draft, { do: 'changeUnit', unit: code, name, head, secretary });
  }
  if (!sameJson(admins, from.admins)) {
    replaceAdmins(draft, { do: 'replaceAdmins', unit: code, admins });
  }
}

function unitWith(said: ImportedUnit, from: Omit<Unit, 'retired'> | null): Omit<Unit, 'retired'> {
  const { code } = said;
  const stays = said.admins.length === 0 || isSameSet(said.admins, from?.admins ?? []);
  return {
    code,
    name: said.name ?? from?.name ?? code,
    head: said.head ?? from?.head ?? null,
    secretary: said.secretary ?? from?.secretary ?? null,
    admins: stays ? (from?.admins ?? []) : said.admins,
  };
}

function isChange<T>({ from, next }: Became<T>): boolean {
  return !sameJson(from, next);
}

/** Their order means nothing. */
function isSameSet(a: readonly Person[], b: readonly Person[]): boolean {
  return sameJson(a.map(said).sort(), b.map(said).sort());
}

function said(person: Person): string {
  return `${addressKey(person)} ${person.name}`;
}
