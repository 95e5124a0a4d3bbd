import type { StructureMode } from '@matrix-derive/core'
import type { AnswerVerdict, Move, ShapeText } from '@matrix-derive/request'

/** What a derivation file is, as data: everything that a derivation is made again from and compared with. */
export interface DerivationRecord {
  /** What kind of file this is. */
  readonly format: typeof format
  /** The version of its schema. */
  readonly version: typeof currentVersion
  readonly request: RecordedRequest
  /** What somebody did by hand, in order; where absent, the strategy did everything. */
  readonly moves?: readonly Move[]
  /** Kinds that were inferred: `A: matrix(m,n)`. */
  readonly assumptions: readonly string[]
  /** What the derivation relied on: `X is invertible`. */
  readonly conditions: readonly string[]
  /** Every line of the argument, in order. */
  readonly steps: readonly RecordedStep[]
  /** The derivatives, in the order asked. */
  readonly derivatives: readonly RecordedDerivative[]
  /** The probability, at most, that anything called proved is false. */
  readonly errorBound?: number
  /** Every identity, and every package of an operator, with the version that was used. */
  readonly identities: Readonly<Record<string, string>>
  /** SHA-256 of all of the above, in hexadecimal. */
  readonly checksum: string
}

/** What was asked, as it can be asked again. */
export interface RecordedRequest {
  readonly expression: string
  readonly variables: Readonly<Record<string, string>>
  readonly wrt: readonly string[]
  readonly layout: string
  readonly order: number
  /** What became of the structure of variables; `ignore` where absent. */
  readonly structure?: StructureMode
  /** Whether sums over samples were written with the matrices of all samples; not where absent. */
  readonly collect?: boolean
}

/** One line of the argument. */
export interface RecordedStep {
  readonly left: string
  readonly line: string
  /** The identity that led here from the line above; absent where a chain of equations starts. */
  readonly identity?: string
  readonly version?: string
  readonly title?: string
  readonly source?: string
  readonly conditions?: readonly string[]
  /** The intermediates that the line introduces. */
  readonly where?: readonly string[]
  readonly partial?: true
  readonly verdict?: AnswerVerdict
}

export interface RecordedDerivative {
  readonly wrt: string
  readonly shape: ShapeText
  readonly text: string
  readonly verdict?: AnswerVerdict
}

export const format = 'matrix-derive derivation'
export const currentVersion = 2
