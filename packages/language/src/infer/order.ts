import type { Syntax } from '../text/syntax.ts'

/** The calls whose operands are sizes, not expressions. */
export const sizedCalls: ReadonlySet<string> = new Set([
  'eye',
  'ones',
  'zeros',
  'commutation',
  'duplication',
  'elimination',
])

/** The parts of an expression that are expressions with a shape of their own. */
export function partsOf(syntax: Syntax, isTransposeExponent: (exponent: Syntax) => boolean): readonly Syntax[] {
  switch (syntax.kind) {
    case 'number':
    case 'name':
    case 'members':
      return []
    case 'series':
      return [syntax.to, syntax.term]
    case 'element':
      return [syntax.index]
    case 'call':
      // The operand of D is a function, not a value.
      if (sizedCalls.has(syntax.name) || syntax.name === 'D') return []
      return syntax.name === 'frechet' ? syntax.operands.slice(1) : syntax.operands
    case 'jacobian':
      return syntax.operands
    case 'norm':
    case 'negation':
    case 'transpose':
      return [syntax.operand]
    case 'power':
      return isTransposeExponent(syntax.exponent) ? [syntax.operand] : [syntax.operand, syntax.exponent]
    case 'sum':
      return syntax.terms.map(({ term }) => term)
    case 'product':
      return syntax.factors.map(({ factor }) => factor)
  }
}

export type Series = Syntax & { kind: 'series' }

/** A sum seen from its term. */
export interface Binder {
  readonly series: Series
  /** Where the limit is among the nodes. */
  readonly limit: number
  readonly depth: number
}

/** An expression laid out flat: every part after its own parts, in the order they are read. */
export interface Ordered {
  readonly syntax: Syntax
  /** Where the parts are. */
  readonly parts: readonly number[]
  /** The sum whose index a name is. */
  readonly binder?: Binder
  /** How many sums a sum is inside of. */
  readonly depth?: number
}

/** Appends the parts of an expression, from the bottom up and without recursion; the root comes last. */
export function appendInOrder(
  root: Syntax,
  nodes: Ordered[],
  isTransposeExponent: (exponent: Syntax) => boolean,
): void {
  const open: { syntax: Syntax; below: readonly Syntax[]; parts: number[] }[] = []
  /** The sums whose term is being read, from the outside in. */
  const scope: Binder[] = []
  const enter = (syntax: Syntax) => open.push({ syntax, below: partsOf(syntax, isTransposeExponent), parts: [] })
  enter(root)
  while (open.length > 0) {
    const { syntax, below, parts } = open[open.length - 1]
    if (parts.length < below.length) {
      const next = below[parts.length]
      if (syntax.kind === 'series' && parts.length > 0) {
        scope.push({ series: syntax, limit: parts[0], depth: scope.length })
      }
      enter(next)
      continue
    }
    open.pop()
    if (syntax.kind === 'series') scope.pop()
    nodes.push({ syntax, parts, ...placeOf(syntax, scope) })
    if (open.length > 0) open[open.length - 1].parts.push(nodes.length - 1)
  }
}

function placeOf(syntax: Syntax, scope: readonly Binder[]): Pick<Ordered, 'binder' | 'depth'> {
  if (syntax.kind === 'series') return { depth: scope.length }
  const binder = syntax.kind === 'name' && scope.findLast(({ series }) => series.index === syntax.name)
  return binder ? { binder } : {}
}

/**
 * The names that sums and lists of members run up to, unless they are indices themselves, of sums around, and those that
 * constants have as sizes.
 */
export function limitsIn(roots: readonly Syntax[]): string[] {
  const names: string[] = []
  const none: ReadonlySet<string> = new Set()
  const open = roots.map(root => [root, none] as const)
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [syntax, indices] = next
    const isSeries = syntax.kind === 'series'
    const limit = isSeries ? syntax.to : syntax.kind === 'members' ? syntax.last : undefined
    if (limit?.kind === 'name' && !indices.has(limit.name)) names.push(limit.name)
    if (syntax.kind === 'call' && sizedCalls.has(syntax.name)) {
      names.push(...syntax.operands.flatMap(size => (size.kind === 'name' ? [size.name] : [])))
      continue
    }
    const inside = isSeries ? new Set([...indices, syntax.index]) : indices
    for (const part of syntax.kind === 'call' ? syntax.operands : partsOf(syntax, () => false)) {
      open.push([part, isSeries && part === syntax.to ? indices : inside])
    }
  }
  return names
}

/** All parts of the roots, in any order, for whoever looks for something in a whole text. */
export function everyPart(roots: readonly Syntax[]): Syntax[] {
  const all: Syntax[] = [...roots]
  for (let at = 0; at < all.length; at++) {
    const syntax = all[at]
    if (syntax.kind === 'jacobian') all.push(syntax.callee)
    for (const part of syntax.kind === 'call' ? syntax.operands : partsOf(syntax, () => false)) all.push(part)
  }
  return all
}
