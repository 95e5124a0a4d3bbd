import type { Identity } from '@matrix-derive/core'
import { identitiesFound } from '@matrix-derive/request'
import { standardRegistry } from '@matrix-derive/standard'
import { html, nothing, render, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { copied } from '../copying.ts'
import { fromHash, type MatrixDerive, type Question, toHash } from '../index.ts'
import { type Known, law, proofOf, setFormulas } from './catalogue.ts'
import { type Lesson, lessons } from './lessons.ts'
import { snippetOf } from './snippet.ts'

const registry = standardRegistry()
const first: Question = { ...fromHash(''), expression: 'tr(A*X*B)', wrt: 'X', layout: 'denominator' }

const views = { derive: 'Derive', layouts: 'Layouts', tutorial: 'Tutorial', identities: 'Identities', embed: 'Embed' }
type View = keyof typeof views

/** All that the page is about; it stands in the address, so that an address is a derivation. */
interface State {
  readonly view: View
  readonly question: Question
  readonly search: string
}

function stateFrom(hash: string): State {
  const parts = new URLSearchParams(hash.replace(/^#/, ''))
  const view = parts.get('view') ?? ''
  return {
    view: Object.hasOwn(views, view) ? (view as View) : 'derive',
    question: parts.has('expression') ? fromHash(hash) : first,
    search: parts.get('search') ?? '',
  }
}

function addressOf({ view, question, search }: State): string {
  const parts = new URLSearchParams(toHash(question))
  if (view !== 'derive') parts.set('view', view)
  if (search !== '') parts.set('search', search)
  return `#${parts}`
}

let state = stateFrom(location.hash)
const known: Known = { formulas: new Map(), proofs: new Map() }
/** What became of copying a snippet. */
const copies = new Map<string, string>()

/** The page after a change; going back leads to what was looked at before, not to every key that was pressed. */
function change(changed: Partial<State>): void {
  state = { ...state, ...changed }
  history.replaceState(null, '', addressOf(state))
  show()
}

function show(): void {
  document.title = `${views[state.view]}: matrix-derive`
  const links = Object.entries(views).map(
    ([view, title]) =>
      html`<a href=${addressOf({ ...state, view: view as View, search: '' })} aria-current=${view === state.view ? 'page' : nothing}>${title}</a>`,
  )
  render(links, document.querySelector('nav')!)
  render(pages[state.view](), document.querySelector('main')!)
  for (const waiting of document.querySelectorAll('.lesson:not(:has(matrix-derive))')) nearby.observe(waiting)
}

const pages: Readonly<Record<View, () => TemplateResult>> = {
  derive: () => html`<h1>A matrix derivative, step by named step</h1>
    ${editor()}`,
  layouts: () => html`<h1>One derivative, every layout</h1>
    <p>Sources disagree on how the entries of a derivative are arranged. Here is what each convention makes of it.</p>
    ${editor('none')}
    <div class="side-by-side">${registry.layouts.map(({ name }) => inLayout(name))}</div>`,
  tutorial: () => html`<h1>First derivations, live</h1>
    ${lessons.map(({ title, text }) => html`<section class="lesson" data-lesson=${title}><h2>${title}</h2><p class="prose">${text}</p></section>`)}`,
  identities: () => {
    if (known.formulas.size === 0) setFormulas(registry, known, show)
    const identities = identitiesFound(registry, state.search)
    const prove = async (identity: Identity) => {
      known.proofs.set(identity.name, 'proving …')
      show()
      known.proofs.set(identity.name, await proofOf(identity, registry))
      show()
    }
    return html`<h1>The catalogue of identities</h1>
      <p><input class="tool" type="search" aria-label="Search the identities" placeholder="trace, kron, Cookbook …" .value=${state.search} @input=${(event: Event) => change({ search: (event.target as HTMLInputElement).value })} /></p>
      <p class="count" role="status">${identities.length} of ${registry.identities.length}</p>
      ${repeat(
        identities,
        ({ name }) => name,
        identity => law(identity, registry, known, () => prove(identity)),
      )}`
  },
  embed: () => {
    const snippet = snippetOf(state.question, new URL('matrix-derive.js', location.href).href)
    const copy = async () => {
      copies.set(snippet, (await copied(snippet)) ? '✓ copied' : 'this page may not use the clipboard')
      show()
    }
    return html`<h1>In your page</h1>
      <p>One script and one element. The file stands alone: put a copy beside your page and change the address.</p>
      <textarea class="tool" readonly aria-label="HTML to copy" .value=${snippet}></textarea>
      <button class="tool" type="button" @click=${copy}>Copy</button> <small role="status">${copies.get(snippet) ?? ''}</small>
      ${element(state.question)}`
  },
}

function element(question: Question, steps = 'all'): TemplateResult {
  const { expression, wrt, variables, layout, order, structure } = question
  return html`<matrix-derive .expression=${expression} .wrt=${wrt} .variables=${variables} .layout=${layout} .order=${order} .structure=${structure} .steps=${steps}></matrix-derive>`
}

function inLayout(layout: string): TemplateResult {
  return html`<section><h2>${layout}</h2>${element({ ...state.question, layout }, 'none')}</section>`
}

/** The element in which readers change the question; the address follows. */
function editor(steps = 'all'): TemplateResult {
  const { expression, wrt, variables, layout, order, structure } = state.question
  const follow = (event: Event) => {
    const { question } = event.target as MatrixDerive
    if (toHash(question) !== toHash(state.question)) change({ question })
  }
  return html`<matrix-derive
    editable
    playground="."
    .expression=${expression} .wrt=${wrt} .variables=${variables} .layout=${layout} .order=${order} .structure=${structure} .steps=${steps}
    @matrix-derive-change=${follow} @matrix-derive-error=${follow}
  ></matrix-derive>`
}

/** Lessons are derived when they come near: nobody waits for what is far below. */
const nearby = new IntersectionObserver(
  entries => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue
      nearby.unobserve(target)
      const lesson = lessons.find(({ title }) => title === (target as HTMLElement).dataset.lesson)
      if (lesson !== undefined) target.append(elementOf(lesson))
    }
  },
  { rootMargin: '400px' },
)

function elementOf({ attributes }: Lesson): Element {
  const made = document.createElement('matrix-derive')
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  return made
}

addEventListener('hashchange', () => {
  state = stateFrom(location.hash)
  show()
})
show()
