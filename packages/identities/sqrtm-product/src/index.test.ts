import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [['A*sqrtm(S)*sqrtm(S)', 'A*S']],
  leaves: ['sqrtm(S)*sqrtm(T)', 'sqrtm(S)^3'],
  variables: { A: 'matrix(n)', T: 'spd(n)' },
})
