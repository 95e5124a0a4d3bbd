import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { type Judgement, judgementMark } from './judging.ts'

/** What is shown of a claim. */
export interface ClaimState {
  readonly claim: string
  readonly editable: boolean
  /** What the claim is the derivative by, where that goes without saying undefined. */
  readonly variable: string | undefined
  readonly judgement: Judgement | undefined
}

/** The field for one's own answer, and what came of it. */
export function claimTemplate(
  { claim, editable, variable, judgement }: ClaimState,
  check: (claim: string) => void,
): TemplateResult {
  const read = (event: Event) => (event.currentTarget as HTMLElement).parentElement!.querySelector('input')!.value
  const onKey = (event: KeyboardEvent) => event.key === 'Enter' && check(read(event))
  const by = variable === undefined ? '' : ` by ${variable}`
  const field = html`<input
      part="claim"
      aria-label=${`Your answer${by}`}
      placeholder=${`your answer${by}`}
      spellcheck="false"
      autocapitalize="off"
      .value=${live(claim)}
      @keydown=${onKey}
    /><button type="button" class="button" part="check" @click=${(event: Event) => check(read(event))}>Check</button>`
  const verdict = judgement?.verdict ?? ''
  return html`<div class="claim" part="claim-box">
    ${editable ? field : html`<span class="label">claimed${by}:</span> <code>${claim}</code>`}
    <p class="judgement" part="judgement" role="status" data-verdict=${verdict}>${judgement ? html`<span aria-hidden="true">${judgementMark(judgement)}</span>${judgement.detail}` : nothing}</p>
  </div>`
}
