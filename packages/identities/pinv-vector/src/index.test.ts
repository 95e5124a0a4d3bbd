import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['pinv(x)', "x'/(x'*x)"],
    ["pinv(x')", "x/(x'*x)"],
    ['pinv(A*x)', "(A*x)'/((A*x)'*A*x)"],
  ],
  leaves: ['pinv(A)', 'pinv(c)'],
  variables: { A: 'matrix(m,n)', x: 'vector(n)', c: 'scalar' },
})
