import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ["tr(x*y'*B)", "y'*B*x"],
    ["tr(2*a*A*x*(B*x)')", "2*a*(B*x)'*A*x"],
  ],
  leaves: ['tr(A*B)', "tr(x*y' + B)", "tr(x*d(y)'*B)"],
  variables: { A: 'matrix(n)', B: 'matrix(n)', x: 'vector(n)', y: 'vector(n)', a: 'scalar' },
})
