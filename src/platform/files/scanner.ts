export const SCANNER = Symbol('scanner');

/** Looks for viruses in a received file. */
export interface Scanner {
  /** @throws FileRefused when it finds something, or cannot look */
  check(path: string): Promise<void>;
}

/** Without `CLAMD_URL`. */
export class NoScanner implements Scanner {
  async check(): Promise<void> {}
}
