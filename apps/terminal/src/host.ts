/** What a command may touch of the process that it runs in. */
export interface Host {
  readonly stdin: NodeJS.ReadableStream
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number }
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number }
  readonly env: Readonly<Record<string, string | undefined>>
  cwd(): string
}

/** The exit codes: done; the input cannot be answered; the command is used wrongly. */
export const Exit = { done: 0, failed: 1, usage: 2 } as const

/** Lines in a pipe: what a page, a review or a log shows without a break. */
const usualWidth = 120

export function widthOf(stream: { readonly isTTY?: boolean; readonly columns?: number }): number {
  return Math.max(40, (stream.isTTY && stream.columns) || usualWidth)
}

/** All of a stream, as text. */
export async function readAll(stream: NodeJS.ReadableStream): Promise<string> {
  let text = ''
  stream.setEncoding('utf8')
  for await (const chunk of stream) text += chunk
  return text
}

/** How the user has to begin a command: `npm start` runs it without installing it. */
export function callOf({ env }: Host): string {
  return env.npm_lifecycle_event === 'start' ? 'npm start --silent --' : 'matrix-derive'
}
