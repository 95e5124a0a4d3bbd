import { defaultLimits, type Limits, type Registry } from '@matrix-derive/core'
import { mathml } from '@matrix-derive/notation'
import {
  type DerivationRequest,
  derivationOf,
  kindsText,
  notesOn,
  proofOf,
  proofSentence,
  type Solution,
  verdictMarks,
  type Writing,
  writingOf,
} from '@matrix-derive/request'
import { standardRegistry } from '@matrix-derive/standard'
import type { DerivationProof } from '@matrix-derive/verify'
import { type Extent, latexOf, mathmlOf, plainTextOf } from './copying.ts'
import { type Judgement, judgementMark, judgementOf } from './judging.ts'
import { conditionsOf, headingOf, type Line, writtenLines } from './lines.ts'

/** What to render: a request of the command, and how. */
export interface RenderOptions extends Omit<DerivationRequest, 'expression' | 'id' | 'values' | 'steps'> {
  /** Every line, or the result alone. */
  readonly steps?: 'all' | 'none'
  /** A part of a page, the formulas alone, an article's, or plain text. */
  readonly format?: 'html' | 'mathml' | 'latex' | 'text'
  /** Somebody's answer, with the verdict below. */
  readonly claim?: string
  readonly registry?: Registry
  readonly limits?: Limits
}

/**
 * A derivation for a page without script: HTML with MathML in it, for which `matrix-derive.css` has the looks. Needs no DOM.
 * @throws what deriving throws, and `plugin` for a step that is false
 */
export async function render(expression: string, options: RenderOptions): Promise<string> {
  const { steps = 'all', format = 'html', claim, ...more } = options
  const { registry = standardRegistry(), limits = defaultLimits, ...request } = more
  const solution = derivationOf({ ...request, expression }, { registry, limits })
  const extent: Extent = steps === 'all' ? 'derivation' : 'result'
  if (format === 'mathml') return mathmlOf(solution, extent)
  if (format === 'latex') return latexOf(solution, extent)
  if (format === 'text') return plainTextOf(solution, extent)
  const html = htmlOf(solution, extent, await proofOf(solution, request.proof ?? 'steps'))
  const judged =
    claim === undefined
      ? ''
      : claimHtml(claim, await judgementOf(claim, { ...request, expression }, { registry, limits }))
  return `<div class="matrix-derive" lang="en" dir="ltr">${html}${judged}</div>`
}

const text = (written: string): string => mathml.element('mtext', written).slice('<mtext>'.length, -'</mtext>'.length)
const math = (written: string): string => `<math>${written}</math>`

function htmlOf(solution: Solution, extent: Extent, proof: DerivationProof | undefined): string {
  const writing = writingOf(solution, 'mathml')
  const lines = [...writtenLines(solution, writing, extent === 'derivation')]
  const summary = proof && proofSentence(proof, solution.derivation.answers.length)
  const parts = [
    `<p class="heading">${headingOf(solution, writing).map(math).join(' ')} <span class="kinds">${text(kindsText(solution))}</span></p>`,
    `<ol class="${extent === 'derivation' ? 'derivation' : 'derivation results'}">${lines.map(line => lineHtml(line, proof)).join('')}</ol>`,
    ...conditionHtml(solution, writing),
    ...notesOn(solution).map(note => `<p class="notes">${text(note)}</p>`),
    ...(summary === undefined ? [] : [`<p class="summary">${text(summary)}</p>`]),
  ]
  return parts.join('').replace(/ data-id="\d+"/g, '')
}

function claimHtml(claim: string, judgement: Judgement): string {
  const { verdict, detail } = judgement
  const said = `<p class="judgement" data-verdict="${verdict}">${judgementMark(judgement)}${text(detail)}</p>`
  return `<div class="claim"><span class="label">claimed:</span> <code>${text(claim)}</code>${said}</div>`
}

function lineHtml(line: Line, proof: DerivationProof | undefined): string {
  const { left, equals, right, first, result, identity, reason, where, note, map, part } = line
  const checked = part && proof?.of(part)
  const mark = checked === undefined ? '' : `<span class="verdict">${verdictMarks[checked.verdict]}</span> `
  const why =
    identity === undefined
      ? ''
      : `${mark}<span class="title">${text(reason!)}</span> <span class="identity">${text(`${identity.name} ${identity.version}`)}</span>`
  const below = [
    ...where.map(definition => `<div class="where">with ${math(definition)}</div>`),
    ...(note ? [`<div class="note">${text(note[0])}, ${math(note[1])}</div>`] : []),
    ...(map ? [`<div class="note">as a linear map: ${math(map)}</div>`] : []),
  ]
  const classes = ['line', ...(first ? ['first'] : []), ...(result ? ['result'] : [])].join(' ')
  return `<li class="${classes}"><span class="left">${left === '' ? '' : math(left)}</span><span class="relation">${equals ? '=' : ''}</span><div class="middle"><div class="right">${math(right)}</div>${below.join('')}</div><div class="reason">${why}</div></li>`
}

function conditionHtml(solution: Solution, writing: Writing): string[] {
  const conditions = conditionsOf(solution, writing).map(
    ({ subject, predicate }) => `${math(subject)} ${text(predicate)}`,
  )
  return conditions.length === 0 ? [] : [`<p class="conditions">provided that ${conditions.join(', ')}</p>`]
}
