import {
  identitiesOf,
  kindsText,
  notesOn,
  proofSentence,
  type Solution,
  sourcesOf,
  type Writing,
  writingOf,
} from '@matrix-derive/request'
import { html, nothing, type TemplateResult } from 'lit'
import type { Steps } from './element.ts'
import { formulaOf, mathOf } from './formula.ts'
import type { LineView } from './line-view.ts'
import { conditionsOf, headingOf } from './lines.ts'
import type { Shown } from './work.ts'

/** How a derivation is to be shown. */
export interface Manner {
  readonly steps: Steps
  /** Whether it is not what is asked any more. */
  readonly stale: boolean
  readonly proving: boolean
}

/** The whole of what is shown: the function, the lines, and what there is to say about them. */
export function derivationTemplate(shown: Shown, { steps, stale, proving }: Manner): TemplateResult {
  const { solution, lines, results, proof } = shown
  const writing = writingOf(solution, 'mathml')
  const argument = html`<ol class="derivation" part="derivation" role="list">${roots(lines)}</ol>`
  const conclusion = html`<ol class="derivation results" part="results" role="list">${roots(results)}</ol>`
  const summary = proof
    ? proofSentence(proof, solution.derivation.answers.length)
    : proving
      ? 'checking every step …'
      : ''
  return html`<div class=${stale ? 'stale' : ''} part="body">
    <div class="heading" part="heading">
      ${headingOf(solution, writing).map(formula => html`<div tabindex="0">${formulaOf(formula)}</div>`)}
      <div class="kinds" part="kinds">${kindsText(solution)}</div>
    </div>
    ${steps === 'all' ? argument : conclusion}
    ${steps === 'folded' ? html`<details part="fold"><summary part="summary">${countOf(lines)}</summary>${argument}</details>` : nothing}
    ${conditions(solution, writing)}
    ${notesOn(solution).map(note => html`<p class="notes" part="note">${note}</p>`)}
    <p class="summary" part="proof">${summary}</p>
    ${steps === 'none' ? nothing : sources(solution)}
  </div>`
}

const roots = (lines: readonly LineView[]): HTMLElement[] => lines.map(({ root }) => root)

function countOf(lines: readonly LineView[]): string {
  const steps = lines.filter(({ line }) => line.identity !== undefined).length
  return steps === 1 ? 'one step' : `${steps} steps`
}

function conditions(solution: Solution, writing: Writing): TemplateResult | typeof nothing {
  const found = conditionsOf(solution, writing)
  if (found.length === 0) return nothing
  const parts = found.map(({ subject, predicate }, i) => html`${i === 0 ? '' : ', '}${mathOf(subject)} ${predicate}`)
  return html`<p class="conditions" part="conditions">provided that ${parts}</p>`
}

function sources({ derivation }: Solution): TemplateResult | typeof nothing {
  const { footer } = sourcesOf(identitiesOf(derivation))
  if (footer.length === 0) return nothing
  return html`<ul class="sources" part="sources" role="list">${footer.map(({ mark, source }) => html`<li>${mark}\u00a0${source}</li>`)}</ul>`
}
