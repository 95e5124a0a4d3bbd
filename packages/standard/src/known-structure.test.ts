import { toText } from '@matrix-derive/notation'
import { expect, test } from 'vitest'
import { deriveText } from './testing/deriving.ts'

// What is known of constants is used, and each use is a step that says so.

const declarations = {
  Q: 'orthogonal(n)',
  K: 'skew(n)',
  S: 'spd(n)',
  A: 'symmetric(n)',
  D: 'diagonal(n)',
  E: 'diagonal(n)',
  X: 'matrix(n)',
  x: 'vector(n)',
  t: 'scalar',
}

test.each([
  ["x'*A*x", 'x', '2*A*x', 'transpose-symmetric'],
  ['norm2(Q*x)^2', 'x', '2*x', 'orthogonal-product'],
  ['norm2(Q*x)', 'x', 'x/norm2(x)', 'norm2-orthogonal'],
  ['norm2(Q*X)', 'X', 'X/norm2(X)', 'norm2-orthogonal'],
  ["tr(Q*X*Q')", 'X', 'eye(n)', 'orthogonal-product'],
  ['tr(inv(Q)*X)', 'X', 'Q', 'inverse-orthogonal'],
  ['det(Q)^2*t', 't', '1', 'det-orthogonal'],
  ["x'*(A + K)*x", 'x', '2*A*x', 'transpose-skew'],
  ["t*x'*K*x + t", 't', '1', 'quadratic-skew'],
  ['tr(K)*t + t', 't', '1', 'trace-skew'],
  ["x'*D*E*inv(D)*x", 'x', '2*E*x', 'diagonal-commutes'],
  ["x'*D*E*x", 'x', '2*D*E*x', 'transpose-symmetric'],
  ["x'*inv(S)*x", 'x', '2*S^-1*x', 'transpose-symmetric'],
  ["x'*chol(S)*chol(S)'*x", 'x', '2*S*x', 'chol-product'],
  ["x'*sqrtm(S)*sqrtm(S)*x", 'x', '2*S*x', 'sqrtm-product'],
  ["x'*sqrtm(S)^2*x", 'x', '2*S*x', 'sqrtm-product'],
  ["x'*expm(logm(S))*x", 'x', '2*S*x', 'logm-inverse'],
])('%s by %s is %s by %s', (text, wrt, expected, identity) => {
  const { answer, blocks } = deriveText({ text, wrt, declarations, layout: 'denominator' })
  expect(toText(answer)).toBe(expected)
  const steps = blocks.flatMap(({ steps }) => steps)
  expect(steps.map(step => step.identity.name)).toContain(identity)
  expect(steps.every(({ identity: { title, source } }) => title !== '' && source !== '')).toBe(true)
})
