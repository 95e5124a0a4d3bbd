import { toProgram } from '@matrix-derive/notation'
import { describe, expect, test } from 'vitest'
import { deriveText } from './testing/deriving.ts'

// What papers differentiate, and the forms in which they print the result. That these are derivatives is for other tests.

interface Paper {
  readonly name: string
  readonly text: string
  readonly wrt: string
  readonly order?: number
  readonly declarations: Readonly<Record<string, string>>
  readonly numerator: string
  readonly denominator: string
}

const papers: readonly Paper[] = [
  {
    name: 'generalised least squares',
    text: "(y - X*b)'*inv(Omega)*(y - X*b)",
    wrt: 'b',
    declarations: { Omega: 'spd(n)' },
    numerator: "2*(X*b - y)'*inv(Omega)*X",
    denominator: "2*X'*inv(Omega)*(X*b - y)",
  },
  {
    name: 'weighted ridge regression',
    text: "(y - X*b)'*diag(w)*(y - X*b) + l*b'*b",
    wrt: 'b',
    declarations: { b: 'vector(p)', y: 'vector(n)', w: 'vector(n)', l: 'scalar' },
    numerator: "2*(l*b' + ((X*b - y) .* w)'*X)",
    denominator: "2*(l*b + X'*((X*b - y) .* w))",
  },
  {
    name: 'kernel ridge regression',
    text: "norm2(y - K*a)^2 + l*a'*K*a",
    wrt: 'a',
    declarations: { K: 'spd(n)', l: 'scalar', a: 'vector(n)' },
    numerator: "2*(l*a + K*a - y)'*K",
    denominator: '2*K*(l*a + K*a - y)',
  },
  {
    name: 'ratio of traces',
    text: "tr(inv(W'*S*W)*(W'*B*W))",
    wrt: 'W',
    declarations: { S: 'spd(n)', B: 'symmetric(n)', W: 'matrix(n,k)' },
    numerator: "2*inv(W'*S*W)*W'*(B - B*W*inv(W'*S*W)*W'*S)",
    denominator: "2*(B - S*W*inv(W'*S*W)*W'*B)*W*inv(W'*S*W)",
  },
  {
    name: 'Mahalanobis distance',
    text: "sqrt((x - mu)'*inv(S)*(x - mu))",
    wrt: 'x',
    declarations: { S: 'spd(n)', x: 'vector(n)' },
    numerator: "y = x - mu; y'*inv(S)/sqrt(y'*inv(S)*y)",
    denominator: "y = x - mu; inv(S)*y/sqrt(y'*inv(S)*y)",
  },
  {
    name: 'factor analysis by the noise',
    text: "logdet(L*L' + diag(psi)) + tr(inv(L*L' + diag(psi))*S)",
    wrt: 'psi',
    declarations: { S: 'symmetric(n)', L: 'matrix(n,k)' },
    numerator: "Y = L*L' + diag(psi); diag(inv(Y) - inv(Y)*S*inv(Y))'",
    denominator: "Y = L*L' + diag(psi); diag(inv(Y) - inv(Y)*S*inv(Y))",
  },
  {
    name: 'Gaussian divergence by the covariance',
    text: "1/2*(tr(inv(T)*S) + (u - m)'*inv(T)*(u - m) + logdet(T) - logdet(S))",
    wrt: 'S',
    declarations: { S: 'spd(k)', T: 'spd(k)', u: 'vector(k)' },
    numerator: '1/2*(inv(T) - inv(S))',
    denominator: '1/2*(inv(T) - inv(S))',
  },
  {
    name: 'Kalman gain',
    text: "tr((eye - K*H)*P*(eye - K*H)' + K*R*K')",
    wrt: 'K',
    declarations: { P: 'spd(n)', R: 'spd(m)', K: 'matrix(n,m)' },
    numerator: "2*(R*K' + H*P*(K*H - eye)')",
    denominator: "2*(K*R + (K*H - eye)*P*H')",
  },
  {
    name: 'non-negative factorisation',
    text: 'norm2(V - W*H)^2',
    wrt: 'W',
    declarations: {},
    numerator: "2*H*(W*H - V)'",
    denominator: "2*(W*H - V)*H'",
  },
  {
    name: 'autoencoder',
    text: 'norm2(X - A*relu(B*X))^2',
    wrt: 'B',
    declarations: {},
    numerator: "2*X*(((A*relu(B*X) - X)'*A) .* step(B*X)')",
    denominator: "2*((A'*(A*relu(B*X) - X)) .* step(B*X))*X'",
  },
  {
    name: 'graph convolution',
    text: 'norm2(relu(A*X*W) - Y)^2',
    wrt: 'W',
    declarations: { A: 'symmetric(n)', X: 'matrix(n,d)' },
    numerator: "2*((relu(A*X*W) - Y) .* step(A*X*W))'*A*X",
    denominator: "2*X'*A*((relu(A*X*W) - Y) .* step(A*X*W))",
  },
  {
    name: 'multi-class logistic regression',
    text: "logsumexp(W*x) - t'*W*x",
    wrt: 'W',
    declarations: { x: 'vector(d)' },
    numerator: "x*(softmax(W*x) - t)'",
    denominator: "(softmax(W*x) - t)*x'",
  },
  {
    name: 'smooth absolute residuals',
    text: 'sum(sqrt(vector(1) + (X*w - y).^2) - vector(1))',
    wrt: 'w',
    declarations: {},
    numerator: "((X*w - y) ./ sqrt(vector(1) + (X*w - y).^2))'*X",
    denominator: "X'*((X*w - y) ./ sqrt(vector(1) + (X*w - y).^2))",
  },
  {
    name: 'nuclear norm',
    text: "tr(sqrtm(X'*X))",
    wrt: 'X',
    declarations: {},
    numerator: "2*frechet(sqrtm, X'*X, eye(n))*X'",
    denominator: "2*X*frechet(sqrtm, X'*X, eye(n))",
  },
  {
    name: 'attention by the keys',
    text: "v'*softmax(K*q/c)",
    wrt: 'K',
    declarations: { c: 'scalar', v: 'vector(n)', q: 'vector(k)' },
    numerator: "p = softmax(K*q/c); q*v'*(diag(p) - p*p')/c",
    denominator: "p = softmax(K*q/c); (diag(p) - p*p')*v*q'/c",
  },
  {
    name: 'Wishart likelihood',
    text: 'c/2*logdet(X) - 1/2*tr(inv(V)*X)',
    wrt: 'X',
    declarations: { X: 'spd(p)', V: 'spd(p)', c: 'scalar' },
    numerator: '1/2*(c*inv(X) - inv(V))',
    denominator: '1/2*(c*inv(X) - inv(V))',
  },
  {
    name: 'independent components',
    text: 'sum(log(cosh(W*x))) - logdet(W)',
    wrt: 'W',
    declarations: { x: 'vector(n)' },
    numerator: "x*tanh(W*x)' - W^-1",
    denominator: "tanh(W*x)*x' - W^-1'",
  },
  {
    name: 'matrix-normal likelihood by the mean',
    text: "-1/2*tr(inv(V)*(X - M)'*inv(U)*(X - M))",
    wrt: 'M',
    declarations: { U: 'spd(n)', V: 'spd(p)', X: 'matrix(n,p)' },
    numerator: "inv(V)*(X - M)'*inv(U)",
    denominator: 'inv(U)*(X - M)*inv(V)',
  },
  {
    name: 'lasso',
    text: 'norm2(y - A*x)^2 + l*norm1(x)',
    wrt: 'x',
    declarations: { l: 'scalar' },
    numerator: "l*sign(x)' + 2*(A*x - y)'*A",
    denominator: "l*sign(x) + 2*A'*(A*x - y)",
  },
  {
    name: 'generalised Rayleigh quotient',
    text: "x'*A*x/(x'*B*x)",
    wrt: 'x',
    declarations: { A: 'symmetric(n)', B: 'spd(n)' },
    numerator: "2*x'*(A - A*x*x'*B/(x'*B*x))/(x'*B*x)",
    denominator: "2*(A - B*x*x'*A/(x'*B*x))*x/(x'*B*x)",
  },
  {
    name: 'volume of a frame',
    text: "log(det(X'*X))",
    wrt: 'X',
    declarations: {},
    numerator: '2*pinv(X)',
    denominator: "2*pinv(X)'",
  },
  {
    name: 'divergence of probabilities',
    text: "y'*log(y ./ softmax(z))",
    wrt: 'z',
    declarations: {},
    numerator: "p = softmax(z); (y ./ p)'*(p*p' - diag(p))",
    denominator: "p = softmax(z); (p*p' - diag(p))*(y ./ p)",
  },
  {
    name: 'multivariate ridge regression',
    text: 'norm2(Y - X*B)^2 + l*norm2(B)^2',
    wrt: 'B',
    declarations: { l: 'scalar' },
    numerator: "2*(l*B' + (X*B - Y)'*X)",
    denominator: "2*(l*B + X'*(X*B - Y))",
  },
  {
    name: 'D-optimal design, twice',
    text: "log(det(X'*diag(w)*X))",
    wrt: 'w',
    order: 2,
    declarations: {},
    numerator: "-(X*(X'*diag(w)*X)^-1*X').^2",
    denominator: "-(X*(X'*diag(w)*X)^-1*X').^2",
  },
  {
    name: 'unit vector',
    text: 'x/norm2(x)',
    wrt: 'x',
    declarations: {},
    numerator: "(eye - x*x'/(x'*x))/norm2(x)",
    denominator: "(eye - x*x'/(x'*x))/norm2(x)",
  },
  {
    name: 'fourth powers, twice',
    text: 'sum((X*w).^4)',
    wrt: 'w',
    order: 2,
    declarations: {},
    numerator: "12*X'*diag((X*w).^2)*X",
    denominator: "12*X'*diag((X*w).^2)*X",
  },
]

describe.each(papers)('$name', ({ text, wrt, order = 1, declarations, numerator, denominator }) => {
  test.each(Object.entries({ numerator, denominator }))('in %s layout', (layout, expected) => {
    const { answer, program } = deriveText({ text, wrt, order, declarations, layout })
    expect(toProgram(answer, { inverse: program.style.inverse })).toBe(expected)
  })
})
