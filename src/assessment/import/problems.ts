import { InputError } from '../../platform/input-error.js';

/** Nobody mends more at once, and a hostile file has no end of them. */
const most = 100;

/** What is wrong with a file, collected: whoever mends it wants to mend all of it at once. */
export class Problems {
  private readonly found: InputError[] = [];

  /** @throws InputError when there are more than anybody would read */
  add(file: string, line: number | null, field: string | null, problem: string): void {
    if (this.found.length === most) {
      this.found.push(
        new InputError({ file, line, field: null }, 'there are more problems from here on'),
      );
      this.throwAny();
    }
    this.found.push(new InputError({ file, line, field }, problem));
  }

  /** One error for all of them, in the order in which they were found: sheet by sheet, row by row. */
  throwAny(): void {
    const [first, ...further] = this.found;
    if (first) throw new InputError(first.place, first.problem, further);
  }
}
