import { fail, isMatrix, isName, type Registry } from '@matrix-derive/core'
import { readDeclarations, readName, readProgram } from '@matrix-derive/language'
import type { CheckRequest } from './check-request.ts'
import type { Claimed } from './compare.ts'
import { type DeclaredRequest, declared, isSize, withEqualSizes } from './equal-sizes.ts'

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

/** Says where a derivative exists as well, say det(X) > 0. */
const inequality = /[<>≠≤≥]|!=/
const equation = /^([\p{L}_][\p{L}\p{N}_]*)\s*=\s*([\p{L}_][\p{L}\p{N}_]*)$/u
/** A = A', or the other way round. */
const transposed = /^(?:([\p{L}_][\p{L}\p{N}_]*)\s*=\s*\1'|([\p{L}_][\p{L}\p{N}_]*)'\s*=\s*\2)$/u
const statement = /^([\p{L}_][\p{L}\p{N}_]*)\s+(?:is\s+)?([a-z][a-z -]*)$/u

/** The request with its conditions made part of the declarations. @throws `value` for a condition that is not understood */
export function withConditions(request: CheckRequest, registry: Registry): Claimed {
  const { expression, variables = {} } = request
  const conditions = listOf(request.conditions)
  if (conditions.length === 0) return request
  const program = readProgram({ text: expression, declarations: variables, operators: registry.operators })
  return conditions.reduce(withCondition, declared(request, program))
}

function listOf(conditions: CheckRequest['conditions'] = []): readonly string[] {
  if (typeof conditions === 'string') return conditions.split(/[,;]/).filter(part => part.trim() !== '')
  return Array.isArray(conditions) ? conditions : Object.entries(conditions).map(([name, word]) => `${name} ${word}`)
}

/** What is said of which name; nothing where that is not understood. */
function wordsOf(condition: string): readonly [name: string, word: string] {
  const turned = transposed.exec(condition)
  if (turned !== null) return [turned[1] ?? turned[2], 'symmetric']
  const [, name = '', word = ''] = statement.exec(condition) ?? []
  return [name, word]
}

function withCondition(request: DeclaredRequest, condition: string): DeclaredRequest {
  const [, ...sides] = equation.exec(condition.trim()) ?? []
  if (sides.length > 0) {
    const isValue = (side: string) => request.variables[readName(side)] !== undefined && !isSize(request, side)
    return sides.some(isValue) ? failNotUnderstood(condition) : withEqualSizes(request, sides)
  }
  if (inequality.test(condition)) return request
  const [written, word] = wordsOf(condition.trim())
  if (written === '' || (word !== 'square' && !existence.includes(word) && structures[word] === undefined))
    return failNotUnderstood(condition)
  const name = readName(written)
  const declaration = request.variables[name]
  if (declaration === undefined)
    fail('value', `Expected a condition on a name of the program, received "${condition}".`)
  if (existence.includes(word)) return request
  const shape = readDeclarations({ [name]: declaration }).get(name)?.shape
  if (shape === undefined || !isMatrix(shape))
    return fail('value', `Expected a condition on a matrix; ${name} is declared as ${declaration}.`)
  const { rows, cols } = shape
  if (rows !== cols && !(isName(rows) && isName(cols)))
    return fail('value', `Expected sizes that can be called alike; ${name} is declared as ${declaration}.`)
  const square = rows === cols ? request : withEqualSizes(request, [rows, cols])
  if (word === 'square') return square
  const [members = ''] = /\[.*$/.exec(square.variables[name]) ?? []
  return { ...square, variables: { ...square.variables, [name]: `${structures[word]}(${rows})${members}` } }
}

function failNotUnderstood(condition: string): never {
  const known = [...Object.keys(structures), 'square', ...existence].join(', ')
  return fail('value', `Expected a condition such as "A symmetric" or "m = n", received "${condition}".`, {
    suggestion: `A matrix may be ${known}.`,
  })
}
