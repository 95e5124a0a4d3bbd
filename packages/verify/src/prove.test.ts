import { readStatement } from '@matrix-derive/language'
import { builtInOperators } from '@matrix-derive/operators'
import { describe, expect, test } from 'vitest'
import { proveEqual } from './prove.ts'

function prove(statement: string, where: Record<string, string>, constants = '') {
  const { left, right, symbols } = readStatement(statement, where, builtInOperators)
  return proveEqual(left, right, { variables: [...symbols.keys()].filter(name => !constants.includes(name)) })
}

test.each([
  ['d(X*Y) = d(X)*Y + X*d(Y)', { X: 'matrix(m,k)', Y: 'matrix(k,n)' }],
  ['tr(A*B) = tr(B*A)', { A: 'matrix(m,n)', B: 'matrix(n,m)' }],
  ['d(inv(X)) = -inv(X)*d(X)*inv(X)', { X: 'matrix(n)' }],
  ['d(det(X)) = tr(adj(X)*d(X))', { X: 'matrix(n)' }],
  ['d(logdet(X)) = tr(inv(X)*d(X))', { X: 'matrix(n)' }],
  ['d(adj(X)) = tr(inv(X)*d(X))*adj(X) - adj(X)*d(X)*inv(X)', { X: 'matrix(n)' }],
  ["vec(A*X*B) = (B' ⊗ A)*vec(X)", { A: 'matrix(m,n)', X: 'matrix(n,p)', B: 'matrix(p,q)' }],
  ["commutation(m,n)*vec(A) = vec(A')", { A: 'matrix(m,n)' }],
  ["x'*(y .* z) = (x .* y)'*z", { x: 'vector(n)', y: 'vector(n)', z: 'vector(n)' }],
  ['d(exp(x)) = exp(x) .* d(x)', { x: 'vector(n)' }],
  ['d(tanh(X)) = (matrix(1) - tanh(X).^2) .* d(X)', { X: 'matrix(m,n)' }],
  ["d(sigma(X)) = sigma'(X) .* d(X)", { X: 'matrix(m,n)', sigma: 'elementwise' }],
  ['d(l(y)) = D(l)(y)*d(y)', { y: 'vector(n)', l: 'function(vector(n)) -> scalar' }],
  ['d(l(Y)) = tr(D(l)(Y)*d(Y))', { Y: 'matrix(m,n)', l: 'function(matrix(m,n)) -> scalar' }],
  ["d(norm2(x)) = x'*d(x)/norm2(x)", { x: 'vector(n)' }],
  ['d(expm(X)) = frechet(expm, X, d(X))', { X: 'matrix(n)' }],
  ['d(x^k) = k*x^(k-1)*d(x)', { x: 'scalar', k: 'integer' }],
  ["d(softmax(x)) = diag(softmax(x))*d(x) - softmax(x)*softmax(x)'*d(x)", { x: 'vector(n)' }],
  ["d(logsumexp(x)) = softmax(x)'*d(x)", { x: 'vector(n)' }],
  ["S' = S", { S: 'symmetric(n)' }],
  ["d(S)' = d(S)", { S: 'spd(n)' }],
  ["inv(Q) = Q'", { Q: 'orthogonal(n)' }],
  ["d(Q)'*Q = -Q'*d(Q)", { Q: 'orthogonal(n)' }],
  ['det(Q)^2*det(P) = det(P)', { P: 'orthogonal(m)', Q: 'orthogonal(n)' }],
  ['d(det(Q)) = 0', { Q: 'orthogonal(n)' }],
  ["x'*K*x = 0", { K: 'skew(n)', x: 'vector(n)' }],
  ["d(pinv(X)) = -pinv(X)*d(X)*pinv(X) + inv(X'*X)*d(X)'*(eye - X*pinv(X))", { X: 'matrix(m,n)' }],
  ['tril(L) = L', { L: 'lower(n)' }],
  ['triu(d(U)) = d(U)', { U: 'upper(n)' }],
  ['D*E = E*D', { D: 'diagonal(n)', E: 'diagonal(n)' }],
  ["d(K)' = -d(K)", { K: 'skew(n)' }],
  ["sum(i in 1..N, S[i])' = sum(i in 1..N, S[i])", { S: 'symmetric(n)[N]' }],
  ["sum(i in 1..N, d(K[i]))' = -sum(i in 1..N, d(K[i]))", { K: 'skew(n)[N]' }],
])('%s is proved', (statement, where) => {
  const proof = prove(statement, where as Record<string, string>)
  expect(proof.verdict).toBe('proved')
  expect(proof.errorBound).toBeLessThan(1e-12)
  expect(proof.instances).toBeGreaterThan(0)
})

test.each([
  'd(log(x)) = d(x)/x',
  'd(sqrt(x)) = d(x)/(2*sqrt(x))',
  'd(x^(3/2)) = 3/2*x^(1/2)*d(x)',
  'd(x^(-1/2)) = -1/2*x^(-3/2)*d(x)',
  'd(sin(x)) = cos(x)*d(x)',
  'd(cos(x)) = -sin(x)*d(x)',
  'd(tan(x)) = (1 + tan(x)^2)*d(x)',
  'd(asin(x)) = d(x)/sqrt(1 - x^2)',
  'd(acos(x)) = -d(x)/sqrt(1 - x^2)',
  'd(atan(x)) = d(x)/(1 + x^2)',
  'd(sinh(x)) = cosh(x)*d(x)',
  'd(cosh(x)) = sinh(x)*d(x)',
  'd(abs(x)) = sign(x)*d(x)',
  'd(sign(x)) = 0*d(x)',
  'd(relu(x)) = step(x)*d(x)',
  'd(step(x)) = 0*d(x)',
  'd(sigmoid(x)) = sigmoid(x)*(1 - sigmoid(x))*d(x)',
  'd(softplus(x)) = sigmoid(x)*d(x)',
  'd(erf(x)) = 2/sqrt(acos(-1))*exp(-x^2)*d(x)',
])('%s is proved without a value of the function', statement => {
  expect(prove(statement, { x: 'scalar' }).verdict).toBe('proved')
})

test.each([
  ['exp(log(x)) = x', { x: 'vector(n)' }],
  ["norm2(x)^2 = x'*x", { x: 'vector(n)' }],
  ["tr(expm(X)) = tr(expm(X'))", { X: 'matrix(n)' }],
  ['d(tr(expm(X))) = tr(expm(X)*d(X))', { X: 'matrix(n)' }],
  ["chol(S)*chol(S)' = S", { S: 'spd(n)' }],
  ['expm(logm(X)) = X', { X: 'matrix(n)' }],
  ['det(expm(X)) = exp(tr(X))', { X: 'matrix(n)' }],
  ['d(x^t) = t*x^(t-1)*d(x) + x^t*log(x)*d(t)', { x: 'scalar', t: 'scalar' }],
  ['phi1(X)*X = expm(X) - eye', { X: 'matrix(n)' }],
])('%s agrees at least', (statement, where) => {
  expect(['agrees', 'proved']).toContain(prove(statement, where as Record<string, string>).verdict)
})

test.each([
  ['A*B = B*A', { A: 'matrix(n)', B: 'matrix(n)' }],
  ["tr(A*B) = tr(A*B')", { A: 'matrix(n)', B: 'matrix(n)' }],
  ['det(-X) = det(X)', { X: 'matrix(n)' }],
  ['det(-X) = -det(X)', { X: 'matrix(n)' }],
  ['adj(X + Y) = adj(X) + adj(Y)', { X: 'matrix(n)', Y: 'matrix(n)' }],
  ['d(inv(X)) = inv(X)*d(X)*inv(X)', { X: 'matrix(n)' }],
  ['d(X^3) = 3*X^2*d(X)', { X: 'matrix(n)' }],
  ['d(tanh(x)) = (1 + tanh(x)^2)*d(x)', { x: 'scalar' }],
  ['expm(X + Y) = expm(X)*expm(Y)', { X: 'matrix(n)', Y: 'matrix(n)' }],
  ["x'*A*x = 0", { A: 'matrix(n)', x: 'vector(n)' }],
  ['d(sigma(x)) = sigma(x)*d(x)', { x: 'scalar', sigma: 'elementwise' }],
  ['sqrt(x^2) = x + 1', { x: 'scalar' }],
  ['inv(K) = 0*K', { K: 'skew(n)' }],
  ["L' = L", { L: 'lower(n)' }],
  ['tril(U) = U', { U: 'upper(n)' }],
  ['d(D) = tr(d(D))*D', { D: 'diagonal(n)' }],
  ["sum(i in 1..N, A[i])' = sum(i in 1..N, A[i])", { A: 'matrix(n)[N]' }],
  ['d(acos(x)) = d(x)/sqrt(1 - x^2)', { x: 'scalar' }],
  ['d(atan(x)) = d(x)/(1 - x^2)', { x: 'scalar' }],
  ['det(Q) = 1', { Q: 'orthogonal(n)' }],
  ['det(-Q) = -1', { Q: 'orthogonal(n)' }],
  ['det(P)*det(Q) = det(P)', { P: 'orthogonal(n)', Q: 'orthogonal(n)' }],
  ['det(P) = det(Q)', { P: 'orthogonal(n)', Q: 'orthogonal(m)' }],
  ['sum(i in 1..N, det(Q[i])) = N', { Q: 'orthogonal(n)[N]' }],
  ['exp(det(Q)) = exp(1)', { Q: 'orthogonal(n)' }],
  ['relu(logdet(S)) = logdet(S)', { S: 'spd(n)' }],
  ['relu(-logdet(S)) = -logdet(S)', { S: 'spd(n)' }],
])('%s fails, with a counterexample', (statement, where) => {
  const proof = prove(statement, where as Record<string, string>)
  expect(proof.verdict).toBe('failed')
  const { left, right } = proof.counterexample!
  expect(left).not.toEqual(right)
})

test.each([
  ['sqrt(x^2) = x', 'positive'],
  ['sqrt(x^2) = x', 'nonnegative'],
  ['sqrt((1 - x)^2) = 1 - x', 'x < 1'],
  ['sqrt((1 - x^2)^2) = 1 - x^2', 'abs(x) < 1'],
  ['sqrt((x - 1)^2) = x - 1', 'x > 1'],
])('%s holds where %s, and nowhere else', (statement, predicate) => {
  const { left, right, symbols } = readStatement(statement, { x: 'scalar' }, builtInOperators)
  const conditions = [{ predicate, expression: symbols.get('x')! }]
  expect(proveEqual(left, right, { supposing: { conditions } }).verdict).toBe('agrees')
  expect(proveEqual(left, right).verdict).toBe('failed')
  const other = [{ predicate: 'x > -100', expression: symbols.get('x')! }]
  expect(proveEqual(left, right, { supposing: { conditions: other } }).verdict).toBe('failed')
})

test('a counterexample is a point at which what is supposed holds', () => {
  const { left, right, symbols } = readStatement('x^2 = 3*x', { x: 'scalar' }, builtInOperators)
  const conditions = [{ predicate: 'x < 0', expression: symbols.get('x')! }]
  const { verdict, counterexample } = proveEqual(left, right, { supposing: { conditions } })
  expect(verdict).toBe('failed')
  expect([counterexample!.values.x].flat(2)[0]).toBeLessThan(0)
})

test('a counterexample is small', () => {
  const { counterexample } = prove('A*B = B*A', { A: 'matrix(n)', B: 'matrix(n)' })
  expect(counterexample!.dims).toEqual({ n: 2 })
  expect(Object.values(counterexample!.values).flat(2).every(Number.isInteger)).toBe(true)
})

test('what does not move has no differential', () => {
  const statement = 'd(A*X) = A*d(X)'
  const where = { A: 'matrix(m,n)', X: 'matrix(n,p)' }
  expect(prove(statement, where).verdict).toBe('failed')
  expect(prove(statement, where, 'A').verdict).toBe('proved')
})

test('the same question has the same answer', () => {
  const ask = () => prove('tr(A*B) = tr(B*A)', { A: 'matrix(m,n)', B: 'matrix(n,m)' })
  expect(ask()).toEqual(ask())
})

test('skew matrices of odd size have no inverse, of even size they do', () => {
  expect(prove("inv(K)' = -inv(K)", { K: 'skew(n)' }).verdict).toBe('proved')
})

describe('matrices with very many entries', () => {
  const where = { X: 'matrix(m,n)', Y: 'matrix(p,q)', Z: 'matrix(k,r)' }
  const stacked = (commutation: string) =>
    `vec(X ⊗ Y ⊗ Z) = (eye(n) ⊗ ${commutation} ⊗ eye(k*p))*(eye(m*n) ⊗ vec(Y ⊗ Z))*vec(X)`

  test('are kept small by sizes that several dimensions share, no two of them every time', () => {
    const { verdict, dims } = prove(stacked('commutation(q*r,m)'), where)
    expect(verdict).toBe('proved')
    const names = ['m', 'n', 'p', 'q', 'k', 'r']
    for (const sizes of dims) {
      const rows = names.reduce((product, name) => product * sizes[name], 1)
      expect(rows ** 2).toBeLessThanOrEqual(2 ** 16)
    }
    for (const [i, a] of names.entries()) {
      for (const b of names.slice(0, i)) expect([a, b, dims.some(sizes => sizes[a] !== sizes[b])]).toEqual([a, b, true])
    }
  })

  test('are told from others', () => {
    expect(prove(stacked('commutation(m,q*r)'), where).verdict).toBe('failed')
    expect(prove('d(X ⊗ Y ⊗ Z) = d(X) ⊗ Y ⊗ Z + X ⊗ d(Y) ⊗ Z + X ⊗ Y ⊗ d(Z)', where).verdict).toBe('proved')
    expect(prove('d(X ⊗ Y ⊗ Z) = d(X) ⊗ Y ⊗ Z + X ⊗ Y ⊗ d(Z)', where).verdict).toBe('failed')
  })
})
