import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ["sqrt(x'*x)", 'norm2(x)'],
    ["sqrt((A*x - y)'*(A*x - y))", 'norm2(A*x - y)'],
    ["sqrt(r*r')", 'norm2(r)'],
    ["sqrt(tr(A'*A))", 'norm2(A)'],
    ["(x'*x)^(-1/2)", 'norm2(x)^-1'],
    ["(x'*x)^(3/2)", 'norm2(x)^3'],
  ],
  leaves: ["sqrt(A'*A)", "sqrt(x'*A'*x)", 'sqrt(tr(A*A))', "sqrt(2*x'*x)", "(x'*x)^2", "(x'*x)^(1/3)"],
  variables: { A: 'matrix(n)', x: 'vector(n)', y: 'vector(n)', r: 'rowvector(n)' },
})
