/** A bad file or field: where it is, and what to do about it. */
export class InputError extends Error {
  override readonly name = 'InputError';

  constructor(
    readonly place: {
      readonly file: string;
      readonly line: number | null;
      readonly field: string | null;
    },
    readonly problem: string,
  ) {
    const line = place.line === null ? '' : `:${place.line}`;
    const field = place.field ? `${place.field}: ` : '';
    super(`${place.file}${line}: ${field}${problem}`);
  }
}
