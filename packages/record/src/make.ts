import { fail } from '@matrix-derive/core'
import {
  type AnswerVerdict,
  type DerivationRequest,
  type Move,
  namesUsed,
  type Solution,
  type StepAnswer,
  type Success,
} from '@matrix-derive/request'
import { checksumOf } from './checksum.ts'
import { currentVersion, type DerivationRecord, format, type RecordedStep } from './record.ts'

/**
 * The record of a derivation.
 * @param success the answer to the request, with its steps
 * @param moves what was done by hand; where absent, the strategy did everything
 */
export async function recordOf(
  request: DerivationRequest,
  solution: Solution,
  success: Success,
  moves?: readonly Move[],
): Promise<DerivationRecord> {
  if (success.steps === undefined) return fail('value', 'Expected an answer with its steps to be recorded.')
  const used = new Set(namesUsed(solution).map(({ name }) => name))
  const content = {
    format,
    version: currentVersion,
    request: {
      expression: request.expression,
      variables: Object.fromEntries(Object.entries(request.variables ?? {}).filter(([name]) => used.has(name))),
      wrt: typeof request.wrt === 'string' ? [request.wrt] : request.wrt,
      layout: success.layout,
      order: success.order,
      ...(request.structure !== undefined && { structure: request.structure }),
      ...(request.collect !== undefined && { collect: request.collect }),
    },
    ...(moves && { moves }),
    assumptions: success.assumptions,
    conditions: success.conditions,
    steps: success.steps.map(recordedStep),
    derivatives: (success.derivatives ?? [success]).map(({ wrt, shape, text, verdict }) => ({
      wrt,
      shape,
      text,
      ...withVerdict(verdict),
    })),
    ...(success.errorBound !== undefined && { errorBound: success.errorBound }),
    identities: success.identities,
  } as const
  return { ...content, checksum: await checksumOf(content) }
}

function recordedStep({ latex: _, conditions, ...step }: StepAnswer): RecordedStep {
  return { ...step, ...(conditions.length > 0 && { conditions }) }
}

function withVerdict(verdict: AnswerVerdict | undefined): { readonly verdict?: AnswerVerdict } {
  return verdict === undefined ? {} : { verdict }
}

/** The text of a derivation file. */
export function recordText(record: DerivationRecord): string {
  return `${JSON.stringify(record, undefined, 2)}\n`
}
