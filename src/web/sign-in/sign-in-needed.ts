/** A page that is only for who is signed in. */
export class SignInNeeded extends Error {
  override readonly name = 'SignInNeeded';

  constructor(
    /** What to open afterwards. */
    readonly next: string,
  ) {
    super('sign-in needed');
  }
}

/** A change that no page of ours asked for, or a page from before the last sign-in. */
export class FormForged extends Error {
  override readonly name = 'FormForged';
}
