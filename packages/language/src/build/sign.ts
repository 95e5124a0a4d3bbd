import { fail, type Operator, type Span } from '@matrix-derive/core'
import type { Scope } from '../scope.ts'

/** An operator that the language itself writes with a sign. @throws `unknown-function` when it was not given */
export function operatorNamed({ operators }: Scope, name: string, span: Span): Operator {
  return operators.get(name) ?? fail('unknown-function', `Expected the operator "${name}" to be installed.`, { span })
}
