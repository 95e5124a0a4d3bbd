import type { Problem } from '@matrix-derive/core'

/** What an answer says of plugins that were left out; where there are none, nothing. */
export function leftOut(problems: readonly Problem[] = []): { readonly warnings?: readonly Problem[] } {
  return problems.length === 0 ? {} : { warnings: problems }
}
