import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['sum(x .* d(y))', "x'*d(y)"],
    ["sum(x' .* d(y)')", "d(y)'*x"],
    ['sum(A .* d(X))', "tr(A'*d(X))"],
    ['sum(A .* d(X) .* B)', "tr((A .* B)'*d(X))"],
    ['sum(2*a*(x .* d(y)))', "2*a*x'*d(y)"],
  ],
  leaves: ['sum((A .* B)*d(a))', 'sum(d(X))', 'sum(C*d(X))', 'sum(C*(x .* d(y)))', 'sum(A .* B)'],
  variables: { C: 'matrix(n,m)', X: 'matrix(m,n)', x: 'vector(m)', y: 'vector(m)', a: 'scalar' },
})
