import type { Limits, Problem, Registry } from '@matrix-derive/core'
import {
  type NameAndKind,
  namesUsed,
  type ProofDepth,
  type Success,
  successOf,
  writingOf,
} from '@matrix-derive/request'
import { standardRegistry } from '@matrix-derive/standard'
import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { type Chosen, createChooser } from './choosing.ts'
import { claimTemplate, type Judgement, judgementOf } from './claim.ts'
import { type Extent, latexOf, mathmlOf, plainTextOf } from './copying.ts'
import { derivationTemplate } from './derivation.ts'
import { editor, problemText } from './editor.ts'
import { MatrixDeriveChangeEvent, MatrixDeriveErrorEvent, MatrixDeriveSelectEvent } from './events.ts'
import { type Copied, copyMenu } from './menu.ts'
import { type Question, toHash } from './question.ts'
import { styles } from './styles.ts'
import { nextTask } from './turns.ts'
import { answerQuestion, type Shown } from './work.ts'

/** How much of the argument is shown: every line, the lines folded behind the result, or the result alone. */
export type Steps = 'all' | 'folded' | 'none'

/**
 * A live, checked matrix derivative: `<matrix-derive wrt="X">tr(A*X*B)</matrix-derive>`.
 *
 * @tagname matrix-derive
 * @slot - The program, where there is no `expression`. It is what readers see as long as the element is not defined.
 * @fires matrix-derive-change - Another derivation is shown, or its proof arrived. Bubbles, composed.
 * @fires matrix-derive-error - What was asked cannot be derived. Bubbles, composed.
 * @fires matrix-derive-select - A subexpression was chosen. Bubbles, composed.
 */
export class MatrixDerive extends LitElement {
  static override styles = styles
  static override properties = {
    expression: {},
    wrt: {},
    variables: {},
    layout: {},
    order: { type: Number },
    steps: {},
    editable: { type: Boolean, reflect: true },
    claim: {},
    proof: {},
    playground: {},
    registry: { attribute: false },
    limits: { attribute: false },
  }

  /** A program of the input language; where absent, the text of the element. */
  declare expression: string | undefined
  /** The variables to derive by: `X`, or several as `W, b`. */
  declare wrt: string
  /** Declarations: `A: symmetric(n); x: vector(n)`. What is missing is inferred. */
  declare variables: string
  /** The layout of the result, by name or alias. */
  declare layout: string
  /** How often to derive. */
  declare order: number
  /** How much of the argument is shown. */
  declare steps: Steps
  /** Whether readers may change the program. */
  declare editable: boolean
  /** Somebody's answer, to be checked. */
  declare claim: string | undefined
  /** How much is proved by computation: `steps`, `result` or `none`. */
  declare proof: ProofDepth
  /** The address of a playground page, to which copied links lead; the page with the element where absent. */
  declare playground: string | undefined
  /** Identities, operators and layouts; the standard ones where nothing else is said. */
  declare registry: Registry
  /** Bounds on the work, as for the command. */
  declare limits: Limits | undefined

  #shown: Shown | undefined
  #problem: Problem | undefined
  #candidates: readonly string[] = []
  #kinds: readonly NameAndKind[] = []
  #stale = false
  #copied: Copied | undefined
  #judgement: Judgement | undefined
  readonly #chooser = createChooser(
    () => (this.#shown === undefined ? [] : [this.#shown.lines, this.#shown.results]),
    chosen => chosen && this.#choose(chosen),
  )
  #work = new AbortController()

  constructor() {
    super()
    this.wrt = ''
    this.variables = ''
    this.layout = 'numerator'
    this.order = 1
    this.steps = 'all'
    this.editable = false
    this.proof = 'steps'
    this.registry = standardRegistry()
  }

  /** The derivation as the JSON of the command; undefined as long as there is none. */
  get derivation(): Success | undefined {
    if (this.#shown === undefined || this.#stale) return undefined
    const { solution, proof } = this.#shown
    return successOf(solution, { steps: true, ...(proof && { proof }) })
  }

  /** The derivation, or its result alone, for an article with amsmath. */
  toLatex(extent: Extent = 'derivation'): string {
    return this.#written(latexOf, extent)
  }

  /** The derivation, or its result alone, as lines of text. */
  toText(extent: Extent = 'derivation'): string {
    return this.#written(plainTextOf, extent)
  }

  /** The derivation, or its result alone, as one `math` element. */
  toMathML(extent: Extent = 'derivation'): string {
    return this.#written(mathmlOf, extent)
  }

  #written(write: typeof latexOf, extent: Extent): string {
    return this.#shown === undefined || this.#stale ? '' : write(this.#shown.solution, extent)
  }

  /** What is asked, from the attributes and the text. */
  get question(): Question {
    const { wrt, variables, layout, order } = this
    return {
      expression: this.#program,
      wrt: wrt ?? '',
      variables: variables ?? '',
      layout: layout || 'numerator',
      order,
    }
  }

  get #program(): string {
    return this.expression ?? this.textContent?.trim() ?? ''
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#work.abort()
  }

  override connectedCallback(): void {
    super.connectedCallback()
    // What was cancelled when the element left the page is taken up again.
    if (this.hasUpdated) this.#ask()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const asked = ['expression', 'wrt', 'variables', 'layout', 'order', 'steps', 'proof', 'registry', 'limits'] as const
    if (asked.some(name => changed.has(name))) this.#ask()
    else if (changed.has('claim')) this.#judge()
  }

  #ask(): void {
    this.#work.abort()
    this.#work = new AbortController()
    this.#stale = true
    const { registry, limits, steps, proof, question } = this
    const order = { question, registry, limits, steps, proof }
    answerQuestion(
      order,
      {
        variables: names => {
          this.#candidates = names
        },
        shown: shown => this.#show(shown),
        failed: problem => this.#fail(problem),
      },
      this.#work.signal,
    )
  }

  #show(shown: Shown): void {
    this.#shown = shown
    this.#kinds = namesUsed(shown.solution)
    this.#problem = undefined
    this.#stale = false
    this.requestUpdate()
    if (this.proof === 'none' || shown.proof !== undefined) this.#judge()
    this.updateComplete.then(() => {
      if (this.#shown === shown && !this.#stale) this.dispatchEvent(new MatrixDeriveChangeEvent(this.derivation!))
    })
  }

  /** A claim is checked last: it is derived, and proved, once more. */
  async #judge(): Promise<void> {
    const { claim, registry, question } = this
    const { signal } = this.#work
    this.#judgement = undefined
    if (!claim) return
    await nextTask()
    if (signal.aborted || this.#stale) return
    const judgement = await judgementOf(claim, question, registry)
    if (signal.aborted || claim !== this.claim) return
    this.#judgement = judgement
    this.requestUpdate()
  }

  #choose({ at, expression }: Chosen): void {
    const { solution } = this.#shown!
    const [text, latex] = (['text', 'latex'] as const).map(language =>
      writingOf(solution, language).expression(expression),
    )
    const { rows, cols } = expression.shape
    this.dispatchEvent(new MatrixDeriveSelectEvent({ line: at, text, latex, shape: [rows, cols] }))
  }

  async #copy(format: Copied): Promise<void> {
    const texts = {
      LaTeX: () => this.toLatex(),
      MathML: () => this.toMathML(),
      text: () => this.toText(),
      link: () => this.link,
    }
    await navigator.clipboard.writeText(texts[format]())
    this.#copied = format
    this.requestUpdate()
  }

  /** An address that leads to this derivation: in the playground, or else on this page. */
  get link(): string {
    const here = location.href.split('#')[0]
    if (this.playground !== undefined)
      return `${new URL(this.playground, here).href.split('#')[0]}#${toHash(this.question)}`
    return this.id === '' ? here : `${here}#${this.id}`
  }

  #fail(problem: Problem): void {
    this.#problem = problem
    this.requestUpdate()
    this.updateComplete.then(() => this.dispatchEvent(new MatrixDeriveErrorEvent(problem)))
  }

  get #manner() {
    const { steps, editable, proof } = this
    return { steps, editable, stale: this.#stale, proving: proof !== 'none' }
  }

  protected override render() {
    const { question, registry, editable, claim = '' } = this
    const problem = this.#problem
    const state = { question, registry, candidates: this.#candidates, kinds: this.#kinds, problem }
    const shown = this.#shown
    const change = (changed: Partial<Question>) => {
      this.#copied = undefined
      Object.assign(this, changed)
    }
    return html`<slot @slotchange=${() => this.expression === undefined && this.#ask()}></slot>
      ${
        editable
          ? editor(
              state,
              change,
              copyMenu(this.#copied, format => this.#copy(format)),
            )
          : nothing
      }
      ${problem && !editable ? html`<pre part="program">${question.expression}</pre>` : nothing} ${problemText(problem)}
      <div
        @mouseover=${this.#chooser.look}
        @mouseleave=${this.#chooser.leave}
        @focusin=${this.#chooser.look}
        @focusout=${this.#chooser.leave}
        @click=${this.#chooser.click}
        @keydown=${this.#chooser.key}
      >
        ${shown && (!problem || editable) ? derivationTemplate(shown, this.#manner) : nothing}
      </div>
      ${editable || claim ? claimTemplate({ claim, editable, judgement: this.#judgement }, next => this.#check(next)) : nothing}`
  }

  #check(claim: string): void {
    if (claim === this.claim) this.#judge()
    this.claim = claim
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'matrix-derive': MatrixDerive
  }
}
