import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, { leaves: ['vec(d(X))', 'vec(A*tril(d(X)))'], variables: { A: 'matrix(p,m)' } })
