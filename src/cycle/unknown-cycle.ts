/** There is no cycle of that code. */
export class UnknownCycle extends Error {
  override readonly name = 'UnknownCycle';

  constructor(readonly code: string) {
    super(`there is no cycle "${code}"; load its file first`);
  }
}
