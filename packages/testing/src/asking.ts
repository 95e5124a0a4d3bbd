import {
  type Expression,
  functionInfo,
  holdsDifferential,
  type Identity,
  isDifferential,
  isMatrix,
  isMember,
  isScalar,
  isSeries,
  isSymbol,
  type Phase,
  type RewriteContext,
  reachable,
  type Store,
  structureName,
  sumOperator,
} from '@matrix-derive/core'
import { nameOf } from './law.ts'

/**
 * What an identity is told while it rewrites an expression: the names in `moving` change, everything else is constant; a
 * member with a named number, where there is one, is what it is derived by.
 */
export function contextFor(
  store: Store,
  moving: ReadonlySet<string>,
  node: Expression,
  assume: RewriteContext['assume'] = () => {},
): RewriteContext {
  const depends = (expression: Expression) =>
    reachable([expression]).some(({ data }) => data?.name !== undefined && moving.has(data.name))
  const members = reachable([node]).filter(x => isMember(x) && isSymbol(x.operands[1]))
  return { store, depends, members, assume }
}

/**
 * What the identity makes of an expression, asked as a derivation would ask: only at the operators it is registered
 * for, in lines only where there is a d(.). Undefined where it is not asked, does not apply or changes nothing.
 */
export function ask(identity: Identity, node: Expression, context: RewriteContext): Expression | undefined {
  const asked = identity.phases.some(phase => headings(phase, node, context).some(name => identity.on.includes(name)))
  const result = asked ? identity.rewrite(node, context) : undefined
  return result === node ? undefined : result
}

/** Under which words a derivation looks for identities of this phase; `expand`, `isolation` and `settle` in core. */
function headings(phase: Phase, node: Expression, context: RewriteContext): readonly string[] {
  const { operator } = node
  switch (phase) {
    case 'differential':
      return isDifferential(node) ? differentialHeadings(node.operands[0], context) : []
    case 'isolate':
      if (!holdsDifferential(node) || isDifferential(node)) return []
      return [
        operator.name,
        ...(node.operands.some(isChangingSum) ? [sumOperator.name] : []),
        ...(node.operands.some(isChangingSeries) ? ['around series'] : []),
      ]
    case 'collect':
      return operator === sumOperator ? ['like', 'any'] : []
    case 'prepare':
      return context.depends(node) ? [operator.name] : []
    case 'simplify':
    case 'stack':
      return [operator.name]
    case 'structure':
      return structureHeadings(node)
    default:
      return []
  }
}

const isChangingSeries = (x: Expression) => isSeries(x) && holdsDifferential(x)
/** A derivation asks about tr(N*d(X)) and vec(d(X)), X a variable with structure. */
function structureHeadings(node: Expression): string[] {
  const differentials = reachable([node]).filter(isDifferential)
  return differentials.flatMap(({ operands: [x] }) => {
    const structure = isMatrix(x.shape) ? structureName(x.facts) : undefined
    return structure === undefined ? [] : [`projected ${structure}`, `independent ${structure}`]
  })
}

const isChangingSum = (x: Expression) => x.operator === sumOperator && holdsDifferential(x)

function differentialHeadings(inner: Expression, { depends }: RewriteContext): string[] {
  if (!depends(inner)) return ['constant']
  const { operator } = inner
  const declared = functionInfo(operator)?.kind
  const names = [operator.name]
  if (declared === 'abstract') names.push('function')
  if (operator.elementwise || declared === 'elementwise') {
    names.push(isScalar(inner.shape) ? 'scalar function' : 'elementwise')
  }
  if (operator.linear.length > 0) names.push('linear')
  return names
}

/** The names of the symbols below that do not stand in `constants`. */
export function movingNames(expression: Expression, constants: ReadonlySet<string>): Set<string> {
  const symbols = reachable([expression]).filter(({ operator }) => operator.name === 'symbol')
  return new Set(symbols.map(nameOf).filter(name => !constants.has(name)))
}
