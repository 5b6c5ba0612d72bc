import type { Cycle, Task } from './cycle.js';
import { copiedRungs, type Copied, type CopiedOffice } from './escalation.js';
import type { Matter, Notice, NoticeFacts, Recipient, Role } from './notice.js';
import { offsetOf } from './offset.js';
import type { People, Person, Unit } from './people.js';

/** Looks people up by code, once built for many notices. */
export class Directory {
  private readonly units: ReadonlyMap<string, Unit>;
  private readonly assessors: ReadonlyMap<string, Person>;

  constructor(
    private readonly people: People,
    private readonly cycle: Pick<Cycle, 'escalateFrom' | 'escalation'>,
  ) {
    this.units = new Map(people.units.map((unit) => [unit.code, unit]));
    this.assessors = new Map(people.assessors.map((assessor) => [assessor.code, assessor]));
  }

  /** Who has the task: the assessor, else the unit's admins, else the coordinators. */
  bearersOf({ unit, assessor }: Pick<Task, 'unit' | 'assessor'>): Recipient[] {
    if (assessor !== null) return this.assessor(assessor);
    return unit === null ? this.coordinators() : this.admins(unit);
  }

  admins(code: string): Recipient[] {
    return as('admin', this.units.get(code)?.admins ?? [], code);
  }

  assessor(code: string): Recipient[] {
    const assessor = this.assessors.get(code);
    return as('assessor', assessor ? [assessor] : [], null);
  }

  coordinators(): Recipient[] {
    return as('coordinator', this.people.coordinators, null);
  }

  /** The coordinators and the heads of all units that take part. */
  audienceOfResult(): Recipient[] {
    const heads = [...this.units.values()].flatMap(({ code, head, retired }) =>
      head && !retired ? as('head', [head], code) : [],
    );
    return [...this.coordinators(), ...heads];
  }

  /**
   * Rules 10 and 11. Who is the recipient needs no copy, nor does anybody need two.
   * @param reached by how many working days the task is late, as far as the ladder counts
   */
  address(
    matter: Matter,
    recipients: readonly Recipient[],
    reached: number | null = null,
  ): Notice[] {
    const copies = [...this.ofHead(matter), ...this.ofLadder(matter, reached)];
    const { vacant, notaDinas } = this.ladderFacts(matter, reached);
    return recipients.map((recipient) => {
      const copyTo = once(copies.filter((copy) => !isSameAddress(copy, recipient)));
      const facts = {
        ...matter.facts,
        ...(vacant && { vacant }),
        // Without a copy there is nobody to write it to.
        ...(notaDinas && copyTo.length > 0 && { notaDinas }),
      };
      return { ...matter, facts, recipient, copyTo };
    });
  }

  private ofHead({ kind, offset, unit }: Matter): Copied[] {
    const { escalateFrom } = this.cycle;
    if (kind !== 'overdue' || offset === null || escalateFrom === null) return [];
    const isEscalated = offsetOf(offset).days >= offsetOf(escalateFrom).days;
    return isEscalated ? this.holder('head', unit) : [];
  }

  private ofLadder({ unit }: Matter, reached: number | null): Copied[] {
    const rungs = copiedRungs(this.cycle.escalation, reached);
    return rungs.flatMap(({ to }) => this.holder(to, unit));
  }

  private ladderFacts({ unit }: Matter, reached: number | null): NoticeFacts {
    const rungs = copiedRungs(this.cycle.escalation, reached);
    const vacant = rungs.map(({ to }) => to).filter((to) => this.holder(to, unit).length === 0);
    const formal = rungs.filter(({ to, notaDinas }) => notaDinas && !vacant.includes(to)).at(-1);
    return {
      ...(vacant.length > 0 && { vacant }),
      ...(formal && { notaDinas: formal.to }),
    };
  }

  private holder(office: CopiedOffice, unit: string | null): Copied[] {
    const person =
      office === 'sekda' ? this.people.sekda : (this.units.get(unit ?? '')?.[office] ?? null);
    return person ? [{ name: person.name, email: person.email, office }] : [];
  }
}

/** In whichever office they come first. */
function once(copies: readonly Copied[]): Copied[] {
  return copies.filter((copy, at) => copies.findIndex((each) => isSameAddress(each, copy)) === at);
}

export function addressKey({ email }: Pick<Person, 'email'>): string {
  return email.toLowerCase();
}

export function isSameAddress(a: Pick<Person, 'email'>, b: Pick<Person, 'email'>): boolean {
  return addressKey(a) === addressKey(b);
}

function as(role: Role, people: readonly Person[], unit: string | null): Recipient[] {
  return people.map(({ name, email }) => ({ name, email, role, unit }));
}
