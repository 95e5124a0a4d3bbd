import {
  defineOperator,
  type Elementwise,
  type Expression,
  Fact,
  type Interval,
  inheritedFacts,
  interval,
  type Notation,
  type Operator,
  type Store,
} from '@matrix-derive/core'
import { errorFunction } from './error-function.ts'
import { triangular } from './structure.ts'

interface ElementwiseDefinition extends Elementwise {
  readonly name: string
  readonly aliases?: readonly string[]
  readonly summary: string
  readonly latex?: string
}

/**
 * An operator that applies a scalar function to every entry; on a scalar it is that function.
 * The result is symmetric where X is; zero entries stay zero, and with them triangles, where f(0) = 0.
 */
export function defineElementwise(definition: ElementwiseDefinition): Operator {
  const {
    name,
    aliases = [],
    summary,
    latex = `\\operatorname{${name}}`,
    value,
    derivative,
    condition,
    image,
  } = definition
  const elementwise: Elementwise = {
    value,
    derivative,
    ...(condition !== undefined && { condition }),
    ...(image && { image }),
  }
  const kept = Fact.symmetric | (value(0) === 0 ? triangular : 0)
  const notation: Notation = { form: 'function', latex }
  return defineOperator({
    name,
    aliases,
    summary: `${summary}, entry by entry`,
    signature: 'matrix(m,n) -> matrix(m,n)',
    facts: ([x]) => (x.facts & kept) | inheritedFacts([x]),
    ...(image && {
      certainty: ({ operands: [x] }, known) => {
        const { entries, diagonal } = known(x)
        return { entries: image(entries), diagonal: image(diagonal) }
      },
    }),
    notation,
    elementwise,
    evaluate: (algebra, [x]) => algebra.elementwise(elementwise, name, x),
  })
}

const { apartFromZero, between, both, either, increasing, isPositive, nonnegative, sizeOf } = interval

/** From -1 to 1, on the side of 0 on which x is. */
const signs = (x: Interval) => both(between(-1, 1), between(x.lower >= 0 ? 0 : -1, x.upper <= 0 ? 0 : 1))

export const expOperator = defineElementwise({
  name: 'exp',
  summary: 'the exponential',
  latex: '\\exp',
  value: Math.exp,
  derivative: 'exp(x)',
  image: increasing([-Infinity, 0], [0, 1], [Infinity, Infinity]),
})

export const logOperator = defineElementwise({
  name: 'log',
  summary: 'the natural logarithm',
  latex: '\\log',
  value: Math.log,
  derivative: '1/x',
  condition: 'x > 0',
  image: increasing([0, -Infinity], [1, 0], [Infinity, Infinity]),
})

export const sqrtOperator = defineElementwise({
  name: 'sqrt',
  summary: 'the square root',
  latex: '\\operatorname{sqrt}',
  value: Math.sqrt,
  derivative: '1/2/sqrt(x)',
  condition: 'x > 0',
  image: increasing([0, 0], [1, 1], [Infinity, Infinity]),
})

export const sinOperator = defineElementwise({
  name: 'sin',
  summary: 'the sine',
  latex: '\\sin',
  value: Math.sin,
  derivative: 'cos(x)',
  image: () => between(-1, 1),
})

export const cosOperator = defineElementwise({
  name: 'cos',
  summary: 'the cosine',
  latex: '\\cos',
  value: Math.cos,
  derivative: '-sin(x)',
  image: x => (x.lower >= -1.5 && x.upper <= 1.5 ? apartFromZero(between(0, 1)) : between(-1, 1)),
})

export const tanOperator = defineElementwise({
  name: 'tan',
  summary: 'the tangent',
  latex: '\\tan',
  value: Math.tan,
  derivative: '1 + tan(x)^2',
  condition: 'cos(x) <> 0',
})

export const asinOperator = defineElementwise({
  name: 'asin',
  aliases: ['arcsin'],
  summary: 'the inverse sine',
  latex: '\\arcsin',
  value: Math.asin,
  derivative: '1/sqrt(1 - x^2)',
  condition: 'abs(x) < 1',
  image: increasing([-1, -2], [0, 0], [1, 2]),
})

export const acosOperator = defineElementwise({
  name: 'acos',
  aliases: ['arccos'],
  summary: 'the inverse cosine',
  latex: '\\arccos',
  value: Math.acos,
  derivative: '-1/sqrt(1 - x^2)',
  condition: 'abs(x) < 1',
  image: () => between(0, 4),
})

export const atanOperator = defineElementwise({
  name: 'atan',
  aliases: ['arctan'],
  summary: 'the inverse tangent',
  latex: '\\arctan',
  value: Math.atan,
  derivative: '1/(1 + x^2)',
  image: increasing([-Infinity, -2], [0, 0], [Infinity, 2]),
})

export const sinhOperator = defineElementwise({
  name: 'sinh',
  summary: 'the hyperbolic sine',
  latex: '\\sinh',
  value: Math.sinh,
  derivative: 'cosh(x)',
  image: increasing([-Infinity, -Infinity], [0, 0], [Infinity, Infinity]),
})

export const coshOperator = defineElementwise({
  name: 'cosh',
  summary: 'the hyperbolic cosine',
  latex: '\\cosh',
  value: Math.cosh,
  derivative: 'sinh(x)',
  image: () => between(1, Infinity),
})

export const tanhOperator = defineElementwise({
  name: 'tanh',
  summary: 'the hyperbolic tangent',
  latex: '\\tanh',
  value: Math.tanh,
  derivative: '1 - tanh(x)^2',
  image: increasing([-Infinity, -1], [0, 0], [Infinity, 1]),
})

export const absOperator = defineElementwise({
  name: 'abs',
  summary: 'the absolute value',
  value: Math.abs,
  derivative: 'sign(x)',
  condition: 'x <> 0, almost everywhere',
  image: sizeOf,
})

export const signOperator = defineElementwise({
  name: 'sign',
  summary: 'the sign: -1, 0 or 1',
  value: Math.sign,
  derivative: '0',
  condition: 'x <> 0, almost everywhere',
  image: x => (x.nonzero ? apartFromZero(signs(x)) : signs(x)),
})

export const reluOperator = defineElementwise({
  name: 'relu',
  summary: 'the positive part',
  value: x => Math.max(x, 0),
  derivative: 'step(x)',
  condition: 'x <> 0, almost everywhere',
  image: x => (isPositive(x) ? x : both(either(x, between(0, 0)), nonnegative)),
})

/** At 0 the step is 0, as for the derivative of relu in common frameworks. */
export const stepOperator = defineElementwise({
  name: 'step',
  summary: 'the unit step: 1 for positive numbers, otherwise 0',
  value: x => (Number.isNaN(x) ? x : x > 0 ? 1 : 0),
  derivative: '0',
  condition: 'x <> 0, almost everywhere',
  image: x => (isPositive(x) ? between(1, 1) : between(0, 1)),
})

/** Both branches only take the exponential of a negative number, which cannot overflow. */
function logistic(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x))
  const small = Math.exp(x)
  return small / (1 + small)
}

export const sigmoidOperator = defineElementwise({
  name: 'sigmoid',
  summary: 'the logistic function 1/(1 + exp(-x))',
  value: logistic,
  derivative: 'sigmoid(x)*(1 - sigmoid(x))',
  image: increasing([-Infinity, 0], [0, 1 / 2], [Infinity, 1]),
})

export const softplusOperator = defineElementwise({
  name: 'softplus',
  summary: 'log(1 + exp(x))',
  value: x => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
  derivative: 'sigmoid(x)',
  image: increasing([-Infinity, 0], [Infinity, Infinity]),
})

/** The language has no π: acos(-1) is it. */
export const erfOperator = defineElementwise({
  name: 'erf',
  summary: 'the error function',
  value: errorFunction,
  derivative: '2/sqrt(acos(-1))*exp(-x^2)',
  image: increasing([-Infinity, -1], [0, 0], [Infinity, 1]),
})

export const elementwiseOperators: readonly Operator[] = [
  expOperator,
  logOperator,
  sqrtOperator,
  sinOperator,
  cosOperator,
  tanOperator,
  asinOperator,
  acosOperator,
  atanOperator,
  sinhOperator,
  coshOperator,
  tanhOperator,
  absOperator,
  signOperator,
  reluOperator,
  stepOperator,
  sigmoidOperator,
  softplusOperator,
  erfOperator,
]

/** f of every entry of x, f one of the elementwise operators. */
export function applyElementwise(store: Store, f: Operator, x: Expression): Expression {
  return store.apply(f, [x])
}
