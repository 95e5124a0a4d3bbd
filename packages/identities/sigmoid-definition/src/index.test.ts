import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['1 ./ (exp(-W*x) + vector(1))', 'sigmoid(W*x)'],
    ['1/(1 + exp(2*a))', 'sigmoid(-2*a)'],
    ['3*exp(a)*b/(exp(a) + 1)', '3*b*sigmoid(a)'],
    ['2*exp(a)*sigmoid(-a)', '2*sigmoid(a)'],
    ['exp(W*x) .* z .* sigmoid(-W*x)', 'sigmoid(W*x) .* z'],
    ['exp(x) ./ (vector(1) + exp(x)) .* y', 'sigmoid(x) .* y'],
  ],
  leaves: ['1/(2 + exp(a))', '1 ./ (vector(1) - exp(x))', 'exp(b)*(1 + exp(a))', '(1 + exp(a))^2'],
  variables: { W: 'matrix(m,n)', x: 'vector(n)', y: 'vector(n)', z: 'vector(m)', a: 'scalar', b: 'scalar' },
})
