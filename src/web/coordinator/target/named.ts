import type { Reader } from '../../../assessment/reading.service.js';
import { leadsOf } from '../../../assessment/target/targets.service.js';

/** How indicators and units are called in this city. */
export interface Named {
  readonly indicator: (no: number) => string;
  /** Of an indicator's lead unit; null without one. */
  readonly lead: (no: number) => string | null;
}

export function namesIn({ facts, instrument, dossier }: Reader): Named {
  const units = new Map(facts.people.units.map(({ code, name }) => [code, name]));
  const own = new Map(dossier.responsibilities.map(({ indicator, title }) => [indicator, title]));
  const names = new Map(instrument.indicators.map(({ no, name }) => [no, own.get(no) ?? name]));
  const leads = leadsOf({ dossier });
  return {
    indicator: (no) => names.get(no) ?? String(no),
    lead: (no) => {
      const lead = leads[String(no)] ?? null;
      return lead === null ? null : (units.get(lead) ?? lead);
    },
  };
}
