import { fail } from '../error.ts'
import type { Expression } from '../expression/expression.ts'
import { productOperator } from '../expression/product.ts'
import { isSeries } from '../expression/series.ts'
import { isScalar } from '../expression/shape.ts'
import { pick } from './expand.ts'
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
 * The next change on the way of a term to linear form, undefined when it is there. What stands around a sum over an index
 * goes inside. Then, from the outside in, at each node on the way down to d(Z), the isolating identities for it are tried;
 * each moves the differential nearer to the end of the term or to its surface.
 * @throws `unsupported` when none applies
 */
export function isolation(work: Work, term: Expression): Change | undefined {
  return linearForm(work.store, term) === undefined ? (nextChange(work, term) ?? unsupported(term)) : undefined
}

/** Whether a term is a multiple of its factor that holds the differential: numbers and scalars in front are in nobody's way. */
function isScaling({ operator, operands }: Expression): boolean {
  return operator === productOperator && operands.slice(0, -1).every(({ shape }) => isScalar(shape))
}

/**
 * What goes inside of a sum over an index next, so that but for scalars the sum is the whole term, or the whole term of the
 * sum around it; undefined where nothing is left around.
 */
export function aroundSeries(work: Work, term: Expression): Change | undefined {
  const path = pathToDifferential(term)
  const isBare = (at: number) => isScaling(path[at]) && (at === 0 || isSeries(path[at - 1]))
  const around = path.find(
    (node, at) => at + 1 < path.length && isSeries(path[at + 1]) && !isSeries(node) && !isBare(at),
  )
  return around && work.attempt(pick(work, 'isolate', ['around series']), around)
}

function nextChange(work: Work, term: Expression): Change | undefined {
  const inside = aroundSeries(work, term)
  if (inside !== undefined) return inside
  const path = pathToDifferential(term)
  for (const node of path) {
    for (const identity of work.registry.candidates('isolate', node.operator.name)) {
      const change = work.attempt(identity, node)
      if (change !== undefined) return change
    }
  }
  return undefined
}
