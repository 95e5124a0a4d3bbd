import type { Failure } from '@matrix-derive/request'
import type { ConvertedData as Converted, ConvertRequest } from '@matrix-derive/request/convert'
import { partsOf, refusal, type Using } from './using.ts'

/** Of what by what the formula is the derivative, and the two layouts. */
export interface ConvertOptions extends Omit<ConvertRequest, 'formula'>, Using {}

export type { Converted }

/**
 * Brings a formula for a derivative from one layout to another, and proves every step of that.
 *
 * The formula must have the shape that the layout `from` gives such a derivative: of a scalar by an n×1 vector, 1×n in
 * numerator layout and n×1 in denominator layout; the result has the shape that `to` gives it. The table of layouts is
 * that of Wikipedia, Matrix calculus, section Layout conventions.
 *
 * @param formula a derivative, as a program of the input language
 * @param options `of`, `from` and `to` are required; `of` says of what by what: `f by X`, names or kinds
 * @returns `ok: true` with the formula in the other layout, its shape, and every step with its identity; `ok: false` with
 * `error`, whose code is `value` for an unknown layout, `shape-mismatch` for a formula that cannot be such a derivative,
 * or any that reading a program has
 */
export async function convert(formula: string, options: ConvertOptions): Promise<Converted | Failure> {
  const { question, using } = partsOf(options)
  const { convert: converted, convertedData } = await import('@matrix-derive/request/convert')
  try {
    return convertedData(await converted({ ...question, formula }, using))
  } catch (thrown) {
    return refusal(thrown)
  }
}
