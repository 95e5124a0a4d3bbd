import { type Expression, isMember } from '@matrix-derive/core'

/** What moves by a variable; by a member of a family the family, and the number that says which of it. */
export function movingNames(variable: Expression): string[] {
  return (isMember(variable) ? variable.operands : [variable]).map(({ data }) => data!.name!)
}
