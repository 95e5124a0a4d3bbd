import { requireProblem } from '@matrix-derive/core'
import type { CheckSuccess } from '@matrix-derive/request'
import { type ComparingOptions, compare } from '@matrix-derive/request/check'
import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { type Question, requestOf } from './question.ts'

/** What is known of somebody's answer. */
export interface Judgement {
  /** The verdict of the check, or `wrong` for what cannot be read; absent as long as it is being checked. */
  readonly verdict?: CheckSuccess['verdict']
  readonly detail: string
}

/** How a claim is related to the derivative. Work that was cancelled has no meaning. */
export async function judgementOf(claim: string, question: Question, options: ComparingOptions): Promise<Judgement> {
  try {
    const { wrt, ...asked } = requestOf(question)
    return await compare({ ...asked, wrt: wrt[0], claim }, options)
  } catch (thrown) {
    const problem = requireProblem(thrown)
    return { verdict: 'wrong', detail: [problem.message, problem.suggestion].filter(Boolean).join(' ') }
  }
}

/** The field for one's own answer, and what came of it. */
export function claimTemplate(
  { claim, editable, judgement }: { claim: string; editable: boolean; judgement: Judgement | undefined },
  check: (claim: string) => void,
): TemplateResult {
  const read = (event: Event) => (event.currentTarget as HTMLElement).parentElement!.querySelector('input')!.value
  const onKey = (event: KeyboardEvent) => event.key === 'Enter' && check(read(event))
  const field = html`<input
      part="claim"
      aria-label="Your answer"
      placeholder="your answer"
      spellcheck="false"
      autocapitalize="off"
      .value=${live(claim)}
      @keydown=${onKey}
    /><button type="button" class="button" part="check" @click=${(event: Event) => check(read(event))}>Check</button>`
  const verdict = judgement?.verdict ?? ''
  return html`<div class="claim" part="claim-box">
    ${editable ? field : html`<span class="label">claimed:</span> <code>${claim}</code>`}
    <p class="judgement" part="judgement" role="status" data-verdict=${verdict}>${judgement?.detail ?? nothing}</p>
  </div>`
}
