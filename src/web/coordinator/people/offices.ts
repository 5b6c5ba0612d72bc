import type { People, Person } from '../../../domain/people.js';

type Role = 'coordinator' | 'assessor' | 'sekda' | 'leader' | 'secretary' | 'admin';

export interface Office {
  readonly person: Person;
  readonly role: Role;
  /** The code of an assessor. */
  readonly code: string;
  /** Whom they head or speak for; of an assessor the home. */
  readonly unit: string;
  /** Where it is changed. */
  readonly link: string;
}

/** Who holds two offices is in it twice. @param path of the page of people */
export function officesOf(people: People, path: string): Office[] {
  const { coordinators, assessors, units, sekda } = people;
  const active = units.filter(({ retired }) => !retired);
  const unitLink = (code: string): string => `${path}/opd?kode=${encodeURIComponent(code)}`;
  const office = (role: Role, person: Person, link: string, more = {}): Office => {
    return { role, person, link, code: '', unit: '', ...more };
  };
  return [
    ...coordinators.map((each) => {
      const link = `${path}/koordinator?surel=${encodeURIComponent(each.email)}`;
      return office('coordinator', each, link);
    }),
    ...assessors
      .filter(({ retired }) => !retired)
      .map((each) => {
        const { code, unit } = each;
        const link = `${path}/asesor?kode=${encodeURIComponent(code)}`;
        return office('assessor', each, link, { code, unit: unit ?? '' });
      }),
    ...(sekda ? [office('sekda', sekda, `${path}/sekda`)] : []),
    ...active.flatMap(({ code, head }) =>
      head ? [office('leader', head, unitLink(code), { unit: code })] : [],
    ),
    ...active.flatMap(({ code, secretary }) =>
      secretary ? [office('secretary', secretary, unitLink(code), { unit: code })] : [],
    ),
    ...active.flatMap(({ code, admins }) =>
      admins.map((each) => office('admin', each, unitLink(code), { unit: code })),
    ),
  ];
}
