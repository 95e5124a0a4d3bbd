import { fail } from '../error.ts'
import type { Expression } from '../expression/expression.ts'
import { functionInfo } from '../expression/functions.ts'
import { differential } from '../expression/linear.ts'
import { isScalar } from '../expression/shape.ts'
import { definitionOf } from '../expression/symbols.ts'
import { replace } from '../expression/walk.ts'
import type { Identity, Phase } from '../identity/identity.ts'
import type { Change, Work } from './work.ts'

/**
 * Under which words identities of phase `differential` are looked for: a constant first, then the operator's own
 * identity, then what holds for a whole class of operators.
 */
function headings(work: Work, inner: Expression): string[] {
  const { operator } = inner
  if (!work.depends(inner)) return ['constant']
  const classes: string[] = []
  const declared = functionInfo(operator)?.kind
  if (declared === 'abstract') classes.push('function')
  if (operator.elementwise || declared === 'elementwise') {
    classes.push(isScalar(inner.shape) ? 'scalar function' : 'elementwise')
  }
  if (operator.linear === 'all' || operator.linear.length > 0) classes.push('linear')
  return [operator.name, ...classes]
}

/**
 * Expands d(Z) by one identity. A named intermediate is looked through: its definition is expanded.
 * @throws `unsupported` when no identity gives the differential; it never becomes zero
 */
export function expand(work: Work, target: Expression): Change {
  const named = target.operands[0]
  const inner = definitionOf(named)
  const node = inner === named ? target : differential(work.store, inner)
  for (const heading of headings(work, inner)) {
    for (const identity of work.registry.candidates('differential', heading)) {
      const change = work.attempt(identity, node)
      if (change === undefined) continue
      // The derivative of tanh is said in terms of tanh itself, which here has a name.
      const to = inner === named ? change.to : replace(work.store, change.to, inner, named)
      return { ...change, from: target, to }
    }
  }
  return fail('unsupported', `Expected an identity for the differential of "${inner.operator.name}"; there is none.`, {
    suggestion: `Add an identity of phase "differential" for ${inner.operator.name}.`,
  })
}

/** The first identity of a phase registered for one of the headings, the most particular first. */
export function pick(work: Work, phase: Phase, headings: readonly string[]): Identity {
  for (const heading of headings) {
    const [identity] = work.registry.candidates(phase, heading)
    if (identity !== undefined) return identity
  }
  return fail(
    'plugin',
    `Expected an identity of phase "${phase}" for ${headings.join(' or ')}; add one to the registry.`,
  )
}
