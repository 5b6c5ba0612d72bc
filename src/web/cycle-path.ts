import { IsText } from '../api/text.js';

/** Of codes. */
const longest = 100;

/** The cycle that an address names. */
export class CyclePath {
  @IsText(longest)
  readonly cycle!: string;
}
