import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [['d(tr(logm(X*Y)))', 'tr(inv(X*Y)*d(X*Y))']],
  leaves: ['d(tr(X*logm(X)))', 'd(logm(X))', 'd(logdet(X))'],
  variables: { X: 'matrix(n)', Y: 'matrix(n)' },
})
