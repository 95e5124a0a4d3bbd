import type { Expression } from '../expression/expression.ts'
import { NodeMap } from '../expression/node-map.ts'
import { isMember } from '../expression/series.ts'
import type { Store } from '../expression/store.ts'
import { definitionOf, isNamed, named, symbol } from '../expression/symbols.ts'
import { reachable, throughNames, visitUpward } from '../expression/walk.ts'
import type { Condition, Identity, RewriteContext } from '../identity/identity.ts'
import type { Registry } from '../identity/registry.ts'
import type { Budget } from '../limits.ts'
import { namesByMeaning } from './naming.ts'

/** One successful use of an identity on one expression. */
export interface Change {
  readonly identity: Identity
  readonly from: Expression
  readonly to: Expression
  readonly conditions: readonly Condition[]
  /** The intermediates that `to` names for the first time, those that others use first. */
  readonly introduces?: readonly Expression[]
}

/** What every part of one derivation shares. */
export interface Work {
  readonly registry: Registry
  readonly store: Store
  readonly budget: Budget
  /** What names are when written out, as far as that was asked; false where it is too long to read. */
  readonly written: Map<Expression, Expression | false>
  /** Whether an expression changes with one of the variables. */
  depends(expression: Expression): boolean
  /**
   * Uses the identity on the node, or gives undefined where it does not apply.
   * @param name what the expression under d(.) is called, where it has a name
   */
  attempt(identity: Identity, node: Expression, name?: Expression): Change | undefined
  /** The other ways in which the identity may be used on the node, whatever it looks at by itself. */
  alternatives(identity: Identity, node: Expression): Change[]
  /** The names that the derivation gave. */
  readonly introduced: ReadonlySet<string>
  /**
   * Makes a named intermediate with a name nobody uses yet: the stem, or the stem and the next free number. What differs
   * from term to term of a sum is a family of intermediates.
   */
  introduce(stem: string, definition: Expression, numbered?: boolean): Expression
  /** Takes names back, given last, that no line tells of; they may be given again. */
  release(names: readonly Expression[]): void
  /**
   * The number of a term: what the index of a sum is while lines are about any one of its terms. It is none of the numbers
   * that the term speaks of already, of sums around.
   */
  numberOfTerm(index: Expression, term: Expression): Expression
  /** The numbers of terms on which an expression depends. */
  numbersIn(expression: Expression): Expression[]
  /** The same work by other variables; what is not among them is constant. */
  by(variables: readonly Expression[]): Work
}

const noConditions: readonly Condition[] = []

/** Begins the work on one derivation by the given variables. `taken` are names that the program uses. */
export function createWork(
  registry: Registry,
  store: Store,
  budget: Budget,
  variables: readonly Expression[],
  taken: ReadonlySet<string>,
): Work {
  const used = new Set(taken)
  const nextNumber = new Map<string, number>()
  const written = new Map<Expression, Expression | false>()
  const introduced = new Set<string>()
  /** What laws gave names to. */
  const lawful = new Map<Expression, Expression>()
  const numbers = new Map<Expression, (expression: Expression) => boolean>()
  const numbersIn = (expression: Expression) =>
    [...numbers].flatMap(([number, isIn]) => (isIn(expression) ? [number] : []))
  const numberOfTerm = ({ data, shape, facts }: Expression, term: Expression) => {
    const around = numbersIn(term).map(number => number.data!.name!)
    let name = data!.name!
    for (let k = 1; around.includes(name) || (k > 1 && isOther(name)); k++) name = `${data!.name!}${k}`
    const number = symbol(store, name, shape, facts)
    if (!numbers.has(number)) numbers.set(number, dependence([number]))
    return number
  }
  const isOther = (name: string) =>
    store.names.has(name) && [...numbers.keys()].every(({ data }) => data!.name !== name)
  const introduce: Work['introduce'] = (stem, definition, numbered = false) => {
    let next = nextNumber.get(stem) ?? 1
    let name = numbered ? `${stem}${next++}` : stem
    while (used.has(name)) name = `${stem}${next++}`
    nextNumber.set(stem, next)
    used.add(name)
    introduced.add(name)
    return named(store, name, definition, numbersIn(definition))
  }
  const release: Work['release'] = names => {
    for (const { data } of names) {
      used.delete(data!.name!)
      introduced.delete(data!.name!)
    }
    nextNumber.clear()
  }
  const naming: Naming = {
    introduce(stem, definition) {
      const known = lawful.get(definition) ?? namesByMeaning({ written }).get(definition) ?? introduce(stem, definition)
      lawful.set(definition, known)
      return known
    },
    untold(expression) {
      // Whoever was told of a name knows what it stands for.
      const into = (node: Expression) => (written.has(node) ? [] : throughNames(node))
      const names = new Set(lawful.values())
      return reachable([expression], into).filter(node => names.has(node) && !written.has(node))
    },
  }
  const by = (variables: readonly Expression[]): Work => {
    const depends = dependence(variables)
    const attempts = attemptsIn(store, depends, variables.filter(isMember), naming)
    const names = { introduced, introduce, release, numberOfTerm, numbersIn }
    return { registry, store, budget, written, depends, ...attempts, ...names, by }
  }
  return by(variables)
}

/** How laws give names. */
interface Naming extends Required<Pick<RewriteContext, 'introduce'>> {
  /** Those among the names in an expression that no line has told of yet. */
  untold(expression: Expression): Expression[]
}

function attemptsIn(
  store: Store,
  depends: Work['depends'],
  members: readonly Expression[],
  { introduce, untold }: Naming,
): Pick<Work, 'attempt' | 'alternatives'> {
  let conditions: Condition[] | undefined
  let isNaming = false
  const context: RewriteContext = {
    store,
    depends,
    members,
    introduce(stem, definition) {
      // It stands outside of all sums.
      if (definition.free !== 0) return definition
      isNaming = true
      return introduce(stem, definition)
    },
    assume(predicate, expression) {
      conditions ??= []
      conditions.push({ predicate, expression })
    },
  }
  return {
    attempt(identity, node, name) {
      conditions = undefined
      isNaming = false
      const to = identity.rewrite(node, name === undefined ? context : { ...context, name })
      if (to === undefined || to === node) return undefined
      const introduces = isNaming ? untold(to) : []
      const names = introduces.length > 0 && { introduces }
      return { identity, from: node, to, conditions: conditions ?? noConditions, ...names }
    },
    alternatives(identity, node) {
      const changes: Change[] = []
      conditions = undefined
      for (const to of identity.alternatives?.(node, context) ?? []) {
        changes.push({ identity, from: node, to, conditions: conditions ?? noConditions })
        conditions = undefined
      }
      return changes
    },
  }
}

/** Whether expressions contain one of the variables, names looked through; each node is asked once. */
function dependence(variables: readonly Expression[]): (expression: Expression) => boolean {
  const known = new NodeMap<boolean>()
  for (const variable of variables) {
    known.set(variable, true)
    // Which member it is that an index stands for is not known, so that all of them may change.
    if (isMember(variable)) known.set(variable.operands[0], true)
  }
  const below = (node: Expression) => (isNamed(node) ? [definitionOf(node)] : node.operands)
  const isKnown = (node: Expression) => known.has(node)
  const learn = (node: Expression) => {
    known.set(
      node,
      below(node).some(operand => known.get(operand)),
    )
  }
  return expression => {
    visitUpward(expression, isKnown, learn, below)
    return known.get(expression)!
  }
}
