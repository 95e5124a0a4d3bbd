import { standardRegistry } from '@matrix-derive/standard'
import { describe, expect, test } from 'vitest'
import type { Success } from './answer.ts'
import { answer } from './answering.ts'

// What a program calls by a name keeps that name in second derivatives, and gets no second one.

const registry = standardRegistry()

async function hessian(expression: string, wrt: string, variables: Readonly<Record<string, string>> = {}) {
  const received = (await answer(
    { expression, wrt: wrt.split(','), order: 2, variables, proof: 'steps', steps: true },
    { registry },
  )) as Success
  expect(received).toMatchObject({ ok: true })
  expect(['proved', 'agrees']).toContain(received.verdict)
  return received
}

const textOf = async (expression: string, wrt = 'x') => (await hessian(expression, wrt)).text

test('what f is called is not written out', async () => {
  const { text } = await hessian("r = x'*A*x/(x'*x); r", 'x', { A: 'symmetric(n)' })
  expect(text).toBe("r = x'*A*x/(x'*x); 2*(A + 2*((2*r*x - A*x)*x' - x*x'*A)/(x'*x) - r*eye)/(x'*x)")
})

test('an answer is no mere name', async () => {
  expect(await textOf('log(norm2(x - c))')).toBe("y = x - c; (eye - 2*y*y'/(y'*y))/(y'*y)")
})

describe('a Hessian uses the names of the program', () => {
  test('of a softmax', async () => {
    expect(await textOf("p = softmax(x); -t'*log(p)")).toBe("p = softmax(x); sum(t)*(diag(p) - p*p')")
    expect(await textOf("z = W*x + b; p = softmax(z); -t'*log(p)")).toBe(
      "z = W*x + b; p = softmax(z); sum(t)*W'*(diag(p) - p*p')*W",
    )
  })

  test('of a sigmoid that the first derivative has written out', async () => {
    const program = "p = sigmoid(X*w); -y'*log(p) - (vector(1) - y)'*log(vector(1) - p)"
    expect(await textOf(program, 'w')).toBe("p = sigmoid(X*w); X'*diag(p .* (vector(1) - p))*X")
  })

  test('of several names, and beside new ones', async () => {
    const { text } = await hessian("s = x'*x; h = tanh(W*x); h'*h/s", 'x')
    expect(text).toMatch(/\bs\b/)
    expect(text).toMatch(/\bh\b/)
  })

  test('of a variable with structure', async () => {
    const { text } = await hessian("M = inv(S + A*A'); tr(B*M)", 'S', { S: 'symmetric(n)' })
    expect(text).toMatch(/^M = /)
    expect(text).not.toMatch(/; [A-Z]\d* = /)
  })
})
