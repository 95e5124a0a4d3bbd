import { defineIdentity, differentialOfLinear } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * What only adds up and moves entries does not notice whether the entries are differentials.
 */
export default defineIdentity(manifest, {
  phase: 'differential',
  on: ['vec', 'diag', 'sum', 'mean', 'tril', 'triu', 'fill', 'linear'],
  statement: ['d(vec(X)) = vec(d(X))', 'd(diag(x)) = diag(d(x))', 'd(sum(X)) = sum(d(X))', 'd(mean(X)) = mean(d(X))'],
  where: { X: 'matrix(m,n)', x: 'vector(n)' },
  title: 'a linear operator and the differential commute',
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 8.1',
  apply: differentialOfLinear,
})
