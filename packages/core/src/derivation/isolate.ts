import { fail } from '../error.ts'
import type { Expression } from '../expression/expression.ts'
import { linearForm, pathToDifferential } from './linear-form.ts'
import type { Change, Work } from './work.ts'

/** Words of the error for a term that no identity brings to linear form. */
function unsupported(term: Expression): never {
  const operators = pathToDifferential(term).map(node => node.operator.name)
  return fail(
    'unsupported',
    `Expected an identity that brings a differential out of ${operators.join(' > ')}; there is none.`,
    {
      suggestion: 'Add an identity of phase "isolate" for this operator.',
    },
  )
}

/**
 * The next change on the way of a term to linear form, undefined when it is there. From the outside in, at each node
 * on the way down to d(Z), the isolating identities for it are tried; each moves the differential nearer to the
 * end of the term or to its surface.
 * @throws `unsupported` when none applies
 */
export function isolation(work: Work, term: Expression): Change | undefined {
  return linearForm(work.store, term) === undefined ? (nextChange(work, term) ?? unsupported(term)) : undefined
}

function nextChange(work: Work, term: Expression): Change | undefined {
  for (const node of pathToDifferential(term)) {
    for (const identity of work.registry.candidates('isolate', node.operator.name)) {
      const change = work.attempt(identity, node)
      if (change !== undefined) return change
    }
  }
  return undefined
}
