import type { GivenSettings } from '../platform/settings.js';

/** What the command line gives to commands that stand in files of their own. */
export interface Door {
  readonly settings: () => GivenSettings;
  /** A path, or a code of config/, as it was meant where it was typed. */
  readonly asTyped: (path: string) => string;
  readonly print: (lines: readonly string[]) => Promise<void>;
}
