import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [["2*t*x'*A*x", '0']],
  leaves: ["x'*B*x", "x'*A*y"],
  variables: { B: 'matrix(n)', y: 'vector(n)', t: 'scalar' },
})
