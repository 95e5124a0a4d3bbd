import {
  differential,
  type Expression,
  elementwiseFunction,
  isScalar,
  minusOne,
  number,
  parseRational,
  product,
  type Store,
  sum,
  transpose,
} from '@matrix-derive/core'
import { builtInOperators, hadamard, hadamardPower, kron, power } from '@matrix-derive/operators'

const tokenPattern = /[A-Za-z]\w*'*(?=\()|[A-Za-z]\w*|\d+|\.\*|\.\/|\.\^|\S/g
const operators = new Map(builtInOperators.map(operator => [operator.name, operator]))

/**
 * The grammar of LANGUAGE.md over declared names, by recursive descent and nothing else: no inference, no constants
 * whose size is inferred. The tests of this package judge the text by it, so that they need no other package's reader.
 */
export function read(store: Store, symbols: ReadonlyMap<string, Expression>, text: string): Expression {
  const tokens = text.match(tokenPattern) ?? []
  let at = 0
  const accept = (...expected: string[]) => (expected.includes(tokens[at]) ? tokens[at++] : undefined)
  const demand = (expected: string) => {
    if (!accept(expected)) throw new Error(`Expected "${expected}", received "${tokens[at]}" in ${text}`)
  }
  const minus = (operand: Expression) => product(store, [number(store, minusOne), operand])
  const inverted = (operand: Expression) => power(store, operand, number(store, minusOne))
  const invertedEntries = (operand: Expression) => hadamardPower(store, operand, number(store, minusOne))

  const join: Record<string, (left: Expression, right: Expression) => Expression> = {
    '*': (left, right) => product(store, [left, right]),
    '/': (left, right) => product(store, [left, inverted(right)]),
    '.*': (left, right) => hadamard(store, left, right),
    './': (left, right) =>
      isScalar(left.shape)
        ? product(store, [left, invertedEntries(right)])
        : hadamard(store, left, invertedEntries(right)),
    '⊗': (left, right) => kron(store, left, right),
  }

  function readSum(): Expression {
    const terms = [readProduct()]
    for (let sign = accept('+', '-'); sign; sign = accept('+', '-')) {
      terms.push(sign === '-' ? minus(readProduct()) : readProduct())
    }
    return terms.length === 1 ? terms[0] : sum(store, terms)
  }
  function readProduct(): Expression {
    let left = readSigned()
    for (let sign = accept(...Object.keys(join)); sign; sign = accept(...Object.keys(join))) {
      left = join[sign](left, readSigned())
    }
    return left
  }
  const readSigned = (): Expression => (accept('-') ? minus(readMarked()) : readMarked())
  function readMarked(): Expression {
    let operand = readAtom()
    let raised = false
    for (let mark = accept("'", '^', '.^'); mark; mark = accept("'", '^', '.^')) {
      if (mark !== "'" && raised) throw new Error(`a^b^c in ${text}`)
      raised = mark !== "'"
      if (!raised) operand = transpose(store, operand)
      else operand = (mark === '^' ? power : hadamardPower)(store, operand, readExponent())
    }
    return operand
  }
  const readExponent = (): Expression => (accept('-') ? minus(readAtom()) : readAtom())
  function readAtom(): Expression {
    const token = tokens[at++]
    if (/^\d/.test(token)) return number(store, parseRational(token))
    if (token !== '(' && tokens[at] !== '(') return symbols.get(token) ?? fail(token)
    if (token !== '(') at++
    const operands = [readSum()]
    while (accept(',')) operands.push(readSum())
    demand(')')
    return token === '(' ? operands[0] : apply(token, operands)
  }
  function apply(name: string, operands: readonly Expression[]): Expression {
    if (name === 'd') return differential(store, operands[0])
    const operator = operators.get(name)
    const order = name.length - name.replace(/'+$/, '').length
    return store.apply(operator ?? elementwiseFunction(name.slice(0, name.length - order), order), operands)
  }
  function fail(token: string | undefined): never {
    throw new Error(`Expected a name, received "${token}" in ${text}`)
  }

  const result = readSum()
  if (at < tokens.length) fail(tokens[at])
  return result
}
