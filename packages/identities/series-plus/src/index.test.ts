import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// Other ranges are other sums, and a matrix in front is no number.
testIdentity(identity, {
  rewrites: [
    ['sum(i in 1..N, x[i] - y)', 'sum(i in 1..N, x[i]) + sum(i in 1..N, -y)'],
    ['sum(i in 1..N, x[i]) + y + sum(j in 1..N, y + x[j])', 'sum(i in 1..N, x[i] + y + x[i]) + y'],
    ['sum(i in 1..N, x[i]) + sum(i in 1..N, sum(j in 1..N, x[j]))', 'sum(i in 1..N, x[i] + sum(j in 1..N, x[j]))'],
    ['2*sum(i in 1..N, x[i]) - c*sum(i in 1..N, y + x[i])', 'sum(i in 1..N, 2*x[i] - c*(y + x[i]))'],
  ],
  leaves: [
    'sum(i in 1..N, x[i])',
    'sum(i in 1..N, x[i]) + sum(i in 1..3, z[i])',
    'sum(i in 1..N, x[i]) + y',
    'A*sum(i in 1..N, x[i]) + sum(i in 1..N, x[i])',
    'sum(i in 1..N, d(x[i]) + x[i])',
  ],
  variables: { A: 'matrix(n)', c: 'scalar', x: 'vector(n)[N]', y: 'vector(n)', z: 'vector(n)[3]' },
})
