import type { Syntax } from '../text/syntax.ts'

/** The calls whose operands are sizes, not expressions. */
export const sizedCalls: ReadonlySet<string> = new Set(['eye', 'ones', 'zeros', 'commutation'])

/** The parts of an expression that are expressions with a shape of their own. */
export function partsOf(syntax: Syntax, isTransposeExponent: (exponent: Syntax) => boolean): readonly Syntax[] {
  switch (syntax.kind) {
    case 'number':
    case 'name':
    case 'series':
    case 'element':
      return []
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

/** An expression laid out flat: every part after its own parts, in the order they are read. */
export interface Ordered {
  readonly syntax: Syntax
  /** Where the parts are. */
  readonly parts: readonly number[]
}

/** Appends the parts of an expression, from the bottom up and without recursion; the root comes last. */
export function appendInOrder(
  root: Syntax,
  nodes: Ordered[],
  isTransposeExponent: (exponent: Syntax) => boolean,
): void {
  const open: { syntax: Syntax; below: readonly Syntax[]; parts: number[] }[] = []
  const enter = (syntax: Syntax) => open.push({ syntax, below: partsOf(syntax, isTransposeExponent), parts: [] })
  enter(root)
  while (open.length > 0) {
    const top = open[open.length - 1]
    if (top.parts.length < top.below.length) {
      enter(top.below[top.parts.length])
      continue
    }
    open.pop()
    nodes.push({ syntax: top.syntax, parts: top.parts })
    if (open.length > 0) open[open.length - 1].parts.push(nodes.length - 1)
  }
}
