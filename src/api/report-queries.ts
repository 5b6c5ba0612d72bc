import { IsText } from './text.js';

const longest = 100;

/** What is filled into minutes before they are printed. */
export class MinutesQuery {
  @IsText(longest)
  readonly number: string = '';

  /** `2025-09-30`: when they are signed. */
  @IsText(longest)
  readonly date: string = '';

  @IsText(longest)
  readonly place: string = '';
}

/** Which indicators a pack is to hold; nothing: all of them. */
export class PackQuery {
  @IsText(longest)
  readonly domain: string = '';

  /** That leads. */
  @IsText(longest)
  readonly unit: string = '';
}
