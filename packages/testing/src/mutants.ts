import type { Identity } from '@matrix-derive/core'
import { defineIdentity, type IdentityDefinition } from '@matrix-derive/plugin'
import type { CheckName } from './check.ts'

// Deliberately broken identities: the faults that people make in matrix calculus. Each must be caught, by name.

/** A broken identity, and the check that must fail. */
export interface Mutant {
  readonly fault: string
  readonly caughtBy: CheckName
  readonly identity: Identity
}

type Fault = readonly [fault: string, caughtBy: CheckName, statement: string, where: Record<string, string>]

const X = 'matrix(n)'
const square = { X, Y: X }
const three = { A: X, B: X, C: X }
const abstract = { Y: X, g: 'function(matrix(n,n)) -> scalar' }

/** What is wrong with these can be seen in the statement. */
const statements: readonly Fault[] = [
  ['swapped factors in the product rule', 'true', 'd(X*Y) = Y*d(X) + X*d(Y)', square],
  ['a term of the product rule lost', 'true', 'd(X*Y) = d(X)*Y', square],
  ['matrices that commute', 'true', 'X*Y = Y*X', square],
  ['a square as of numbers', 'true', 'd(X^2) = 2*X*d(X)', { X }],
  ['transposes in the old order', 'true', "(X*Y)' -> X'*Y'", square],
  ['a transpose lost under a trace', 'true', "tr(A*B) = tr(A*B')", three],
  ['two of three factors swapped under a trace', 'true', 'tr(A*B*C) = tr(A*C*B)', three],
  ['a wrong sign', 'true', 'd(inv(X)) = inv(X)*d(X)*inv(X)', { X: 'matrix(n) invertible' }],
  ['an inverse lost', 'true', 'd(inv(X)) = -inv(X)*d(X)', { X: 'matrix(n) invertible' }],
  ['inverses in the old order', 'true', 'inv(X*Y) = inv(X)*inv(Y)', square],
  ['an exponent off by one', 'true', 'd(x^a) = a*x^a*d(x)', { x: 'scalar', a: 'constant scalar' }],
  ['a coefficient off by one', 'true', 'd(x^a) = (a - 1)*x^(a - 1)*d(x)', { x: 'scalar', a: 'constant scalar' }],
  ['an exponent off by one in a matrix', 'true', 'X^2*X -> X^2', { X }],
  ['a transposed adjugate', 'true', "d(det(X)) = tr(adj(X)'*d(X))", { X }],
  ['Jacobi without the determinant', 'true', 'd(det(X)) = tr(inv(X)*d(X))', { X }],
  ['linearity of the determinant', 'true', 'det(a*X) -> a*det(X)', { a: 'scalar', X }],
  ['linearity of the adjugate', 'true', 'adj(X + Y) = adj(X) + adj(Y)', square],
  ['a missing condition: symmetric', 'true', "X' -> X", { X }],
  ['a missing condition: constant', 'true', 'd(A*X) = A*d(X)', { A: X, X }],
  ['a wrong condition: skew for symmetric', 'true', "X' -> X", { X: 'matrix(n) skew' }],
  ['a Kronecker factor not transposed', 'true', 'vec(A*B*C) = kron(C, A)*vec(B)', three],
  ['Kronecker factors swapped', 'true', "vec(A*B*C) = kron(A, C')*vec(B)", three],
  ['Kronecker factors swapped by transposing', 'true', "kron(A,B)' = kron(B',A')", three],
  ['the other commutation matrix', 'true', "vec(X') = commutation(n,m)*vec(X)", { X: 'matrix(m,n)' }],
  ['no commutation matrix', 'true', "vec(X') = vec(X)", { X }],
  ['a Hadamard factor not transposed', 'true', 'tr(A*(B .* C)) = tr((A .* B)*C)', three],
  ['∘ taken for a product', 'true', 'tr(A .* B) = tr(A*B)', three],
  ['half of the Jacobian of softmax', 'true', 'd(softmax(x)) = diag(softmax(x))*d(x)', { x: 'vector(n)' }],
  ['no normalisation', 'true', "d(logsumexp(x)) = exp(x)'*d(x)", { x: 'vector(n)' }],
  ['no division by the norm', 'true', "d(norm2(x)) = x'*d(x)", { x: 'vector(n) nonzero' }],
  ['a factor 2 lost', 'true', "d(x'*x) = x'*d(x)", { x: 'vector(n)' }],
  ['tanh with a wrong sign', 'true', 'd(tanh(x)) = (1 + tanh(x)^2)*d(x)', { x: 'scalar' }],
  ['exp(X) as of numbers', 'true', 'd(expm(X)) = expm(X)*d(X)', { X }],
  ['a mean by rows only', 'true', 'mean(X) = sum(X)/sum(ones(m,1))', { X: 'matrix(m,n)' }],
  ['the layout of the gradient in a trace', 'true', "d(g(Y)) = tr(D(g)(Y)'*d(Y))", abstract],
  ['sides of different shapes', 'conforms', 'diag(x)*diag(y) -> x .* y', { x: 'vector(n)', y: 'vector(n)' }],
  [
    'a transpose that only squares survive',
    'conforms',
    "vec(A*B) = kron(B, A)'*vec(A)",
    { A: 'matrix(m,n)', B: 'matrix(n,p)' },
  ],
  ['a metavariable from nowhere', 'closed', 'X*inv(X) -> inv(Y)*Y', square],
  ['a size from nowhere', 'closed', 'tr(eye(n)) = sum(ones(k,1))', {}],
  ['a metavariable that nobody uses', 'closed', "X'' -> X", square],
  ['a condition too many', 'needed', "X'' -> X", { X: 'matrix(n) symmetric' }],
  ['a directed law that lengthens', 'settles', 'tr(X) -> tr(X*eye(n))', { X }],
]

const manifest = { name: '@matrix-derive/mutant', version: '1.0.0', description: 'A broken identity.' }

/** An identity that is in order but for what the definition says. */
export function mutate(
  definition: Partial<IdentityDefinition> & Pick<IdentityDefinition, 'statement' | 'where'>,
): Identity {
  const [statement] = [definition.statement].flat()
  const phase = statement.startsWith('d(') ? 'differential' : 'simplify'
  return defineIdentity(manifest, { phase, title: 'a broken law', source: 'nowhere', ...definition })
}

export const statementMutants: readonly Mutant[] = statements.map(([fault, caughtBy, statement, where]) => ({
  fault,
  caughtBy,
  identity: mutate({ statement, where }),
}))
