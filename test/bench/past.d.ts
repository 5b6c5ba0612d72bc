type Query = (statement: string, parameters?: unknown[]) => Promise<unknown>;

export function leavePast(
  query: Query,
  of: { readonly cycle: string; readonly units: number; readonly mails: number },
): Promise<void>;
