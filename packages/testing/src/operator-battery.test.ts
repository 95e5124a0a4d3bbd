import { defineOperator, type PluginOperatorDefinition } from '@matrix-derive/plugin'
import { describe, expect, test } from 'vitest'
import { checkOperator } from './operator-battery.ts'
import { testOperator } from './test-operator.ts'

const manifest = (name: string) => ({ name: `@acme/operator-${name}`, version: '1.0.0', description: `It is ${name}.` })

const softplus2 = {
  summary: 'a smooth positive part',
  elementwise: { program: 'log(1 + exp(2*x))', derivative: '2*sigmoid(2*x)' },
} satisfies PluginOperatorDefinition

const quad = {
  summary: "the quadratic form x'Ax",
  signature: 'matrix(n), vector(n) -> scalar',
  operands: ['A', 'x'],
  program: "x'*A*x",
  linear: [0],
  differential: {
    statement: "d(quad(A, x)) = x'*d(A)*x + x'*(A + A')*d(x)",
    where: { A: 'matrix(n)', x: 'vector(n)' },
    title: "d(x'Ax) = x'dA x + x'(A + A')dx",
    source: 'Matrix Cookbook (2012), eq. 81',
  },
} satisfies PluginOperatorDefinition

const gram = {
  summary: 'the inner products of the columns',
  signature: 'matrix(m,n) -> matrix(n,n)',
  is: ['symmetric'],
  evaluate: (algebra, [x]) =>
    algebra.multiply(
      algebra.gather(x, algebra.cols(x), algebra.rows(x), (i, j) => [j, i]),
      x,
    ),
  differential: {
    statement: "d(gram(X)) = d(X)'*X + X'*d(X)",
    where: { X: 'matrix(m,n)' },
    title: "d(X'X) = dX'X + X'dX",
    source: 'by definition',
  },
  notation: { form: 'function', latex: '\\mathcal{G}' },
} satisfies PluginOperatorDefinition

testOperator(defineOperator(manifest('softplus2'), softplus2))
testOperator(defineOperator(manifest('quad'), quad))
testOperator(defineOperator(manifest('gram'), gram))

describe('an operator', () => {
  const { elementwise } = softplus2
  test.each<[string, string, PluginOperatorDefinition, string]>([
    [
      'whose derivative is false',
      'differentiates',
      { ...softplus2, elementwise: { ...elementwise, derivative: '2*sigmoid(x)' } },
      'softplus2',
    ],
    [
      'whose value is not that of its program',
      'valued',
      { ...softplus2, elementwise: { ...elementwise, value: Math.exp } },
      'softplus2',
    ],
    [
      'whose program is not entrywise',
      'shaped',
      { ...softplus2, elementwise: { ...elementwise, program: 'sum(x)' } },
      'softplus2',
    ],
    ['whose value has another shape', 'shaped', { ...gram, signature: 'matrix(m,n) -> matrix(m,m)' }, 'gram'],
    ['that is not what it says', 'structured', { ...gram, is: ['diagonal'] }, 'gram'],
    ['that is not linear', 'linear', { ...quad, linear: [0, 1] }, 'quad'],
    [
      'whose differential is false',
      'true',
      { ...quad, differential: { ...quad.differential, statement: "d(quad(A,x)) = x'*d(A)*x + 2*x'*A*d(x)" } },
      'quad',
    ],
    ['with a name of signs', 'declared', gram, 'a-b'],
  ])('%s is caught: %s', (_, check, definition, name) => {
    const failed = checkOperator(defineOperator(manifest(name), definition)).filter(({ ok }) => !ok)
    expect(failed.map(found => found.check)).toContain(check)
  })

  test('that throws is blamed by name', () => {
    const evaluate = () => {
      throw new TypeError('not so')
    }
    const checks = checkOperator(defineOperator(manifest('gram'), { ...gram, evaluate }))
    const { message } = checks.find(({ check }) => check === 'shaped')!
    expect(message).toContain(
      'Expected @acme/operator-gram@1.0.0 to evaluate its operator, received TypeError: not so.',
    )
  })

  test('that computes nothing is refused at once', () => {
    const nothing = { summary: 'nothing', signature: 'matrix(m,n) -> scalar' }
    expect(() => defineOperator(manifest('nothing'), nothing)).toThrow('Expected what the operator "nothing" computes')
  })
})
