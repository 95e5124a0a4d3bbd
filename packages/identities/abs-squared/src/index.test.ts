import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['abs(a)^4', 'a^4'],
    ['abs(A - B).^2', '(A - B).^2'],
    ['abs(a)^-2', 'a^-2'],
  ],
  leaves: ['abs(a)^3', 'abs(A).^(1/2)', 'a^2', 'abs(A)^2', 'sign(a)^2'],
  variables: { a: 'scalar', A: 'matrix(n)', B: 'matrix(n)' },
})
