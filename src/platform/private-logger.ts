import { ConsoleLogger, type LogLevel } from '@nestjs/common';

type Printed = [
  messages: unknown[],
  context?: string,
  level?: LogLevel,
  stream?: 'stdout' | 'stderr',
  errorStack?: unknown,
  params?: Record<string, unknown>,
];

/**
 * Tells operators what happens, and of nobody: mail servers name addresses in their answers, and databases the values
 * of a row that they refuse.
 */
export class PrivateLogger extends ConsoleLogger {
  protected override printMessages(...[messages, ...rest]: Printed): void {
    const [context, level, stream, stack, params] = rest;
    const ofError = typeof stack === 'string' ? withoutAddresses(stack) : stack;
    super.printMessages(messages.map(privately), context, level, stream, ofError, params);
  }

  protected override printStackTrace(stack: string): void {
    super.printStackTrace(stack && withoutAddresses(stack));
  }
}

/** What of a domain is left tells which mail server is in trouble. */
export function withoutAddresses(text: string): string {
  return text.replace(/[^\s<>"'(),:;[\]=]+@([\w.-]+)/g, '…@$1');
}

function privately(message: unknown): unknown {
  if (typeof message === 'string') return withoutAddresses(message);
  return message instanceof Error ? withoutAddresses(told(message)) : message;
}

/** No more than where it happened: the rest of an error holds what was to be written. */
function told(error: Error): string {
  const { code } = error as NodeJS.ErrnoException;
  const cause = error.cause instanceof Error ? `\ncaused by ${told(error.cause)}` : '';
  return `${error.stack ?? String(error)}${code === undefined ? '' : ` (${code})`}${cause}`;
}
