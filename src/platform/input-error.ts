export interface Place {
  readonly file: string;
  readonly line: number | null;
  readonly field: string | null;
}

/** A bad file or field: where it is, what was expected, and what to do about it. */
export class InputError extends Error {
  override readonly name = 'InputError';

  constructor(
    readonly place: Place,
    readonly problem: string,
    /** What else is wrong in the same input: whoever mends it wants to mend all of it at once. */
    readonly further: readonly InputError[] = [],
  ) {
    const line = place.line === null ? '' : `:${place.line}`;
    const field = place.field ? `${place.field}: ` : '';
    const own = `${place.file}${line}: ${field}${problem}`;
    super([own, ...further.map(({ message }) => message)].join('\n'));
  }

  /** Throws one error for all of them, in the order of their lines, one a line; nothing when there is none. */
  static throwAny(problems: Iterable<InputError>): void {
    const [first, ...further] = [...problems].sort(
      (a, b) => (a.place.line ?? 0) - (b.place.line ?? 0),
    );
    if (first) throw new InputError(first.place, first.problem, further);
  }
}
