/** What a file turned out to be. */
export interface Found {
  /** A name of `fileTypes` where there is one, else whatever describes it best. */
  readonly type: string;
  /** All that must be allowed for it: a letter with macros is more than a letter. */
  readonly needs: readonly string[];
}

export function plainly(type: string): Found {
  return { type, needs: [type] };
}

/** An Office document: `withMacros` is the type that lets macros in, by its own name or for its older relatives. */
export function office(type: string, macros: boolean, withMacros: string): Found {
  return { type, needs: macros ? [type, withMacros] : [type] };
}

/** One file that several programs would each take for their own must be allowed as all of them. */
export function together(all: readonly Found[]): Found | null {
  const [first] = all;
  return first
    ? { type: first.type, needs: [...new Set(all.flatMap(({ needs }) => needs))] }
    : null;
}
