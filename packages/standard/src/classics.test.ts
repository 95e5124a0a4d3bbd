import { readExpression } from '@matrix-derive/language'
import { toProgram } from '@matrix-derive/notation'
import { proveEqual } from '@matrix-derive/verify'
import { describe, expect, test } from 'vitest'
import { deriveText } from './testing/deriving.ts'

// The results that everyone in the field knows by heart, in denominator layout as papers write them, to the letter.

const spd = { Sigma: 'spd(n)', x: 'vector(n)', mu: 'vector(n)' }

const classics: Readonly<
  Record<string, readonly [text: string, wrt: string, form: string, more?: Record<string, string>, order?: number]>
> = {
  'ridge regression': ['norm2(X*w - y)^2 + lambda*norm2(w)^2', 'w', "2*(X'*(X*w - y) + lambda*w)"],
  'ridge regression, Hessian': ['norm2(X*w - y)^2 + lambda*norm2(w)^2', 'w', "2*(X'*X + lambda*eye)", {}, 2],
  'weighted least squares': ["(y - X*b)'*W*(y - X*b)", 'b', "2*X'*W*(X*b - y)", { W: 'diagonal(m)', b: 'vector(n)' }],
  'logistic regression': ["sum(softplus(X*w)) - y'*X*w", 'w', "X'*(sigmoid(X*w) - y)"],
  'logistic regression, cross-entropy': [
    "-y'*log(sigmoid(X*w)) - (vector(1) - y)'*log(vector(1) - sigmoid(X*w))",
    'w',
    "X'*(sigmoid(X*w) - y)",
  ],
  'logistic regression, Hessian': [
    'sum(log(vector(1) + exp(-y .* (X*w))))',
    'w',
    "h = sigmoid(y .* (X*w)); X'*diag(h .* (vector(1) - h) .* y.^2)*X",
    {},
    2,
  ],
  'logistic regression by softplus, Hessian': [
    'sum(softplus(-y .* (X*w)))',
    'w',
    "h = sigmoid(y .* (X*w)); X'*diag(h .* (vector(1) - h) .* y.^2)*X",
    {},
    2,
  ],
  'softmax cross-entropy': ["-t'*log(softmax(x))", 'x', 'sum(t)*softmax(x) - t'],
  'softmax cross-entropy, Hessian': ["-t'*log(softmax(x))", 'x', "p = softmax(x); sum(t)*(diag(p) - p*p')", {}, 2],
  'softmax cross-entropy of a layer': ["-t'*log(softmax(W*x))", 'W', "(sum(t)*softmax(W*x) - t)*x'"],
  'softmax written out': ['exp(x)/sum(exp(x))', 'x', "p = softmax(x); diag(p) - p*p'"],
  'log-sum-exp': ['log(sum(exp(x)))', 'x', 'softmax(x)'],
  'log(1 + exp(x))': ['log(1 + exp(x))', 'x', 'sigmoid(x)', { x: 'scalar' }],
  'principal components': ["tr(W'*X*X'*W) - tr(S'*(W'*W - eye))", 'W', "2*X*X'*W - W*(S + S')"],
  'matrix factorisation': ["norm2(M - U*V')^2", 'U', "2*(U*V' - M)*V"],
  'matrix factorisation, Hessian': ["norm2(M - U*V')^2", 'U', "2*((V'*V) ⊗ eye(m))", {}, 2],
  'Gaussian by its mean': ["1/2*(x - mu)'*inv(Sigma)*(x - mu)", 'mu', 'inv(Sigma)*(mu - x)', spd],
  'Gaussian process by a parameter': [
    "1/2*logdet(A + s*B) + 1/2*y'*inv(A + s*B)*y",
    's',
    "1/2*tr(inv(A + s*B)*(eye - y*y'*inv(A + s*B))*B)",
    { A: 'spd(n)', B: 'spd(n)', s: 'scalar', y: 'vector(n)' },
  ],
  'attention for one query': [
    "V'*softmax(K*q)",
    'q',
    "p = softmax(K*q); K'*(diag(p) - p*p')*V",
    { q: 'vector(d)', K: 'matrix(n,d)' },
  ],
  'log barrier, Hessian': [
    "c'*x - mu*sum(log(b - A*x))",
    'x',
    "mu*A'*diag(1 ./ (b - A*x).^2)*A",
    { c: 'vector(n)', mu: 'scalar', b: 'vector(m)' },
    2,
  ],
  'Gaussian kernel': ['exp(-norm2(x - y)^2/(2*s^2))', 'x', "y1 = x - y; -exp(-1/2*y1'*y1/s^2)*y1/s^2", { s: 'scalar' }],
  'cosine similarity': ["(x'*y)/(norm2(x)*norm2(y))", 'x', "(y - x*y'*x/(x'*x))/norm2(y)/norm2(x)"],
  'a unit vector': ['x/norm2(x)', 'x', "(eye - x*x'/(x'*x))/norm2(x)"],
  'Mahalanobis distance': [
    "sqrt((x - mu)'*inv(Sigma)*(x - mu))",
    'x',
    "y = x - mu; inv(Sigma)*y/sqrt(y'*inv(Sigma)*y)",
    spd,
  ],
  'a power': ['1/x^2', 'x', '-2/x^3', { x: 'scalar' }],
}

describe.each(Object.entries(classics))('%s', (_, [text, wrt, form, declarations = {}, order = 1]) => {
  test('reads as in a book', () => {
    const { answer, program } = deriveText({ text, wrt, declarations, layout: 'denominator', order })
    expect(toProgram(answer, { inverse: program.style.inverse })).toBe(form)
  })
})

test('the form of the Rayleigh quotient in the books is equal to ours', () => {
  const { answer, program } = deriveText({
    text: "(x'*A*x)/(x'*x)",
    wrt: 'x',
    declarations: { A: 'symmetric(n)' },
    layout: 'denominator',
  })
  const book = readExpression("2*(A*x - x'*A*x/(x'*x)*x)/(x'*x)", program.scope)
  expect(proveEqual(answer, book).verdict).toBe('proved')
})
