import { type Condition, type Expression, fail, type Identity, type Operator, unit } from '@matrix-derive/core'
import { readConditions, readStatement } from '@matrix-derive/language'
import { builtInOperators } from '@matrix-derive/operators'
import { counterexampleText } from './counterexample-text.ts'
import type { Proof, ProofOptions } from './proof.ts'
import { equality } from './prove.ts'
import { atOnce, type Slices } from './slices.ts'

/** What became of one statement of an identity. */
export interface StatementProof extends Proof {
  readonly statement: string
}

/** Conditions that are facts of a metavariable: `matrix(n) symmetric` is sampled as `symmetric(n)`. */
const structures = ['symmetric', 'skew', 'diagonal', 'orthogonal', 'lower', 'upper', 'spd', 'integer']

/**
 * Proves the statements of an identity, its metavariables being random matrices under the conditions of `where`. Constants
 * do not move; everything else does.
 * @throws every error of a statement that cannot be read
 */
export function proveIdentity(...asked: Parameters<typeof identityProof>): StatementProof[] {
  return atOnce(identityProof(...asked))
}

/** The same in slices. */
export function* identityProof(
  identity: Pick<Identity, 'statements' | 'where' | 'operators'>,
  operators: readonly Operator[] = builtInOperators,
  options: Omit<ProofOptions, 'variables' | 'supposing'> = {},
): Slices<StatementProof[]> {
  const metavariables = [...readConditions(identity.where)]
  const known = [...new Set([...operators, ...(identity.operators ?? [])])]
  const where = Object.fromEntries(
    metavariables.map(([name, { declaration, predicates }]) => {
      const structure = predicates.find(predicate => structures.includes(predicate))
      return [name, structure === undefined ? declaration.text : structured(structure, declaration.shape?.rows)]
    }),
  )
  const proofs: StatementProof[] = []
  for (const statement of identity.statements) {
    const { left, right, symbols } = readStatement(statement, where, known)
    const has = (name: string, predicate: string) =>
      metavariables.some(([other, { predicates }]) => other === name && predicates.includes(predicate))
    const positive = [...symbols].filter(([name]) => has(name, 'positive')).map(([, symbol]) => symbol)
    const proof = yield* equality(left, right, {
      ...options,
      variables: [...symbols.keys()].filter(name => !has(name, 'constant')),
      supposing: { conditions: positive.map(isPositive) },
    })
    proofs.push({ statement, ...proof })
  }
  return proofs
}

function structured(structure: string, size: string = unit): string {
  return structure === 'integer' ? 'integer' : `${structure}(${size})`
}

const isPositive = (expression: Expression): Condition => ({ predicate: 'positive', expression })

/**
 * Lets an identity through whose statements are true: what a registry asks before it takes one that no test has proved.
 * @throws `plugin` with a counterexample for one that is false
 */
export function requireProved(identity: Identity, operators: readonly Operator[] = builtInOperators): void {
  for (const { statement, verdict, counterexample } of proveIdentity(identity, operators)) {
    if (verdict !== 'failed') continue
    const where = counterexample === undefined ? '' : ` ${counterexampleText(counterexample, ['left', 'right'])}`
    fail(
      'plugin',
      `Expected a true statement in ${identity.name}@${identity.version}, received ${statement}.${where}`,
      {
        suggestion: 'Correct the statement, or add the condition to "where" under which it holds.',
      },
    )
  }
}
