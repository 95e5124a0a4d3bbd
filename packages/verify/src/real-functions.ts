import type { Elementwise } from '@matrix-derive/core'
import type { EntryFunctions } from './entry-functions.ts'
import { elementwiseStandIn, standIn } from './stand-in.ts'

const logistic = (x: number) => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x)))

/** The derivatives of the built-in functions, written down here once more: what is checked may not be the checker. */
const derivatives: ReadonlyMap<string, (x: number) => number> = new Map([
  ['exp', Math.exp],
  ['log', x => 1 / x],
  ['sqrt', x => 0.5 / Math.sqrt(x)],
  ['sin', Math.cos],
  ['cos', x => -Math.sin(x)],
  ['tan', x => 1 / Math.cos(x) ** 2],
  ['asin', x => 1 / Math.sqrt((1 - x) * (1 + x))],
  ['acos', x => -1 / Math.sqrt((1 - x) * (1 + x))],
  ['atan', x => 1 / (1 + x * x)],
  ['sinh', Math.cosh],
  ['cosh', Math.sinh],
  ['tanh', x => 1 / Math.cosh(x) ** 2],
  ['abs', Math.sign],
  ['sign', () => 0],
  ['relu', x => (x > 0 ? 1 : 0)],
  ['step', () => 0],
  ['sigmoid', x => logistic(x) * logistic(-x)],
  ['softplus', logistic],
  ['erf', x => (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x)],
])

/**
 * The derivative of a function that only its values tell of, by central differences of two widths combined so that
 * their errors of second order cancel (Richardson): good to about 1e-11.
 */
function differences(f: (x: number) => number): (x: number) => number {
  return x => {
    const h = 2 ** -10 * Math.max(1, Math.abs(x))
    const slope = (step: number) => (f(x + step) - f(x - step)) / (2 * step)
    const [wide, middle, narrow] = [slope(h), slope(h / 2), slope(h / 4)]
    const [first, second] = [(4 * middle - wide) / 3, (4 * narrow - middle) / 3]
    return (16 * second - first) / 15
  }
}

/** The functions of real numbers; those of a whole matrix, which a library computes, come from outside. */
export const realFunctions = (analytic: EntryFunctions['analytic']): EntryFunctions => ({
  elementwise: (f: Elementwise, name) => ({
    value: f.value,
    derivative: derivatives.get(name) ?? differences(f.value),
  }),
  abstractElementwise: name => ({ value: elementwiseStandIn(name), derivative: elementwiseStandIn(`${name}'`) }),
  abstractFunction: standIn,
  power: (x, e) => ({
    value: x ** e,
    byBase: e === 0 ? 0 : e * x ** (e - 1),
    byExponent: () => x ** e * Math.log(x),
  }),
  max: entries => entries.reduce((a, b) => Math.max(a, b)),
  analytic,
})
