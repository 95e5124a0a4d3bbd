import { DerivationError } from '@matrix-derive/core'
import { dualAlgebra } from './dual.ts'
import { realField } from './field.ts'
import type { Proof } from './proof.ts'
import { proveNumerically } from './prove-numerically.ts'
import type { Comparison } from './question.ts'
import { realFunctions } from './real-functions.ts'

/** Says that a matrix function is there, which the numeric library has to compute. */
const wanted = new DerivationError({ code: 'unsupported', message: 'Expected the functions of matrices.' })

const withoutLibrary = dualAlgebra(
  realField,
  realFunctions(() => {
    throw wanted
  }),
)

/** Like `proveNumerically`, reading the numeric library only for those who need it: norms and roots do not. */
export async function proveLoading(question: Comparison, seed: number, exact?: Proof): Promise<Proof> {
  try {
    return proveNumerically(question, withoutLibrary, seed, exact)
  } catch (thrown) {
    if (thrown !== wanted) throw thrown
    const { dualFloatAlgebra } = await import('./real-analytic.ts')
    return proveNumerically(question, dualFloatAlgebra, seed, exact)
  }
}
