/** The command is used wrongly; the message is one line that says what was expected. */
export class UsageError extends Error {}

/** Throws; typed `never` so that callers can use it in expressions. */
export function misuse(message: string): never {
  throw new UsageError(message)
}
