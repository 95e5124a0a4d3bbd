export type { ErrorCode, Expression, Limits, Problem, Registry, Span } from '@matrix-derive/core'
export type {
  AnswerVerdict,
  CheckRequest,
  CheckVerdict,
  DerivationRequest,
  DerivativeAnswer,
  Failure,
  JudgedLine,
  LineOfWorkingVerdict,
  ProofDepth,
  Rows,
  ShapeText,
  StepAnswer,
  Where,
  WorkingRequest,
} from '@matrix-derive/request'
export { type Checked, type CheckOptions, check } from './check.ts'
export { type CheckedWorking, type CheckWorkingOptions, checkWorking } from './check-working.ts'
export { type Converted, type ConvertOptions, convert } from './convert.ts'
export { type Derived, type DeriveOptions, derive } from './derive.ts'
export { type Parsed, type ParseOptions, parse } from './parse.ts'
export { type NotationName, print } from './print.ts'
export { type Registered, type RegistryOptions, registry } from './registry.ts'
export type { Using } from './using.ts'
