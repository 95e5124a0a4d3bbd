import { fail } from '../error.ts'
import type { Expression } from '../expression/expression.ts'
import { structureName } from '../expression/facts.ts'
import { differential, holdsDifferential, trace, vec } from '../expression/linear.ts'
import { product } from '../expression/product.ts'
import { isScalar, type Shape } from '../expression/shape.ts'
import { symbol } from '../expression/symbols.ts'
import { replace } from '../expression/walk.ts'
import type { Identity } from '../identity/identity.ts'
import type { Change, Work } from './work.ts'

/**
 * What the derivative by a variable with structure is: `ignore` the plain one, every entry counted as independent;
 * `projected` the gradient among matrices of that structure; `independent` the derivative by the entries that determine
 * the others.
 */
export type StructureMode = 'ignore' | 'projected' | 'independent'

/** Whether an identity is one of those that take account of structure: it holds only for changes that keep it. */
export const isStructural = ({ phases }: Identity): boolean => phases.includes('structure')

/**
 * Takes account of the structure of X in a derivative by X, given in numerator layout. The identity says what tr(N*d(X))
 * or vec(d(X)) is for the d(X) that keep the structure.
 * @throws `unsupported` where the mode has no meaning for the structure
 */
export function withStructure(
  { registry, store, attempt }: Work,
  mode: StructureMode,
  derivative: Expression,
  of: Shape,
  variable: Expression,
): Change {
  const structure = structureName(variable.facts)!
  const [identity] = registry.candidates('structure', `${mode} ${structure}`)
  if (identity === undefined) failWithout(mode, structure, variable)
  const change = differential(store, variable)
  // What stands before d(X) does not matter to the law, so it is used on a name for it.
  const placeholder = symbol(store, `derivative by ${variable.data!.name}`, derivative.shape)
  const term = isScalar(of) ? trace(store, product(store, [placeholder, change])) : vec(store, change)
  const used = attempt(identity, term)
  if (used === undefined)
    return fail('plugin', `Expected ${identity.name} to apply to a variable that is ${structure}.`)
  const factors = isScalar(of) ? used.to.operands[0].operands : used.to.operands
  const before = product(
    store,
    factors.filter(factor => !holdsDifferential(factor)),
  )
  const to = isScalar(of) ? replace(store, before, placeholder, derivative) : product(store, [derivative, before])
  return { ...used, from: derivative, to }
}

function failWithout(mode: StructureMode, structure: string, variable: Expression): never {
  const { name } = variable.data!
  if (mode === 'independent' && structure === 'orthogonal') {
    fail('unsupported', `Expected a structure with independent entries, received the orthogonal ${name}.`, {
      suggestion: 'Ask for "projected": the part of the gradient that is tangent to the orthogonal matrices.',
    })
  }
  return fail('unsupported', `Expected an identity of phase "structure" for ${mode} ${structure}; there is none.`)
}
