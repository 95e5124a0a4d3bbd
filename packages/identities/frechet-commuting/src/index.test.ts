import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['frechet(expm, X, eye(n))', 'expm(X)'],
    ['frechet(logm, X, eye(n))', 'inv(X)'],
    ['frechet(expm, 2*t*X, X)', 'expm(2*t*X)*X'],
    ['frechet(logm, 2*t*X, 6*X)', '3/t*eye(n)'],
    ['frechet(sqrtm, a*X, b*X)', 'b/a/2*sqrtm(a*X)'],
    ['frechet(logm, X^2, X)', 'inv(X^2)*X'],
    ['frechet(sqrtm, inv(X), 3*X)', '1/2*inv(sqrtm(inv(X)))*(3*X)'],
    ['frechet(logm, X, t*eye)', 'inv(X)*(t*eye)'],
    ['frechet(sqrtm, t*eye, X)', '1/2*inv(sqrtm(t*eye))*X'],
  ],
  leaves: [
    'frechet(expm, X, Y)',
    "frechet(logm, X, X')",
    'frechet(expm, X*Y, Y*X)',
    'frechet(expm, X + Y, X)',
    'frechet(expm, X, X, X)',
  ],
  variables: { X: 'matrix(n)', Y: 'matrix(n)', t: 'scalar', a: 'scalar', b: 'scalar' },
})
