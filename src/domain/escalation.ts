import type { Person } from './people.js';

/** In the order of the ladder. */
export const rungNames = ['admin', 'secretary', 'head', 'sekda'] as const;
export type RungName = (typeof rungNames)[number];

/** Those who read a copy; admins have the notice itself. */
export type CopiedOffice = Exclude<RungName, 'admin'>;

/** Who learns of it from the n-th working day after the deadline date on that a unit is late. */
export interface Rung {
  readonly to: RungName;
  /** 0: from the first notice after the deadline on. */
  readonly after: number;
  /** Whether its copy brings a nota dinas about the unit. */
  readonly notaDinas: boolean;
}

/** Somebody a notice is copied to, and as what. */
export interface Copied extends Person {
  readonly office: CopiedOffice;
}

/** What is said formally to who can give orders; a secretary or an admin is reminded. */
export function hasNotaDinas(to: RungName): boolean {
  return to === 'head' || to === 'sekda';
}

/** The rungs that somebody stands on who is copied, once the task is late by that many working days. */
export function copiedRungs(
  ladder: readonly Rung[],
  reached: number | null,
): (Rung & { readonly to: CopiedOffice })[] {
  return ladder.filter(
    (rung): rung is Rung & { readonly to: CopiedOffice } =>
      rung.to !== 'admin' && reached !== null && rung.after <= reached,
  );
}
