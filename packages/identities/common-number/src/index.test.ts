import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['4*X - 2*Y', '2*(2*X - Y)'],
    ['-2*X - 4*Y + 6*Z', '2*(3*Z - X - 2*Y)'],
    ['24 - 48*a', '24*(1 - 2*a)'],
    ['-3*X - 6*Y', '-3*(X + 2*Y)'],
  ],
  leaves: ['4*X - 3*Y', '2*X + Y', '1/2*X + 3/2*Y', '4*X + 6*Y'],
  variables: { X: 'matrix(m,n)', Y: 'matrix(m,n)', Z: 'matrix(m,n)', a: 'scalar' },
})
