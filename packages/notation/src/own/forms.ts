import { isZeroExpression, transposeOperator } from '@matrix-derive/core'
import { type Write, writeMark } from '../page.ts'
import { rationalPiece } from '../style.ts'
import { writeHadamard, writeHadamardPower } from './hadamard.ts'
import { writePowerNode } from './power.ts'
import { writeProduct } from './product.ts'
import { writeMember, writeName, writeSeries, writeSymbol } from './series.ts'
import { writeSum } from './sum.ts'

/** Equal entries are 0 or 1: other ones stand in front. */
const writeFill: Write = ({ style }, node) =>
  isZeroExpression(node) ? style.zeros(node.shape) : style.ones(node.shape)

const writeFrechet: Write = ({ style, of }, { operator, operands }) =>
  style.frechet(operator.name.slice('frechet-'.length), operands.map(of))

const writeInverse: Write = (page, { operator, operands: [x] }) => {
  const { style, inverse } = page
  if (style.column === 'text' && inverse === 'function') return style.call('inv', undefined, [page.of(x)])
  const { notation } = operator
  return writeMark(page, page.of(x), notation.form === 'postfix' ? notation[style.column] : '^-1', true)
}

/** (X^-1)' is X^{-T} where the style has a mark for that. */
const writeTranspose: Write = (page, { operands: [x] }) => {
  const { notation } = transposeOperator
  const { inverseTransposed, column } = page.style
  if (inverseTransposed !== undefined && x.operator.name === 'inv') {
    return writeMark(page, page.of(x.operands[0]), inverseTransposed)
  }
  return writeMark(page, page.of(x), notation.form === 'postfix' ? notation[column] : "'")
}

/**
 * What the printer itself knows how to write, by the operator's name. Everything else is written as the operator's
 * notation says, and an operator of a plugin always is.
 */
export const ownForms: ReadonlyMap<string, Write> = new Map<string, Write>(
  Object.entries({
    number: ({ style }, node) => rationalPiece(style, node.data!.value!),
    symbol: writeSymbol,
    name: writeName,
    plus: writeSum,
    times: (page, node) => writeProduct(page, node),
    transpose: writeTranspose,
    inv: writeInverse,
    power: writePowerNode,
    hadamard: writeHadamard,
    'hadamard-power': writeHadamardPower,
    d: ({ style, of }, { operands: [x] }) => style.differential(of(x)),
    fill: writeFill,
    eye: ({ style }, node) => style.eye(node.shape.rows),
    commutation: ({ style }, node) => style.commutation(node.data!.shape!),
    index: writeSymbol,
    size: ({ style }, node) => style.symbol(node.data!.shape!.rows),
    member: writeMember,
    series: writeSeries,
    duplication: ({ style }, node) => style.triangular('duplication', node.data!.shape!.rows),
    elimination: ({ style }, node) => style.triangular('elimination', node.data!.shape!.rows),
    'frechet-expm': writeFrechet,
    'frechet-logm': writeFrechet,
    'frechet-sqrtm': writeFrechet,
    'frechet-phi1': writeFrechet,
  }),
)
