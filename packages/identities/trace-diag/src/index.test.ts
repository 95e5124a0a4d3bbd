import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['tr(A*diag(d(x)))', "diag(A)'*d(x)"],
    ['tr(diag(d(x)))', "diag(eye(n))'*d(x)"],
    ['tr(2*a*A*diag(d(x)))', "2*a*diag(A)'*d(x)"],
  ],
  leaves: ['tr(diag(d(x))*A)', "tr(x'*diag(d(A)))", 'tr(A*diag(x))', 'tr(A*d(A))'],
  variables: { a: 'scalar' },
})
