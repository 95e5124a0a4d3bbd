import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['commutation(1,n)', 'eye(n)'],
    ['commutation(n,1)', 'eye(n)'],
  ],
  leaves: ['commutation(m,n)'],
})
