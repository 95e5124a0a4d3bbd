import { defaultLimits, fail, type Limits } from '@matrix-derive/core'
import { parseExpression, readStatements, type Statement } from './brackets.ts'
import { canonicalName } from './greek.ts'
import type { Definition, Program, Syntax } from './syntax.ts'
import { type SourceToken, tokenize } from './token.ts'

/** The statements of a text. @throws `limit-exceeded`, `syntax` */
function statementsOf(text: string, limits: Limits): Statement[] {
  if (text.length > limits.inputLength) {
    fail('limit-exceeded', `Expected at most ${limits.inputLength} characters, received ${text.length}.`, {
      span: { start: limits.inputLength, end: text.length },
    })
  }
  return readStatements(tokenize(text), limits)
}

/**
 * The definitions of a program and its one expression, as typed.
 * @throws `syntax`, `limit-exceeded`
 */
export function parse(text: string, limits: Limits = defaultLimits): Program {
  const statements = statementsOf(text, limits)
  if (statements.length === 0) {
    fail('syntax', "Expected an expression such as x'*A*x, received nothing.", { span: { start: 0, end: text.length } })
  }
  const definitions: Definition[] = []
  let expression: Syntax | undefined
  const names = new Set<string>()
  for (let i = 0; i < statements.length; i++) {
    const statement = statements[i]
    const last = i === statements.length - 1
    if (isDefinition(statement)) {
      const definition = readDefinition(statement)
      if (names.has(definition.name)) {
        fail('syntax', `Expected a new name, received "${definition.name}", which is defined already.`, {
          span: definition.nameSpan,
        })
      }
      if (last) failWithoutExpression(definition)
      names.add(definition.name)
      definitions.push(definition)
    } else {
      expression = parseExpression(statement, undefined)
      if (!last) failBeforeEnd(expression, statements[i + 1])
    }
  }
  return { text, definitions, expression: expression! }
}

function isDefinition(statement: Statement): boolean {
  return statement.length > 1 && statement[0].kind === 'name' && statement[1].kind === 'equals'
}

function readDefinition(statement: Statement): Definition {
  const [name, equals] = statement
  return {
    name: canonicalName(name.text),
    nameSpan: name.span,
    expression: parseExpression(statement.slice(2), equals),
  }
}

function failWithoutExpression({ name, nameSpan }: Definition): never {
  return fail('syntax', `Expected an expression after the definition of ${name}.`, {
    span: nameSpan,
    suggestion: `Add a last line, say "${name}".`,
  })
}

function failBeforeEnd({ span }: Syntax, next: Statement): never {
  const continues = next[0].kind === 'sign'
  return fail('syntax', 'Expected a definition such as y = A*x; only the last line is an expression.', {
    span,
    suggestion: continues ? 'End the line with the operator to continue it on the next.' : 'Give it a name.',
  })
}

/** Both sides of an equation or rule, as typed. */
export interface ParsedStatement {
  readonly text: string
  readonly left: Syntax
  readonly right: Syntax
  readonly direction: 'two-way' | 'directed'
}

/**
 * Reads `left = right` or `left -> right`.
 * @throws `syntax`, `limit-exceeded`
 */
export function parseStatement(text: string, limits: Limits = defaultLimits): ParsedStatement {
  const statements = statementsOf(text, limits)
  const statement = statements[0] ?? []
  const joins = statement.filter(isJoin)
  if (statements.length !== 1 || joins.length !== 1) {
    fail('syntax', 'Expected one statement such as tr(A*B) = tr(B*A), with one "=" or "->".', {
      span: joins[1]?.span ?? statements[1]?.[0].span ?? { start: 0, end: text.length },
    })
  }
  const at = statement.indexOf(joins[0])
  return {
    text,
    left: parseExpression(statement.slice(0, at), joins[0]),
    right: parseExpression(statement.slice(at + 1), joins[0]),
    direction: joins[0].kind === 'equals' ? 'two-way' : 'directed',
  }
}

function isJoin(token: SourceToken): boolean {
  return token.kind === 'equals' || token.kind === 'arrow'
}

/** One expression without definitions, as typed. @throws `syntax`, `limit-exceeded` */
export function parseSingle(text: string, limits: Limits = defaultLimits): Program {
  const program = parse(text, limits)
  const [definition] = program.definitions
  if (definition) fail('syntax', 'Expected one expression without definitions.', { span: definition.nameSpan })
  return program
}
