import {
  defineOperator,
  type Expression,
  Fact,
  type Facts,
  has,
  inheritedFacts,
  interval,
  type Operator,
  type Store,
} from '@matrix-derive/core'
import { keeps, triangular } from './structure.ts'

// Functions of a whole matrix that only exist in real numbers: their values come from algebra.analytic.

interface MatrixFunctionDefinition {
  readonly name: string
  readonly summary: string
  readonly facts: (x: Expression) => Facts
  readonly certainty?: Operator['certainty']
  readonly latex?: string
}

function defineMatrixFunction({ name, summary, facts, certainty, latex = name }: MatrixFunctionDefinition): Operator {
  return defineOperator({
    name,
    summary,
    signature: 'matrix(n,n) -> matrix(n,n)',
    facts: ([x]) => facts(x) | inheritedFacts([x]),
    ...(certainty && { certainty }),
    notation: { form: 'function', latex: `\\operatorname{${latex}}` },
    evaluate: (algebra, operands) => algebra.analytic(name, operands),
  })
}

/** The exponential of a symmetric matrix is positive definite, that of a skew one orthogonal. */
export const matrixExponentialOperator = defineMatrixFunction({
  name: 'expm',
  summary: 'the matrix exponential',
  facts: ({ facts }) =>
    (facts & triangular) |
    (facts & Fact.symmetric ? Fact.symmetric | Fact.positiveDefinite : 0) |
    (facts & Fact.skew ? Fact.orthogonal : 0),
  certainty: () => ({ invertible: true }),
})

export const matrixLogarithmOperator = defineMatrixFunction({
  name: 'logm',
  summary: 'the principal matrix logarithm',
  facts: ({ facts }) => facts & (triangular | Fact.symmetric),
})

export const matrixSquareRootOperator = defineMatrixFunction({
  name: 'sqrtm',
  summary: 'the principal square root of a matrix',
  facts: ({ facts }) => facts & (triangular | Fact.symmetric | Fact.positiveDefinite),
  certainty: ({ operands: [x] }, known) => {
    const { form, invertible } = known(x)
    return { invertible, form: has(x.facts, Fact.symmetric) ? form : undefined }
  },
})

/** phi1(X) = (expm(X) - I) X⁻¹, also for singular X (Higham, Functions of Matrices, section 10.7.4). */
export const phi1Operator = defineMatrixFunction({
  name: 'phi1',
  summary: 'the sum of X^k/(k+1)!',
  facts: ({ facts }) => facts & (triangular | Fact.symmetric),
  latex: 'phi_1',
})

/** The L with L*L' = X, lower triangular with a positive diagonal. */
export const choleskyOperator = defineMatrixFunction({
  name: 'chol',
  summary: 'the lower Cholesky factor of a positive definite matrix',
  facts: ({ facts }) => Fact.lower | (facts & Fact.diagonal ? Fact.diagonal | Fact.positiveDefinite : 0),
  certainty: () => ({ diagonal: interval.positive }),
})

export const pseudoinverseOperator = defineOperator({
  name: 'pinv',
  summary: 'the Moore-Penrose pseudoinverse',
  signature: 'matrix(m,n) -> matrix(n,m)',
  facts: keeps(Fact.symmetric | Fact.skew | Fact.diagonal | Fact.orthogonal | Fact.positiveDefinite),
  certainty: ({ operands: [x] }, known) => {
    const { form, invertible } = known(x)
    return { invertible, form: has(x.facts, Fact.symmetric) ? form : undefined }
  },
  notation: { form: 'function', latex: '\\operatorname{pinv}' },
  evaluate: (algebra, operands) => algebra.analytic('pinv', operands),
})

/**
 * Of several directions it is the derivative of that order, which does not depend on their order. N. J. Higham and
 * S. D. Relton, Higher order Fréchet derivatives of matrix functions and the level-2 condition number, SIAM J. Matrix
 * Anal. Appl. 35 (2014).
 */
function defineFrechet(name: FrechetFunction): Operator {
  return defineOperator({
    name: `frechet-${name}`,
    summary: `the derivative of ${name} at X in the direction E, or in several, one after the other`,
    signature: 'matrix(n,n), matrix(n,n)... -> matrix(n,n)',
    facts: keeps(Fact.symmetric | triangular),
    notation: { form: 'own' },
    linear: 'rest',
    evaluate: (algebra, operands) => algebra.analytic(`frechet-${name}`, operands),
  })
}

export const frechetExponentialOperator = defineFrechet('expm')
export const frechetLogarithmOperator = defineFrechet('logm')
export const frechetSquareRootOperator = defineFrechet('sqrtm')
export const frechetPhi1Operator = defineFrechet('phi1')

const frechetByName: ReadonlyMap<string, Operator> = new Map([
  ['expm', frechetExponentialOperator],
  ['logm', frechetLogarithmOperator],
  ['sqrtm', frechetSquareRootOperator],
  ['phi1', frechetPhi1Operator],
])

/** The operator that `frechet(name, X, E)` stands for, undefined where there is none. */
export function frechetOperator(name: string): Operator | undefined {
  return frechetByName.get(name)
}

/** The functions that `frechet` differentiates. */
export type FrechetFunction = 'expm' | 'logm' | 'sqrtm' | 'phi1'

/** The `expm` of `frechet(expm, X, E)`, undefined for any other operator. */
export function frechetFunctionName(operator: Operator): FrechetFunction | undefined {
  const prefix = 'frechet-'
  return operator.name.startsWith(prefix) ? (operator.name.slice(prefix.length) as FrechetFunction) : undefined
}

/** The derivative of a matrix function at x in a direction, or in several. */
export function frechet(
  store: Store,
  name: FrechetFunction,
  x: Expression,
  ...directions: readonly Expression[]
): Expression {
  return store.apply(frechetByName.get(name)!, [x, ...directions])
}

export const matrixFunctionOperators: readonly Operator[] = [
  matrixExponentialOperator,
  matrixLogarithmOperator,
  matrixSquareRootOperator,
  phi1Operator,
  choleskyOperator,
  pseudoinverseOperator,
  frechetExponentialOperator,
  frechetLogarithmOperator,
  frechetSquareRootOperator,
  frechetPhi1Operator,
]

export function matrixExponential(store: Store, x: Expression): Expression {
  return store.apply(matrixExponentialOperator, [x])
}

export function matrixLogarithm(store: Store, x: Expression): Expression {
  return store.apply(matrixLogarithmOperator, [x])
}

export function matrixSquareRoot(store: Store, x: Expression): Expression {
  return store.apply(matrixSquareRootOperator, [x])
}

export function phi1(store: Store, x: Expression): Expression {
  return store.apply(phi1Operator, [x])
}

export function cholesky(store: Store, x: Expression): Expression {
  return store.apply(choleskyOperator, [x])
}

export function pseudoinverse(store: Store, x: Expression): Expression {
  return store.apply(pseudoinverseOperator, [x])
}
