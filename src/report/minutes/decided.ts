import type { PublishedResult } from '../../domain/commands/command.js';
import type { Facts, PhaseKind } from '../../domain/cycle.js';
import { comma } from '../../notice/letter/words/result.js';
import type { Decided } from './minutes.js';
import type { MinutesRecord } from './minutes-of.js';
import { decidedWords as words } from './words.js';

type Decide = (record: MinutesRecord) => Decided[];

const nothing: Decide = () => [];

/** What the shared task of a phase came to, as it stands by now. */
const decided: Readonly<Record<PhaseKind, Decide>> = {
  assignment: (record) => [leads(record), assessors(record.facts)],
  briefing: nothing,
  'self-assessment': nothing,
  review: nothing,
  revision: nothing,
  report: published,
};

export function decidedIn(record: MinutesRecord): Decided[] {
  return decided[record.phase.kind](record);
}

function leads({ facts, dossier, instrument }: MinutesRecord): Decided {
  const names = new Map(facts.people.units.map(({ code, name }) => [code, name]));
  const own = new Map(dossier.responsibilities.map((each) => [each.indicator, each]));
  return {
    title: words.leads,
    columns: [words.indicator, words.lead],
    rows: instrument.indicators.map(({ no, name, valueSource }) => {
      const { lead = null, title = null } = own.get(no) ?? {};
      const said = valueSource === 'external' ? words.external : words.nobody;
      return [`${no}. ${title ?? name}`, lead === null ? said : (names.get(lead) ?? lead)];
    }),
  };
}

function assessors({ people }: Facts): Decided {
  const names = new Map(people.assessors.map(({ code, name }) => [code, name]));
  return {
    title: words.assessors,
    columns: [words.unit, words.assessor],
    rows: people.units
      .filter(({ retired }) => !retired)
      .map(({ code, name }) => {
        const own = people.assignments.filter(({ unit }) => unit === code);
        const named = own.map(({ assessor }) => names.get(assessor) ?? assessor).join(', ');
        return [name, named === '' ? words.nobody : named];
      }),
  };
}

function published({ published: entry }: MinutesRecord): Decided[] {
  const { result } = (entry?.facts ?? {}) as { readonly result?: PublishedResult | null };
  if (!result) return [];
  return [
    {
      title: words.result,
      columns: [words.what, words.value],
      rows: [
        [words.index, comma(result.index)],
        [words.predikat, result.predikat],
        [words.target, result.target === null ? '–' : comma(result.target)],
      ],
    },
  ];
}
