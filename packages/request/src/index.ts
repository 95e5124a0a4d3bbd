export * from './answer.ts'
export { type AnswerOptions, type AnswerParts, answer, successOf } from './answering.ts'
export type { Audit, AuditOptions } from './check/audit.ts'
export type { AuditedRow } from './check/audit-row.ts'
export type * from './check/check-answer.ts'
export type { CheckRequest } from './check/check-request.ts'
export type * from './check/working/working-answer.ts'
export type { WorkingRequest } from './check/working/working-request.ts'
export * from './condition.ts'
export {
  type Culprit,
  type Dismissal,
  dismissing,
  type Interrupt,
  type Interrupting,
  interruptedBy,
} from './dismissal.ts'
export { identitiesFound } from './finding.ts'
export { leftOut } from './left-out.ts'
export * from './line.ts'
export { type Move, makeMove, moveOf, nodeAt } from './move.ts'
export { notesOn } from './notes.ts'
export { type Numbers, numbersOf } from './numbers.ts'
export * from './proof.ts'
export * from './proof-sentence.ts'
export * from './request.ts'
export * from './solution.ts'
export { type Proved, solve } from './solve.ts'
export * from './sources.ts'
export * from './writing.ts'
