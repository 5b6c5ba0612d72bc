export type FileRefusal =
  | 'file_too_large'
  | 'file_type_not_allowed'
  | 'file_empty'
  | 'file_infected'
  | 'upload_broken'
  | 'scanner_unavailable';

/** An expected no to an upload. What was received until then is gone. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';

  constructor(
    readonly code: FileRefusal,
    /** What a person needs to do something about it: the limit, what was found, what is allowed. */
    readonly detail: Readonly<Record<string, string>> = {},
    /** For the log only: it may name hosts and folders. */
    cause?: unknown,
  ) {
    super(code, { cause });
  }
}
