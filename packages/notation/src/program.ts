import { type Expression, isNamed, reachable, throughNames } from '@matrix-derive/core'
import { createPrinter, defaultOutputLimit, type PrintOptions } from './printer.ts'
import { checkLength } from './style.ts'
import { textStyle } from './styles/text.ts'

/**
 * The expression as a program of the input language: the definitions that its names stand for, each once and before
 * its first use, then the expression itself. What has a name for every term of a sum is written out there.
 * @throws `limit-exceeded`
 */
export function toProgram(expression: Expression, options: PrintOptions = {}): string {
  const { limit = defaultOutputLimit } = options
  const print = createPrinter(textStyle, { ...options, families: 'written out' })
  let program = ''
  for (const node of reachable([expression], throughNames)) {
    if (!isNamed(node) || node.operands.length > 0) continue
    program += `${node.data!.name} = ${print(node.data!.definition!)}; `
    checkLength(program, limit)
  }
  program += print(expression)
  checkLength(program, limit)
  return program
}
