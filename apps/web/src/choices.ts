import type { Choice, Problem } from '@matrix-derive/core'
import { type Solution, writingOf } from '@matrix-derive/request'
import { html, nothing, type TemplateResult } from 'lit'
import { formulaOf } from './formula.ts'

/** More than so many identities at one place are for nobody; the first are those that get on. */
const mostChoices = 24

const turns = {
  derivative: 'read off',
  differential: 'stack both sides',
  gradient: 'take up the gradient',
  definition: 'give a name',
}

/** The identities that apply at a place, each with what would come of it. */
export function choiceList(
  choices: readonly Choice[] | undefined,
  solution: Solution,
  apply: (choice: Choice) => void,
): TemplateResult {
  const writing = writingOf(solution, 'mathml')
  if (choices === undefined)
    return html`<p>Of this line only the terms that change are written; choose another one.</p>`
  if (choices.length === 0) return html`<p>No identity applies here. Try what is around it.</p>`
  return html`${choices.slice(0, mostChoices).map(
    choice => html`<button type="button" class="choice" part="choice" @click=${() => apply(choice)}>
      <span>${choice.identity?.title ?? (choice.opens && turns[choice.opens.kind])}</span>
      <span>${formulaOf(writing.equation('', writing.expression(choice.line)))}</span>
      ${choice.identity ? html`<small class="identity">${choice.identity.name} ${choice.identity.version}</small>` : nothing}
    </button>`,
  )}`
}

/** Shows a popover below a place, inside of the window. */
export function showAt(popover: HTMLElement, place: Element): void {
  popover.showPopover()
  const { left, bottom, top } = place.getBoundingClientRect()
  const { width, height } = popover.getBoundingClientRect()
  const below = bottom + 6 + height <= innerHeight || top < height
  popover.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`
  popover.style.top = `${below ? bottom + 6 : top - height - 6}px`
  popover.querySelector('button')?.focus()
}

/** What there is to do for someone who goes on by hand. */
export function exploreBar(
  state: { canUndo: boolean; canRedo: boolean; complete: boolean; problem: Problem | undefined },
  act: (action: 'undo' | 'redo' | 'finish' | 'restart' | 'leave') => void,
): TemplateResult {
  const button = (action: Parameters<typeof act>[0], text: string, disabled = false) =>
    html`<button type="button" class="button" part="explore-button" ?disabled=${disabled} @click=${() => act(action)}>${text}</button>`
  return html`<div class="bar" part="explore" role="group" aria-label="By hand">
    <span class="label">by hand</span>
    ${button('undo', 'Undo', !state.canUndo)} ${button('redo', 'Redo', !state.canRedo)}
    ${button('finish', 'Finish', state.complete)} ${button('restart', 'From the first line')} ${button('leave', 'Leave')}
    ${state.problem ? html`<span class="error">${state.problem.message}</span>` : nothing}
  </div>`
}
