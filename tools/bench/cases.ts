import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DerivationRequest } from '../../packages/request/src/index.ts'

export interface Case {
  readonly name: string
  readonly request: DerivationRequest
}

/** The public conformance cases of a folder. */
export function conformanceCases(folder: string): Case[] {
  const files = readdirSync(folder).filter(file => file.endsWith('.jsonl'))
  return files.flatMap(file =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .filter(line => line !== '')
      .map(line => {
        const { id, expression, variables, wrt, order } = JSON.parse(line) as DerivationRequest
        return {
          name: String(id),
          request: { expression, wrt, ...(variables && { variables }), ...(order && { order }) },
        }
      }),
  )
}

/** Expressions that other systems are measured with as well. */
export const wellKnown: readonly DerivationRequest[] = [
  { expression: 'tr(A*X*B)', wrt: 'X' },
  { expression: "x'*A*x", wrt: 'x' },
  { expression: 'log(det(X))', wrt: 'X' },
  { expression: "det(X'*A*X)", wrt: 'X' },
  { expression: 'tr(A*inv(X)*B)', wrt: 'X' },
  { expression: "tr((A*X*B+C)*(A*X*B+C)')", wrt: 'X' },
  { expression: "tr(inv(A+X'*C*X)*(X'*B*X))", wrt: 'X' },
  { expression: "tr(B'*X'*C*X*X'*C*X*B)", wrt: 'X' },
  { expression: "a'*sin(A*X*B)*b", wrt: 'X', variables: { a: 'vector(m)', b: 'vector(q)' } },
  { expression: `tr(${Array.from({ length: 10 }, (_, i) => `A${i}*X`).join('*')}*B)`, wrt: 'X' },
]

/** Hessians that have a closed form, each asked for by itself. */
export const closedForms: readonly Case[] = [
  { name: 'softmax', request: { expression: "-t'*log(softmax(x))", wrt: 'x', order: 2 } },
  { name: 'logistic', request: { expression: 'sum(softplus(-y .* (X*w)))', wrt: 'w', order: 2 } },
  { name: 'factorisation', request: { expression: "norm2(A - U*V')^2", wrt: 'U', order: 2 } },
]

/** The squared error of a network of tanh layers, by all of its weights. */
export function network(layers: number): DerivationRequest {
  const names = Array.from({ length: layers }, (_, i) => `W${i + 1}`)
  const output = names.reduce((inner, name) => `tanh(${name}*${inner})`, 'x')
  return { expression: `norm2(${output} - t)^2`, wrt: names }
}

/** The shapes of networks whose derivation must grow no faster than their length. */
export const growing: Readonly<Record<string, (layers: number) => DerivationRequest>> = {
  layered: network,
  recurrent: layers => {
    let h = 'x'
    for (let i = 0; i < layers; i++) h = `tanh(W*${h})`
    return { expression: `norm2(${h} - t)^2`, wrt: 'W' }
  },
  residual: layers => {
    const definitions = Array.from({ length: layers }, (_, i) => {
      const h = i === 0 ? 'x' : `h${i}`
      return `h${i + 1} = ${h} + tanh(W*${h})`
    })
    return { expression: `${definitions.join('; ')}; norm2(h${layers} - t)^2`, wrt: 'W' }
  },
}
