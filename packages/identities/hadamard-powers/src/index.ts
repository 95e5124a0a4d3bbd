import {
  defineIdentity,
  hadamard,
  hadamardOperator,
  hadamardPowerOperator,
  isOnes,
  isZeroExpression,
  mergePowers,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * With X.^-1 this is cancelling, which needs entries that are not 0.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'hadamard',
  statement: [
    'X.^a .* X.^b -> X.^(a + b)',
    'Y ./ (X .* Y) -> 1 ./ X',
    'sqrt(X) .* sqrt(X) -> X',
    'X ./ sqrt(X) -> sqrt(X)',
  ],
  where: { X: 'matrix(m,n) nonzero', Y: 'matrix(m,n) nonzero', a: 'scalar', b: 'scalar' },
  title: 'entrywise powers are one power',
  source: 'by definition',
  apply: ({ operands }, { store, assume }) => {
    // Ones are no powers: see hadamard-ones.
    if (operands.some(isOnes) || operands.some(isZeroExpression)) return undefined
    const merged = mergePowers(store, operands, hadamardPowerOperator, hadamardOperator)
    for (const base of merged?.cancelled ?? []) assume('nonzero entries', base)
    return merged && hadamard(store, ...merged.factors)
  },
})
