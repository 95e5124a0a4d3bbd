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
export function headings(work: Work, inner: Expression): string[] {
  const { operator } = inner
  if (!work.depends(inner)) return ['constant']
  const classes: string[] = []
  const declared = functionInfo(operator)?.kind
  if (declared === 'abstract') classes.push('function')
  if (operator.elementwise || declared === 'elementwise') {
    classes.push(isScalar(inner.shape) ? 'scalar function' : 'elementwise')
  }
  if (operator.linear.length > 0) classes.push('linear')
  return [operator.name, ...classes]
}

/**
 * Expands d(Z) by one identity. A named intermediate is looked through: its definition is expanded, and where the
 * definition itself occurs in the result, as tanh(W*x) does in the slope of tanh, it is called by the name.
 * @param name the intermediate whose definition stands under d(.), where it was opened before
 * @throws `unsupported` when no identity gives the differential; it never becomes zero
 */
export function expand(work: Work, target: Expression, name = target.operands[0]): Change {
  const inner = definitionOf(target.operands[0])
  const node = inner === target.operands[0] ? target : differential(work.store, inner)
  for (const heading of headings(work, inner)) {
    for (const identity of work.registry.candidates('differential', heading)) {
      const change = work.attempt(identity, node, name === inner ? undefined : name)
      if (change === undefined) continue
      const to = name === inner ? change.to : replace(work.store, change.to, inner, name)
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
