import type { Expression } from '../expression/expression.ts'
import type { Operator } from '../expression/operator.ts'
import type { Store } from '../expression/store.ts'

/**
 * When a derivation uses an identity:
 * `prepare` before differentiating (a squared norm becomes an inner product), `chain` to introduce an intermediate,
 * `differential` to expand d(.), `isolate` to bring a term to linear form, `collect` to merge terms with one
 * differential, `identify` to read the derivative off, `structure` to take account of the structure of the variable,
 * `simplify` to reach textbook form, `stack` to write a sum over samples with the matrix of all of them, `layout` to convert.
 */
export type Phase =
  | 'prepare'
  | 'chain'
  | 'differential'
  | 'isolate'
  | 'collect'
  | 'identify'
  | 'structure'
  | 'simplify'
  | 'stack'
  | 'layout'
  | 'definition'

/** Something an identity relied on and did not check: "A + t*B is invertible". */
export interface Condition {
  /** A word of predicates.ts: `invertible`, `nonzero`, `positive` ... */
  readonly predicate: string
  readonly expression: Expression
  /** Numbers of terms, as lines about a single term of a sum speak of them: it is said of every term. */
  readonly every?: readonly Expression[]
}

/** What an identity may ask while it rewrites. */
export interface RewriteContext {
  readonly store: Store
  /** Whether the expression changes with a variable of the derivation; constants do not. */
  depends(expression: Expression): boolean
  /** The members of families that are variables: no other member of these families changes. */
  readonly members?: readonly Expression[]
  /** What the expression under d(.) is called, where it has a name. */
  readonly name?: Expression
  /**
   * A name for something, the same one every time; itself where the index of a sum is in it. Absent where nobody gives names.
   */
  introduce?(stem: string, definition: Expression): Expression
  /** Records a condition that the rewriting relies on. */
  assume(predicate: string, expression: Expression): void
}

/** A law, as the registry keeps it: inert data and one function. */
export interface Identity {
  readonly name: string
  readonly version: string
  /** The reason, in a few words, as a derivation shows it. */
  readonly title: string
  /** One sentence: what it says. */
  readonly summary: string
  /** Where it can be looked up. */
  readonly source: string
  /** When it is used; some laws serve at two times. */
  readonly phases: readonly Phase[]
  /** The law in the input language; what the harness proves. The first is the one to show. */
  readonly statements: readonly string[]
  /** The kinds and side conditions of the statements' metavariables. */
  readonly where: Readonly<Record<string, string>>
  /**
   * Where it may apply: names of operators. For the phases `differential` (the operator below d), `chain` and
   * `identify` (kinds, say `scalar by matrix`) and `structure` (say `projected symmetric`) the phase says what is named.
   */
  readonly on: readonly string[]
  /** A directed law always lowers the cost; a two-way one is tried and kept only where it does. */
  readonly directed: boolean
  /** Operators of the statements that are not built in. */
  readonly operators?: readonly Operator[]
  /** The versions of the plugin interface that it was written for: `^1.0.0`. Absent where it does not say. */
  readonly requires?: string
  /** The plugin that brought it, as the project names it; absent for what is standard. */
  readonly plugin?: string
  /**
   * Whether its result is simple only where it stands, so that nothing inside is simplified again: (BX)' in (BX)' ⊗ A.
   * Such a law is tried when no other helps.
   */
  readonly inContext?: boolean
  /** The node rewritten, or undefined where the identity does not apply. */
  rewrite(node: Expression, context: RewriteContext): Expression | undefined
  /**
   * Everything that the law makes of the node, wherever in it and in whichever direction it may be used: what a person
   * may choose from. Absent where that is `rewrite` alone.
   */
  alternatives?(node: Expression, context: RewriteContext): Iterable<Expression>
}

/** What a recorded step keeps of an identity, and an operator of the package that brought it. */
export interface IdentityReference {
  readonly name: string
  readonly version: string
}
