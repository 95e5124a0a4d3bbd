import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['d(logsumexp(a))', 'd(a)'],
    ['d(logsumexp(x))', "softmax(x)'*d(x)"],
    ['d(logsumexp(X))', "tr(exp(X)'*d(X))/sum(exp(X))"],
    ["d(logsumexp(x'))", "tr(exp(x')'*d(x'))/sum(exp(x'))"],
  ],
})
