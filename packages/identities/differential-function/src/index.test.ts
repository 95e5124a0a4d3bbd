import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// A Jacobian is of the vec of a matrix; a number is read off under a trace, a row is a column turned.
testIdentity(identity, {
  rewrites: [
    ['d(l(y))', 'D(l)(y)*d(y)'],
    ['d(g(Y))', 'tr(D(g)(Y)*d(Y))'],
    ['d(H(Y))', 'D(H)(Y)*vec(d(Y))'],
    ['d(F(t))', 'D(F)(t)*d(t)'],
    ["d(r(y'))", "D(r)(y')*d(y')'"],
    ['d(R(y))', "(D(R)(y)*d(y))'"],
    ['d(G(y))', "kron(vec(eye(q))', eye(p))*kron(eye(q), D(G)(y)*d(y))"],
    ['d(b(t,y))', 'D(b,1)(t,y)*d(t) + D(b,2)(t,y)*d(y)'],
  ],
  leaves: ['d(exp(t))', 'l(y)'],
  variables: {
    H: 'function(matrix(m,n)) -> vector(k)',
    F: 'function(scalar) -> matrix(p,q)',
    G: 'function(vector(m)) -> matrix(p,q)',
    R: 'function(vector(m)) -> rowvector(n)',
    r: 'function(rowvector(m)) -> scalar',
    b: 'function(scalar,vector(m)) -> scalar',
    t: 'scalar',
  },
})
