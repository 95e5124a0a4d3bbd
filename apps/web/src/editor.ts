import type { Problem, Registry, StructureMode } from '@matrix-derive/core'
import { type NameAndKind, structureModes } from '@matrix-derive/request'
import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { emptyQuestion, namesOf, type Question, withDeclaration } from './question.ts'

/** What the editor shows. */
export interface EditorState {
  readonly question: Question
  readonly registry: Registry
  /** The names that the program can be derived by. */
  readonly candidates: readonly string[]
  readonly kinds: readonly NameAndKind[]
  /** Whether a variable has structure, of which account may be taken. */
  readonly isStructured: boolean
  readonly problem: Problem | undefined
}

type Change = (changed: Partial<Question>) => void

const kinds = ['scalar', 'vector(n)', 'rowvector(n)', 'matrix(m,n)', 'matrix(n)', 'symmetric(n)', 'skew(n)', 'spd(n)']
  .concat(['diagonal(n)', 'orthogonal(n)', 'lower(n)', 'upper(n)', 'integer', 'elementwise'])
  .concat(['function(vector(m)) -> scalar'])

/** The program, what it is derived by, the layout, and the kinds of its names. */
export function editor(state: EditorState, change: Change, more: TemplateResult): TemplateResult {
  const { question, problem } = state
  return html`<div class="editor" part="editor">
    <div class="field" part="field">
      ${mirror(question.expression, problem)}
      <textarea
        part="input"
        rows="1"
        spellcheck="false"
        autocapitalize="off"
        autocomplete="off"
        aria-label="Expression"
        aria-invalid=${problem === undefined ? 'false' : 'true'}
        aria-describedby="error"
        .value=${live(question.expression)}
        @input=${(event: Event) => change({ expression: (event.target as HTMLTextAreaElement).value })}
      ></textarea>
    </div>
    <div class="bar" part="bar">
      ${variableButtons(state, change)} ${layoutMenu(state, change)} ${orderMenu(question, change)}
      ${structureMenu(state, change)} ${more}
    </div>
    <div class="bar" part="chips" role="group" aria-label="Kinds">
      ${state.kinds.map(kind => chip(kind, question, change))}
      <datalist id="kinds">${kinds.map(kind => html`<option value=${kind}></option>`)}</datalist>
    </div>
  </div>`
}

/** Stands behind the text with the same characters, so that what is wrong can be underlined. */
function mirror(text: string, problem: Problem | undefined): TemplateResult {
  const { start, end } = problem?.span ?? { start: 0, end: 0 }
  // At the end of the text there is no character to underline: a space takes its place.
  const wrong = text.slice(start, end) || (problem?.span ? ' ' : '')
  const mark = wrong === '' ? nothing : html`<mark part="wrong">${wrong}</mark>`
  // prettier-ignore
  return html`<pre class="mirror" aria-hidden="true">${text.slice(0, start)}${mark}${text.slice(end)}${'\n'}</pre>`
}

function variableButtons({ question, candidates }: EditorState, change: Change): TemplateResult {
  const chosen = namesOf(question.wrt)
  const toggle = (name: string) => {
    const rest = chosen.filter(other => other !== name)
    change({ wrt: (rest.length < chosen.length ? rest : [...chosen, name]).join(', ') })
  }
  const names = [...new Set([...candidates, ...chosen])]
  return html`<span class="group" part="variables" role="group" aria-label="Derive by">
    <span class="label">by</span>
    ${names.map(
      name => html`<button
        type="button"
        class="button"
        part="variable"
        aria-pressed=${chosen.includes(name) ? 'true' : 'false'}
        @click=${() => toggle(name)}
      >${name}</button>`,
    )}
  </span>`
}

function layoutMenu({ question, registry }: EditorState, change: Change): TemplateResult {
  const current = registry.layout(question.layout)?.name ?? question.layout
  const names = registry.layouts.map(({ name }) => name)
  return menu('layout', names, current, layout => change({ layout }))
}

function orderMenu({ order }: Question, change: Change): TemplateResult {
  return menu('order', ['1', '2'], String(order), chosen => change({ order: Number(chosen) }))
}

/** There where it makes a difference, or is the reason why nothing is derived. */
function structureMenu({ question, isStructured }: EditorState, change: Change): TemplateResult | typeof nothing {
  const { structure } = question
  if (!isStructured && structure === emptyQuestion.structure) return nothing
  return menu('structure', structureModes, structure, chosen => change({ structure: chosen as StructureMode }))
}

/** A menu that is a part with the name of its label; what is chosen is there even where nobody offers it. */
function menu(
  name: 'layout' | 'order' | 'structure',
  offered: readonly string[],
  current: string,
  choose: (chosen: string) => void,
): TemplateResult {
  return html`<label><span class="label">${name}</span><select
      part=${name}
      @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
    >
      ${[...new Set([...offered, current])].map(
        option => html`<option value=${option} .selected=${option === current}>${option}</option>`,
      )}
    </select></label>`
}

/** A name with its kind, which can be changed; an inferred one is dashed. */
function chip({ name, declaration, inferred }: NameAndKind, { variables }: Question, change: Change): TemplateResult {
  const declare = (event: Event) =>
    change({ variables: withDeclaration(variables, name, (event.target as HTMLInputElement).value) })
  return html`<label class=${inferred ? 'chip inferred' : 'chip'} part="chip"
    ><span>${name}:</span
    ><input
      list="kinds"
      spellcheck="false"
      autocapitalize="off"
      size=${Math.max(6, declaration.length)}
      aria-label=${`kind of ${name}${inferred ? ', inferred' : ''}`}
      .value=${live(declaration)}
      @change=${declare}
  /></label>`
}

/** What is wrong, and what to do about it. */
export function problemText(problem: Problem | undefined): TemplateResult {
  const text =
    problem === undefined
      ? nothing
      : html`${problem.message}${problem.suggestion ? html` <span part="suggestion">${problem.suggestion}</span>` : nothing}`
  return html`<p class="error" part="error" id="error" role="status">${text}</p>`
}
