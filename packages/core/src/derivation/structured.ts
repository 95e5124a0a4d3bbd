import { fail } from '../error.ts'
import type { Expression } from '../expression/expression.ts'
import { structureName } from '../expression/facts.ts'
import { differential, holdsDifferential, trace, vec } from '../expression/linear.ts'
import { product } from '../expression/product.ts'
import { isScalar, type Shape } from '../expression/shape.ts'
import type { Store } from '../expression/store.ts'
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
  work: Work,
  mode: StructureMode,
  derivative: Expression,
  of: Shape,
  variable: Expression,
): Change {
  const { store } = work
  if (!isScalar(of)) {
    const { basis, ...used } = basisOf(work, mode, variable)
    return { ...used, from: derivative, to: product(store, [derivative, basis]) }
  }
  // What stands before d(X) does not matter to the law, so it is used on a name for it.
  const placeholder = symbol(store, `derivative by ${variable.data!.name}`, derivative.shape)
  const used = useOn(work, mode, variable, dX => trace(store, product(store, [placeholder, dX])))
  const before = withoutDifferential(store, used.to.operands[0])
  return { ...used, from: derivative, to: replace(store, before, placeholder, derivative) }
}

/** A use of the law for a structure, and the B of its vec(d(X)) = B*p: p are the changes that the mode speaks of. */
export interface BasisOfStructure extends Change {
  readonly basis: Expression
}

/** @throws `unsupported` where the mode has no meaning for the structure */
export function basisOf(work: Work, mode: StructureMode, variable: Expression): BasisOfStructure {
  const used = useOn(work, mode, variable, dX => vec(work.store, dX))
  return { ...used, basis: withoutDifferential(work.store, used.to) }
}

function useOn(
  { registry, store, attempt }: Work,
  mode: StructureMode,
  variable: Expression,
  term: (dX: Expression) => Expression,
): Change {
  const structure = structureName(variable.facts)!
  const [identity] = registry.candidates('structure', `${mode} ${structure}`)
  if (identity === undefined) failWithout(mode, structure, variable)
  const used = attempt(identity, term(differential(store, variable)))
  return used ?? fail('plugin', `Expected ${identity.name} to apply to a variable that is ${structure}.`)
}

function withoutDifferential(store: Store, { operands }: Expression): Expression {
  return product(
    store,
    operands.filter(factor => !holdsDifferential(factor)),
  )
}

/**
 * Whether changes that keep the structure add up. Then projecting each derivative is all there is to further ones; on a curved
 * set the projection itself changes with X.
 */
export const isFlat = (variable: Expression): boolean => structureName(variable.facts) !== 'orthogonal'

function failWithout(mode: StructureMode, structure: string, variable: Expression): never {
  const { name } = variable.data!
  if (mode === 'independent' && structure === 'orthogonal') {
    fail('unsupported', `Expected a structure with independent entries, received the orthogonal ${name}.`, {
      suggestion: 'Ask for "projected": the part of the gradient that is tangent to the orthogonal matrices.',
    })
  }
  return fail('unsupported', `Expected an identity of phase "structure" for ${mode} ${structure}; there is none.`)
}
