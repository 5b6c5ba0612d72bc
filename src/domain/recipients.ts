import type { Cycle, Task } from './cycle.js';
import type { Matter, Notice, Recipient, Role } from './notice.js';
import { offsetOf } from './offset.js';
import type { People, Person, Unit } from './people.js';

/** Looks people up by code, once built for many notices. */
export class Directory {
  private readonly units: ReadonlyMap<string, Unit>;
  private readonly assessors: ReadonlyMap<string, Person>;

  constructor(
    private readonly people: People,
    private readonly cycle: Pick<Cycle, 'escalateFrom'>,
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

  /** Rules 10 and 11. A head who is the recipient needs no copy. */
  address(matter: Matter, recipients: readonly Recipient[]): Notice[] {
    const head = this.isEscalated(matter) ? this.units.get(matter.unit ?? '')?.head : null;
    return recipients.map((recipient) => ({
      ...matter,
      recipient,
      copyTo: head && !isSameAddress(head, recipient) ? head : null,
    }));
  }

  private isEscalated({ kind, offset }: Matter): boolean {
    const { escalateFrom } = this.cycle;
    if (kind !== 'overdue' || offset === null || escalateFrom === null) return false;
    return offsetOf(offset).days >= offsetOf(escalateFrom).days;
  }
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
