import {
  abstractFunction,
  differential,
  type Expression,
  elementwiseFunction,
  eye,
  fill,
  jacobianOf,
  named,
  ones,
  symbol,
  trace,
  vec,
  zeros,
} from '@matrix-derive/core'
import * as op from '@matrix-derive/operators'
import { expect, test } from 'vitest'
import {
  A,
  a,
  add,
  B,
  b,
  b1,
  C,
  k,
  mul,
  neg,
  num,
  rate,
  Sigma,
  s,
  store,
  t,
  W_out,
  W1,
  X,
  x,
  y,
  z,
} from './fixtures.ts'
import { dimensionToLatex, shapeToLatex, shapeToUnicode, toLatex, toText, toUnicode } from './index.ts'

const square = { rows: 'n', cols: 'n' }
const column = { rows: 'n', cols: '1' }
const inv = (e: Expression) => op.inverse(store, e)
const pow = (e: Expression, p: Expression) => op.power(store, e, p)
const d = (e: Expression) => differential(store, e)
const dot = (...e: Expression[]) => op.hadamard(store, ...e)
const dotPow = (e: Expression, p: Expression) => op.hadamardPower(store, e, p)
const one = num(1)
const W1x = mul(W1, x)
const scalar = { rows: '1', cols: '1' }
const jacobian = store.apply(jacobianOf(abstractFunction('l', [column], scalar)), [y])
const partial = store.apply(jacobianOf(abstractFunction('l', [column, scalar], scalar), 0), [y, s])

/** [what it shows, expression, text, Unicode, LaTeX] */
const table: [string, Expression, string, string, string][] = [
  ['names', W1, 'W1', 'W₁', 'W_{1}'],
  ['Greek names', Sigma, 'Sigma', 'Σ', '\\Sigma'],
  ['words', rate, 'rate', 'rate', '\\mathrm{rate}'],
  ['words below', W_out, 'W_out', 'W_out', 'W_{\\mathrm{out}}'],
  ['intermediates', named(store, 'h', mul(A, x)), 'h', 'h', 'h'],
  ['fractions', num(-1, 2), '-1/2', '-1/2', '-\\frac{1}{2}'],
  ['coefficients', mul(num(2), t(x)), "2*x'", '2xᵀ', '2 x^{\\top}'],
  ['signs', neg(mul(A, B)), '-A*B', '-AB', '-A B'],
  ['halves', mul(num(1, 2), add(A, t(A))), "1/2*(A + A')", '1/2·(A + Aᵀ)', '\\frac{1}{2} (A + A^{\\top})'],
  [
    'tutorial 2',
    mul(num(2), x, t(add(mul(X, y), b1))),
    "2*x*(X*y + b1)'",
    '2x·(Xy + b₁)ᵀ',
    '2 x (X y + b_{1})^{\\top}',
  ],
  ['sums', add(neg(A), B, mul(num(-2), C)), '-A + B - 2*C', '-A + B - 2C', '-A + B - 2 C'],
  ['minus a sum', add(A, neg(add(B, C))), 'A - (B + C)', 'A - (B + C)', 'A - (B + C)'],
  ['minus a number', add(s, num(-2)), 's - 2', 's - 2', 's - 2'],
  ['scalars that are products', mul(A, mul(t(x), y)), "(x'*y)*A", '(xᵀy)·A', '(x^{\\top} y) A'],
  ['scalars and numbers', mul(num(3), a, t(x), y), "3*a*x'*y", '3axᵀy', '3 a x^{\\top} y'],
  ['words as factors', mul(rate, A), 'rate*A', 'rate·A', '\\mathrm{rate} \\, A'],
  ['quotients', mul(a, x, inv(s)), 'a*x/s', 'ax/s', '\\frac{a}{s} x'],
  ['reciprocals', inv(s), '1/s', '1/s', '\\frac{1}{s}'],
  ['scalar quotients', mul(t(x), y, inv(s)), "x'*y/s", 'xᵀy/s', '\\frac{x^{\\top} y}{s}'],
  ['sums over sums', mul(add(a, b), inv(add(a, num(1)))), '(a + b)/(a + 1)', '(a + b)/(a + 1)', '\\frac{a + b}{a + 1}'],
  ['two divisors', mul(num(1, 2), a, inv(b), inv(s)), '1/2*a/b/s', '1/2·a/(bs)', '\\frac{a}{2 b s}'],
  ['early reciprocals', mul(inv(s), a, x), 's^-1*a*x', 'ax/s', '\\frac{a}{s} x'],
  ['negative powers', mul(x, pow(s, num(-2))), 'x/s^2', 'x/s²', '\\frac{1}{s^{2}} x'],
  ['minus a quotient', neg(inv(s)), '-1/s', '-1/s', '-\\frac{1}{s}'],
  ['one over minus', inv(neg(s)), '1/(-s)', '1/(-s)', '\\frac{1}{-s}'],
  ['fraction factors', pow(inv(s), num(2)), '(1/s)^2', '(1/s)²', '\\left(\\frac{1}{s}\\right)^{2}'],
  ['transposes', t(mul(A, B)), "(A*B)'", '(AB)ᵀ', '(A B)^{\\top}'],
  ['brackets around a quotient', t(mul(a, x, inv(s))), "(a*x/s)'", '(ax/s)ᵀ', '\\left(\\frac{a}{s} x\\right)^{\\top}'],
  ['powers', pow(X, num(2)), 'X^2', 'X²', 'X^{2}'],
  ['named exponents', pow(X, k), 'X^k', 'Xᵏ', 'X^{k}'],
  ['exponent sums', pow(X, add(k, num(-1))), 'X^(k - 1)', 'X^(k - 1)', 'X^{k - 1}'],
  ['fractional exponents', pow(s, num(1, 2)), 's^(1/2)', 's^(1/2)', 's^{\\frac{1}{2}}'],
  ['powers of powers', pow(pow(a, b), s), '(a^b)^s', '(aᵇ)ˢ', '(a^{b})^{s}'],
  ['powers in exponents', pow(a, pow(b, s)), 'a^(b^s)', 'a^(bˢ)', 'a^{b^{s}}'],
  ['minus outside', neg(pow(s, num(2))), '-s^2', '-s²', '-s^{2}'],
  ['minus inside', pow(neg(s), num(2)), '(-s)^2', '(-s)²', '(-s)^{2}'],
  ['negative bases', pow(num(-2), a), '(-2)^a', '(-2)ᵃ', '(-2)^{a}'],
  ['powers of transposes', pow(t(X), num(2)), "X'^2", '(Xᵀ)²', '(X^{\\top})^{2}'],
  ['transposed powers', t(pow(X, num(2))), "X^2'", '(X²)ᵀ', '(X^{2})^{\\top}'],
  ['inverses', inv(X), 'X^-1', 'X⁻¹', 'X^{-1}'],
  ['transposed inverses', t(inv(X)), "X^-1'", 'X⁻ᵀ', 'X^{-\\top}'],
  ['inverses of inverses', inv(t(inv(X))), "(X^-1')^-1", '(X⁻ᵀ)⁻¹', '(X^{-\\top})^{-1}'],
  ['inverses of products', inv(mul(A, B)), '(A*B)^-1', '(AB)⁻¹', '(A B)^{-1}'],
  [
    'differentials',
    neg(mul(inv(X), d(X), inv(X))),
    '-X^-1*d(X)*X^-1',
    '-X⁻¹·dX·X⁻¹',
    '-X^{-1} \\, \\mathrm{d}X \\, X^{-1}',
  ],
  ['differentials of products', t(d(mul(A, X))), "d(A*X)'", 'd(AX)ᵀ', '\\mathrm{d}(A X)^{\\top}'],
  ['differentials of a minus', d(neg(X)), 'd(-X)', 'd(-X)', '\\mathrm{d}(-X)'],
  ['transposed differentials', t(d(X)), "d(X)'", '(dX)ᵀ', '(\\mathrm{d}X)^{\\top}'],
  ['scalar differentials', mul(A, d(s)), 'A*d(s)', 'A·ds', 'A \\, \\mathrm{d}s'],
  ['traces', trace(store, mul(B, A, d(X))), 'tr(B*A*d(X))', 'tr(B·A·dX)', '\\operatorname{tr}(B A \\, \\mathrm{d}X)'],
  ['vec', vec(store, X), 'vec(X)', 'vec(X)', '\\operatorname{vec}(X)'],
  [
    'nested functions',
    op.applyElementwise(store, op.logOperator, op.determinant(store, X)),
    'log(det(X))',
    'log(det(X))',
    '\\log\\det(X)',
  ],
  [
    'nested functions before a factor',
    mul(op.applyElementwise(store, op.logOperator, op.determinant(store, X)), a),
    'log(det(X))*a',
    'log(det(X))·a',
    '(\\log\\det(X)) a',
  ],
  [
    'nested functions behind a factor',
    mul(a, op.applyElementwise(store, op.logOperator, op.determinant(store, X))),
    'a*log(det(X))',
    'a·log(det(X))',
    'a \\log\\det(X)',
  ],
  [
    'functions of a minus',
    op.applyElementwise(store, op.logOperator, neg(op.determinant(store, X))),
    'log(-det(X))',
    'log(-det(X))',
    '\\log(-\\det(X))',
  ],
  ['norms', pow(op.norm2(store, x), num(2)), 'norm2(x)^2', '‖x‖²', '\\lVert x \\rVert^{2}'],
  ['Hadamard', dot(A, B), 'A .* B', 'A ∘ B', 'A \\odot B'],
  ['Hadamard of products', mul(a, dot(mul(A, B), C)), 'a*((A*B) .* C)', 'a·((AB) ∘ C)', 'a ((A B) \\odot C)'],
  ['Hadamard quotients', dot(A, dotPow(B, num(-1)), C), 'A ./ B .* C', 'A ⊘ B ∘ C', 'A \\oslash B \\odot C'],
  ['Hadamard reciprocals', t(dotPow(X, num(-1))), "(1 ./ X)'", '(1 ⊘ X)ᵀ', '(1 \\oslash X)^{\\top}'],
  ['Hadamard powers', dotPow(X, num(2)), 'X.^2', 'X.^2', 'X^{\\circ 2}'],
  ['Kronecker', op.kron(store, eye(store, 'n'), A), 'eye(n) ⊗ A', 'Iₙ ⊗ A', 'I_{n} \\otimes A'],
  ['identities beside terms', add(A, mul(num(2), eye(store, 'n'))), 'A + 2*eye', 'A + 2I', 'A + 2 I'],
  ['identities beside factors', mul(A, eye(store, 'n'), d(X)), 'A*eye*d(X)', 'A·I·dX', 'A I \\, \\mathrm{d}X'],
  ['an identity before a factor', mul(eye(store, 'n'), d(X)), 'eye*d(X)', 'I·dX', 'I \\, \\mathrm{d}X'],
  ['an identity behind a factor', mul(d(X), eye(store, 'n')), 'd(X)*eye', 'dX·I', '\\mathrm{d}X \\, I'],
  ['an identity alone', mul(num(2), eye(store, 'n')), '2*eye(n)', '2Iₙ', '2 I_{n}'],
  [
    'functions of an identity',
    add(A, op.matrixExponential(store, eye(store, 'n'))),
    'A + expm(eye(n))',
    'A + expm(Iₙ)',
    'A + \\operatorname{expm}(I_{n})',
  ],
  [
    'only constants',
    add(eye(store, 'n'), ones(store, square)),
    'eye(n) + matrix(1)',
    'Iₙ + matrix(1)',
    'I_{n} + \\mathbf{1}_{n \\times n}',
  ],
  ['ones beside terms', add(x, neg(ones(store, column))), 'x - vector(1)', 'x - vector(1)', 'x - \\mathbf{1}_{n}'],
  ['ones in products', mul(t(ones(store, column)), A), "ones(n)'*A", 'ones(n)ᵀ·A', '\\mathbf{1}_{n}^{\\top} A'],
  ['rows of ones', ones(store, { rows: '1', cols: 'n' }), 'ones(1,n)', 'ones(1,n)', '\\mathbf{1}_{1 \\times n}'],
  [
    'equal entries',
    dot(A, fill(store, a, square)),
    'A .* (a*matrix(1))',
    'A ∘ (a·matrix(1))',
    'A \\odot (a \\mathbf{1}_{n \\times n})',
  ],
  ['zeros', zeros(store, { rows: 'm*n', cols: 'p' }), 'zeros(m*n,p)', 'zeros(mn,p)', '0_{m n \\times p}'],
  ['commutation', op.commutation(store, 'm', 'n'), 'commutation(m,n)', 'K(m,n)', 'K_{m, n}'],
  ['duplication', op.duplication(store, 'n'), 'duplication(n)', 'D(n)', 'D_{n}'],
  ['elimination', op.elimination(store, '2*n'), 'elimination(2*n)', 'L(2n)', 'L_{2 n}'],
  ['tri', eye(store, 'tri(n)'), 'eye(tri(n))', 'I(n(n+1)/2)', 'I_{\\tfrac{1}{2} n (n + 1)}'],
  [
    'abstract functions',
    store.apply(elementwiseFunction('sigma', 1), [W1x]),
    "sigma'(W1*x)",
    'σ′(W₁x)',
    "\\sigma'(W_{1} x)",
  ],
  ['abstract derivatives', mul(z, jacobian), 'z*D(l)(y)', 'z·Dl(y)', 'z \\mathrm{D}l(y)'],
  ['partial derivatives', partial, 'D(l,1)(y, s)', 'D₁l(y, s)', '\\mathrm{D}_{1}l(y, s)'],
  [
    'Fréchet',
    op.frechet(store, 'expm', X, A),
    'frechet(expm, X, A)',
    'frechet(expm, X, A)',
    'L_{\\operatorname{expm}}(X, A)',
  ],
]

test.each(table)('%s', (_, expression, text, unicode, latex) => {
  expect([toText(expression), toUnicode(expression), toLatex(expression)]).toEqual([text, unicode, latex])
  expect(isBalanced(latex)).toBe(true)
  // TeX refuses a script behind a script.
  expect(latex).not.toMatch(/\^\{[^{}]*\}\^/)
})

test.each(op.builtInOperators.filter(({ signatures }) => signatures.length > 0))('$name is written', operator => {
  for (const signature of operator.signatures) {
    const operands = signature.operands.map(({ rows, cols }) =>
      rows === '1' && cols === '1' ? k : cols === '1' ? x : rows === '1' ? t(x) : X,
    )
    const node = store.apply(operator, operands)
    expect(toText(node)).not.toMatch(/\w-[a-z]/)
    for (const write of [toText, toUnicode, toLatex]) expect(isBalanced(write(node))).toBe(true)
  }
})

test('an inverse is written as it was typed', () => {
  expect(toText(mul(inv(X), A), { inverse: 'function' })).toBe('inv(X)*A')
  expect(toUnicode(inv(X), { inverse: 'function' })).toBe('X⁻¹')
})

test('shapes', () => {
  expect(shapeToUnicode({ rows: 'm*n', cols: '2*p' })).toBe('mn×2p')
  expect(shapeToUnicode({ rows: 'rows*n', cols: '1' })).toBe('rows·n×1')
  expect(shapeToLatex({ rows: 'm*n1', cols: '3' })).toBe('m n_{1} \\times 3')
  expect(dimensionToLatex('2*m')).toBe('2 m')
  expect(toText(mul(one, A))).toBe('A')
})

function isBalanced(text: string): boolean {
  const closing: Record<string, string> = { ')': '(', '}': '{' }
  const open: string[] = []
  for (const character of text) {
    if (character === '(' || character === '{') open.push(character)
    else if (closing[character] !== undefined && open.pop() !== closing[character]) return false
  }
  return open.length === 0
}

test('names that JavaScript has a meaning for mean nothing here', () => {
  const named = symbol(store, 'constructor', { rows: '1', cols: '1' })
  const called = store.apply(elementwiseFunction('toString'), [named])
  expect(toText(called)).toBe('toString(constructor)')
  expect(toUnicode(called)).toBe('toString(constructor)')
  expect(toLatex(called)).toBe('\\operatorname{toString}(\\mathrm{constructor})')
})
