import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['sqrt(x)^2', 'x'],
    ['sqrt(x)^-4', 'x^-2'],
    ['sqrt(X).^2', 'X'],
    ['(x^(1/3))^-1', 'x^(-1/3)'],
  ],
  leaves: ['sqrt(x)^3', '(x^2)^(1/2)', '(x^a)^2', 'sqrt(M)^2', 'sqrt(X).^3'],
  variables: { x: 'scalar', a: 'scalar', X: 'matrix(m,n)', M: 'matrix(n)' },
})
