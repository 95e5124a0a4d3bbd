export {
  type Declaration,
  type DeclaredKind,
  declarationText,
  declaredKinds,
  parseDeclaration,
} from './declare/declaration.ts'
export {
  type Condition,
  type DeclarationInput,
  readConditions,
  readDeclarations,
  readName,
} from './declare/declarations.ts'
export type { Assumption } from './program.ts'
export {
  type ProgramInput,
  type ProgramSymbol,
  type ReadProgram,
  type ReadStatement,
  readClaim,
  readExpression,
  readProgram,
  readStatement,
  type WritingStyle,
} from './read.ts'
export { ownFunctions, type Scope } from './scope.ts'
export { canonicalName } from './text/greek.ts'
export { nearest } from './text/nearest.ts'
export { parse } from './text/parse.ts'
export type { Definition, Factor, FactorSign, Program, Syntax, Term } from './text/syntax.ts'
export { signs, tokenize } from './text/token.ts'
