import {
  abstractFunction,
  type Expression,
  elementwiseFunction,
  fail,
  dimensionNames as namesOfDimension,
  type Operator,
  type Span,
  type Store,
} from '@matrix-derive/core'
import type { Declaration } from './declare/declaration.ts'
import { nameHere } from './text/foreign.ts'
import { nearest } from './text/nearest.ts'

/** What names mean where a text is read. */
export interface Scope {
  readonly store: Store
  /** By name and alias. */
  readonly operators: ReadonlyMap<string, Operator>
  readonly declarations: ReadonlyMap<string, Declaration>
  /** Names that already are expressions: the symbols and intermediates of a program read before. */
  readonly values: ReadonlyMap<string, Expression>
  /** Declared functions. */
  readonly functions: ReadonlyMap<string, Operator>
  /** Names that sums run up to and that are no more than sizes, in a program read before. */
  readonly sizes: ReadonlySet<string>
  /** Whether names beyond these are inferred rather than turned down. */
  readonly open: boolean
}

const operatorsByName = new WeakMap<readonly Operator[], ReadonlyMap<string, Operator>>()

/** Looks operators up by name and alias; the same list gives the same map. */
export function lookup(operators: readonly Operator[]): ReadonlyMap<string, Operator> {
  const known = operatorsByName.get(operators)
  if (known !== undefined) return known
  const byName = new Map<string, Operator>()
  for (const operator of operators) {
    byName.set(operator.name, operator)
    for (const alias of operator.aliases) byName.set(alias, operator)
  }
  operatorsByName.set(operators, byName)
  return byName
}

/** The language's own words for functions; no declared function may have their names. */
export const ownFunctions: readonly string[] = [
  'eye',
  'ones',
  'zeros',
  'vector',
  'matrix',
  'frechet',
  'commutation',
  'duplication',
  'elimination',
  'sum',
  'd',
  'D',
]
/** Operators of core that have no name in the language; stores tell operators apart by name. */
const ownOperators = [
  'symbol',
  'name',
  'number',
  'fill',
  'plus',
  'times',
  'transpose',
  'index',
  'size',
  'series',
  'member',
]

/** The operators of the declared functions. @throws `syntax` when a name is taken */
export function declaredFunctions(
  declarations: ReadonlyMap<string, Declaration>,
  operators: ReadonlyMap<string, Operator>,
): Map<string, Operator> {
  const functions = new Map<string, Operator>()
  for (const [name, { kind, operands, result }] of declarations) {
    if (kind !== 'elementwise' && kind !== 'function') continue
    if (operators.has(name) || ownFunctions.includes(name) || ownOperators.includes(name)) {
      fail('syntax', `Expected a new name for a declared function, received "${name}", which is built in.`)
    }
    const shapes = operands?.map(operand => operand.shape!) ?? []
    functions.set(
      name,
      kind === 'elementwise' ? elementwiseFunction(name) : abstractFunction(name, shapes, result!.shape!),
    )
  }
  return functions
}

/** The names of dimensions that the declarations speak of, and those that names already have. */
export function dimensionNames({ declarations, values, sizes }: Scope): Set<string> {
  const names = new Set(sizes)
  for (const { shape, data } of values.values()) {
    for (const dimension of [shape.rows, shape.cols, data?.member?.count ?? '1']) {
      for (const name of namesOfDimension(dimension)) names.add(name)
    }
  }
  const add = ({ shape, operands = [], result, count }: Declaration) => {
    for (const dimension of [shape?.rows, shape?.cols, count]) {
      if (dimension !== undefined) for (const name of namesOfDimension(dimension)) names.add(name)
    }
    for (const kind of result ? [...operands, result] : operands) add(kind)
  }
  for (const declaration of declarations.values()) add(declaration)
  return names
}

/** @throws `unknown-function` with the nearest name there is, and how to declare one */
export function failUnknownFunction(scope: Scope, name: string, span: Span): never {
  const near = nameHere(name) ?? nearest(name, [...scope.operators.keys(), ...scope.functions.keys(), ...ownFunctions])
  const declare = `declare "${name}: elementwise" or "${name}: function(vector(m)) -> scalar"`
  return fail('unknown-function', `Expected a known function, received "${name}".`, {
    span,
    suggestion:
      near === undefined ? `To use a function of your own, ${declare}.` : `Did you mean "${near}"? Or ${declare}.`,
  })
}

/** What the name may have been meant to be, or how to declare it. */
export function suggestName({ values, declarations }: Scope, name: string): string {
  const near = nearest(name, [...values.keys(), ...declarations.keys()])
  return near === undefined ? `Declare it, say "${name}: scalar".` : `Did you mean "${near}"?`
}

/** @throws `unknown-name` with the nearest name there is */
export function failUnknownName(scope: Scope, name: string, span: Span): never {
  return fail('unknown-name', `Expected a known name, received "${name}".`, {
    span,
    suggestion: suggestName(scope, name),
  })
}
