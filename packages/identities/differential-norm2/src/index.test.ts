import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['d(norm2(x))', "x'*d(x)/norm2(x)"],
    ['d(norm2(X))', "tr(X'*d(X))/norm2(X)"],
    ['d(norm2(t))', 'norm2(t)^(-1)*t*d(t)'],
  ],
  assumes: { 'd(norm2(x))': ['nonzero x'], 'd(norm2(X))': ['nonzero X'] },
  variables: { t: 'scalar' },
})
