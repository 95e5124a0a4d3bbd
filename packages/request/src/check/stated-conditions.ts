import { fail, type Registry } from '@matrix-derive/core'
import { readName, readProgram } from '@matrix-derive/language'
import type { CheckRequest } from './check-request.ts'
import { type DeclaredRequest, declared, withEqualSizes } from './equal-sizes.ts'

/** What a condition may call a matrix, and the kind that it is declared as then. */
const structures: Readonly<Record<string, string>> = {
  symmetric: 'symmetric',
  'skew-symmetric': 'skew',
  skew: 'skew',
  antisymmetric: 'skew',
  diagonal: 'diagonal',
  orthogonal: 'orthogonal',
  spd: 'spd',
  'positive definite': 'spd',
  'symmetric positive definite': 'spd',
  'lower triangular': 'lower',
  'upper triangular': 'upper',
}

/** Conditions that say where a derivative exists, not what it is. */
const existence = ['invertible', 'nonsingular', 'nonzero', 'positive', 'full rank', 'differentiable', 'constant']

const equation = /^([\p{L}_][\p{L}\p{N}_]*)\s*=\s*([\p{L}_][\p{L}\p{N}_]*)$/u
const statement = /^([\p{L}_][\p{L}\p{N}_]*)\s+(?:is\s+)?([a-z][a-z -]*)$/u

/** The request with its conditions made part of the declarations. @throws `value` for a condition that is not understood */
export function withConditions(request: CheckRequest, registry: Registry): CheckRequest {
  const { conditions = [], expression, variables = {} } = request
  if (conditions.length === 0) return request
  const program = readProgram({ text: expression, declarations: variables, operators: registry.operators })
  return conditions.reduce(withCondition, declared(request, program))
}

function withCondition(request: DeclaredRequest, condition: string): DeclaredRequest {
  const sizes = equation.exec(condition.trim())
  if (sizes !== null) return withEqualSizes(request, [sizes[1], sizes[2]])
  const [, written, word] = statement.exec(condition.trim()) ?? []
  if (written === undefined || (word !== 'square' && !existence.includes(word) && structures[word] === undefined)) {
    const known = [...Object.keys(structures), 'square', ...existence].join(', ')
    return fail('value', `Expected a condition such as "A symmetric" or "m = n", received "${condition}".`, {
      suggestion: `A matrix may be ${known}.`,
    })
  }
  const name = readName(written)
  const declaration = request.variables[name]
  if (declaration === undefined)
    fail('value', `Expected a condition on a name of the program, received "${condition}".`)
  if (existence.includes(word)) return request
  const [, rows, cols = rows] = /\(([^,()]+)(?:,([^,()]+))?\)/.exec(declaration) ?? []
  if (rows === undefined) fail('value', `Expected a condition on a matrix; ${name} is declared as ${declaration}.`)
  const square = rows === cols ? request : withEqualSizes(request, [rows, cols])
  if (word === 'square') return square
  return { ...square, variables: { ...square.variables, [name]: `${structures[word]}(${rows})` } }
}
