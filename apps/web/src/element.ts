import {
  type Choice,
  defaultLimits,
  type Limits,
  type Problem,
  type Registry,
  type StructureMode,
} from '@matrix-derive/core'
import {
  hasStructuredVariable,
  type NameAndKind,
  namesUsed,
  type ProofDepth,
  type Solution,
  type Success,
  successOf,
  writingOf,
} from '@matrix-derive/request'
import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { choiceList, exploreBar, showAt } from './choices.ts'
import { type Chosen, createChooser } from './choosing.ts'
import { claimTemplate } from './claim.ts'
import { copied, type Extent, latexOf, mathmlOf, plainTextOf } from './copying.ts'
import { derivationTemplate, type Manner } from './derivation.ts'
import { editor, problemText } from './editor.ts'
import { MatrixDeriveChangeEvent, MatrixDeriveErrorEvent, MatrixDeriveSelectEvent } from './events.ts'
import { type Exploration, explore } from './explore.ts'
import { type Judgement, judgementOf } from './judging.ts'
import { type Copied, type Copying, copyMenu } from './menu.ts'
import { onRegistered, pageRegistry } from './plugins.ts'
import { namesOf, type Question, requestOf, toHash } from './question.ts'
import { styles } from './styles.ts'
import { nextTask, takingTurns } from './turns.ts'
import { answerQuestion, present, type Shown, type Watcher } from './work.ts'

/** How much of the argument is shown: every line, the lines folded behind the result, or the result alone. */
export type Steps = 'all' | 'folded' | 'none'

/** A change of these is none of the question. */
const besides: readonly PropertyKey[] = ['claim', 'editable', 'playground']

/**
 * A live, checked matrix derivative: `<matrix-derive wrt="X">tr(A*X*B)</matrix-derive>`.
 *
 * @tagname matrix-derive
 * @slot - The program, where there is no `expression`. It is what readers see as long as the element is not defined.
 * @fires matrix-derive-change - Another derivation is shown, or its proof arrived. Bubbles, composed.
 * @fires matrix-derive-error - What was asked cannot be derived. Bubbles, composed.
 * @fires matrix-derive-select - A subexpression was chosen. Bubbles, composed.
 * @csspart body - Everything that is shown of a derivation.
 * @csspart heading - The function that is derived, and the kinds of its names.
 * @csspart kinds - The kinds of the names.
 * @csspart derivation - The list of lines.
 * @csspart results - The list of derivatives, where the lines are folded or left out.
 * @csspart line - A line.
 * @csspart result - A line that is an answer.
 * @csspart left - What stands left of the equals sign.
 * @csspart relation - The equals sign.
 * @csspart middle - The right side with what is said below it.
 * @csspart right - The right side.
 * @csspart where - A definition that a line needs.
 * @csspart note - The layout and shape of a result, and the linear map that it is; another reading of the program.
 * @csspart reason - Verdict, reason and identity of a step.
 * @csspart verdict - Whether a step is proved.
 * @csspart title - The reason in words.
 * @csspart identity - The identity with its version.
 * @csspart conditions - What the derivation relies on.
 * @csspart proof - What was proved.
 * @csspart sources - Where the identities can be looked up.
 * @csspart fold - The lines, folded.
 * @csspart summary - What unfolds them.
 * @csspart program - The program, where it cannot be derived.
 * @csspart error - What is wrong.
 * @csspart suggestion - What to do about it.
 * @csspart editor - Everything to change the question with.
 * @csspart field - The frame of the program.
 * @csspart input - The program.
 * @csspart wrong - The characters that are wrong.
 * @csspart bar - The row of buttons and menus.
 * @csspart variables - What can be derived by.
 * @csspart variable - One name that can be derived by.
 * @csspart layout - The menu of layouts.
 * @csspart order - The menu of orders.
 * @csspart structure - The menu of what becomes of the structure of variables.
 * @csspart chips - The kinds of all names.
 * @csspart chip - The kind of one name.
 * @csspart copy - What can be copied.
 * @csspart copy-button - One format to copy.
 * @csspart claim-box - The field for an answer and what came of it.
 * @csspart claim - The field for an answer.
 * @csspart check - The button that checks it.
 * @csspart judgement - What came of it.
 * @csspart choices - The identities that apply at the chosen place.
 * @csspart choice - One of them.
 * @csspart explore - What there is to do by hand.
 * @csspart explore-button - One thing of it.
 * @cssproperty --matrix-derive-font - The typeface of words.
 * @cssproperty --matrix-derive-font-size - The size of everything.
 * @cssproperty --matrix-derive-math-font - The typeface of formulas; it needs a MATH table.
 * @cssproperty --matrix-derive-code-font - The typeface of programs and identities.
 * @cssproperty --matrix-derive-text-color - Words and formulas.
 * @cssproperty --matrix-derive-quiet-color - What is said beside.
 * @cssproperty --matrix-derive-accent-color - Verdicts, results, what has the focus.
 * @cssproperty --matrix-derive-mark-color - Behind what a step made.
 * @cssproperty --matrix-derive-before-color - Behind what it made that of.
 * @cssproperty --matrix-derive-rule-color - Lines and frames.
 * @cssproperty --matrix-derive-surface-color - Behind fields and buttons.
 * @cssproperty --matrix-derive-error-color - What is wrong.
 * @cssproperty --matrix-derive-line-gap - Between two lines.
 */
export class MatrixDerive extends LitElement {
  static override styles = styles
  static override properties = {
    expression: {},
    wrt: {},
    variables: {},
    layout: {},
    order: { type: Number },
    structure: {},
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
  /** What becomes of the structure of variables: `ignore`, `projected` or `independent`. */
  declare structure: StructureMode
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
  /** Identities, operators and layouts; those of the page where nothing else is said. */
  declare registry: Registry
  /** Bounds on the work, as for the command. */
  declare limits: Limits | undefined

  #shown: Shown | undefined
  #problem: Problem | undefined
  /** The program that was asked about last. */
  #asked = ''
  #candidates: readonly string[] = []
  #kinds: readonly NameAndKind[] = []
  #stale = false
  #copied: Copying | undefined
  #judgement: Judgement | undefined
  #exploration: Exploration | undefined
  /** The line of the chosen place. */
  #line: HTMLElement | undefined
  /** What may be done at the chosen place. */
  #choices: readonly Choice[] | undefined
  #handProblem: Problem | undefined
  /** Whether lines are shown that were made by hand. */
  #byHand = false
  readonly #chooser = createChooser(
    () => (this.#shown === undefined ? [] : [this.#shown.lines, this.#shown.results]),
    (chosen, open) => chosen && this.#choose(chosen, open),
  )
  #work = new AbortController()
  /** What the page had for elements without a registry of their own when this one last looked. */
  #pageRegistry = pageRegistry()
  /** Sees a program that changes, also where a framework changes the text in its node. */
  readonly #observer = new MutationObserver(() => this.#program !== this.#asked && this.#ask())
  /** Ends when there is another claim. */
  #judging = new AbortController()
  /** Ends when the element leaves the page. */
  #presence = new AbortController()

  constructor() {
    super()
    this.wrt = ''
    this.variables = ''
    this.layout = 'numerator'
    this.order = 1
    this.structure = 'ignore'
    this.steps = 'all'
    this.editable = false
    this.proof = 'steps'
    this.registry = pageRegistry()
  }

  /** The derivation as the JSON of the command; undefined as long as there is none. */
  get derivation(): Success | undefined {
    if (this.#shown === undefined || this.#stale) return undefined
    return dataOf(this.#shown)
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
    const { wrt, variables, layout, order, structure } = this
    return {
      expression: this.#program,
      wrt: wrt ?? '',
      variables: variables ?? '',
      layout: layout || 'numerator',
      order: order ?? 1,
      structure: structure || 'ignore',
    }
  }

  get #program(): string {
    return this.expression ?? this.textContent?.trim() ?? ''
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#observer.disconnect()
    this.#presence.abort()
    this.#work.abort()
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#presence = new AbortController()
    onRegistered(() => this.#followPage(), this.#presence.signal)
    this.#followPage()
    this.#observer.observe(this, { characterData: true, childList: true, subtree: true })
    if (this.hasUpdated) this.#resume()
  }

  /** Takes what the page registered, unless the element was given a registry of its own. */
  #followPage(): void {
    if (this.registry === this.#pageRegistry) this.registry = pageRegistry()
    this.#pageRegistry = pageRegistry()
  }

  /** Takes up what was cancelled when the element left the page; what is done, also by hand, stays. */
  #resume(): void {
    const shown = this.#shown
    if (shown === undefined || this.#stale || this.#program !== this.#asked) this.#ask()
    else if (this.#extent.proof !== 'none' && shown.proof === undefined) this.#present(shown.solution)
    else {
      this.#work = new AbortController()
      if (this.#judgement && !this.#judgement.verdict) this.#judge()
    }
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if ([...changed.keys()].some(name => !besides.includes(name))) this.#ask()
    else if (changed.has('claim')) this.#judge()
  }

  #ask(): void {
    this.#work.abort()
    this.#work = new AbortController()
    this.#stale = true
    this.#judgement = undefined
    const { registry, limits, question } = this
    this.#exploration = undefined
    this.#byHand = false
    this.#asked = question.expression
    this.requestUpdate()
    answerQuestion({ question, registry, limits, ...this.#extent }, this.#watcher, this.#work.signal)
  }

  readonly #watcher: Watcher = {
    variables: names => {
      this.#candidates = names
    },
    growing: shown => {
      this.#shown = shown
      this.requestUpdate()
    },
    shown: shown => this.#show(shown),
    failed: problem => this.#fail(problem),
  }

  #show(shown: Shown): void {
    this.#shown = shown
    this.#kinds = namesUsed(shown.solution)
    this.#problem = undefined
    this.#stale = false
    this.requestUpdate()
    if (this.#extent.proof === 'none' || shown.proof !== undefined) this.#judge()
    this.updateComplete.then(() => {
      if (this.#byHand) keepFocus(shown.lines.at(-1)?.right)
      if (this.#shown === shown && !this.#stale) this.dispatchEvent(new MatrixDeriveChangeEvent(() => dataOf(shown)))
    })
  }

  /** A claim is checked last: it is derived, and proved, once more. */
  async #judge(): Promise<void> {
    const { claim, registry, limits = defaultLimits, question } = this
    this.#judging.abort()
    this.#judging = new AbortController()
    this.#judgement = undefined
    if (!claim || this.#stale) return
    const signal = AbortSignal.any([this.#work.signal, this.#judging.signal])
    this.#judgement = { detail: 'checking …' }
    this.requestUpdate()
    await nextTask()
    if (signal.aborted) return
    const judgement = await judgementOf(claim, requestOf(question), { registry, limits, signal, pause: takingTurns() })
    if (signal.aborted) return
    this.#judgement = judgement
    this.requestUpdate()
  }

  #choose(chosen: Chosen, open: boolean): void {
    const { at, expression, lines } = chosen
    this.#line = lines[at].right
    const { solution } = this.#shown!
    const [text, latex] = (['text', 'latex'] as const).map(language =>
      writingOf(solution, language).expression(expression),
    )
    const { rows, cols } = expression.shape
    this.dispatchEvent(new MatrixDeriveSelectEvent({ line: at, text, latex, shape: [rows, cols] }))
    if (!open || chosen.lines[at].line.at === undefined) return
    this.#exploration ??= explore(this.question, this.registry, this.limits)
    // Where nothing applies, it may to what is around.
    let here: Chosen | undefined = chosen
    let place = chosen.place
    do {
      place = here.place
      this.#choices = this.#exploration.choicesAt(here)
      here = this.#choices?.length === 0 ? this.#chooser.widen() : undefined
    } while (here !== undefined)
    this.#handProblem = undefined
    this.requestUpdate()
    this.updateComplete.then(() => showAt(this.renderRoot.querySelector<HTMLElement>('[popover]')!, place))
  }

  /** Who closes the choices by key is at the line again where they were asked for. */
  #toggled({ newState }: ToggleEvent): void {
    if (newState === 'closed') keepFocus(this.#line)
  }

  /** Goes on by hand, and shows what came of it. */
  #go(intent: Parameters<Exploration['go']>[0]): void {
    this.#handProblem = this.#exploration!.go(intent)
    this.renderRoot.querySelector<HTMLElement>('[popover]')!.hidePopover()
    this.requestUpdate()
    if (this.#handProblem !== undefined) return
    this.#byHand = true
    this.#present(this.#exploration!.look().solution)
  }

  #present(solution: Solution): void {
    this.#work.abort()
    this.#work = new AbortController()
    present(solution, this.#extent, this.#watcher, this.#work.signal)
  }

  #act(action: Parameters<Parameters<typeof exploreBar>[1]>[0]): void {
    if (action === 'leave') this.#ask()
    else if (action === 'restart') {
      this.#go({ kind: 'edit', question: requestOf(this.question), by: 'hand' })
    } else this.#go({ kind: action })
  }

  async #copy(format: Copied): Promise<void> {
    const texts = {
      LaTeX: () => this.toLatex(),
      MathML: () => this.toMathML(),
      text: () => this.toText(),
      link: () => this.link,
    }
    this.#copied = { format, done: await copied(texts[format]()) }
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

  /** How much is shown and proved; as usual where an attribute says nothing, or something else. */
  get #extent(): { readonly steps: Steps; readonly proof: ProofDepth } {
    const { steps, proof } = this
    return {
      steps: steps === 'folded' || steps === 'none' ? steps : 'all',
      proof: proof === 'result' || proof === 'none' ? proof : 'steps',
    }
  }

  get #manner(): Manner {
    const { steps, proof } = this.#extent
    return { steps, stale: this.#stale, proving: proof !== 'none' }
  }

  protected override render() {
    const { question, registry, editable, claim = '' } = this
    const problem = this.#problem
    const shown = this.#shown
    const isStructured = shown !== undefined && hasStructuredVariable(shown.solution)
    const state = { question, registry, candidates: this.#candidates, kinds: this.#kinds, isStructured, problem }
    const change = (changed: Partial<Question>) => {
      this.#copied = undefined
      Object.assign(this, changed)
    }
    const solution = this.#exploration?.look().solution ?? shown?.solution
    return html`<slot></slot>
      <div class="page" lang="en" dir="ltr"><div class="frame">
        <div class="side">
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
          ${editable ? this.#claimBox(claim) : nothing}
        </div>
        <div
          class="main"
          @mouseover=${this.#chooser.look}
          @mouseleave=${this.#chooser.leave}
          @focusin=${this.#chooser.look}
          @focusout=${this.#chooser.leave}
          @click=${this.#chooser.click}
          @keydown=${this.#chooser.key}
        >
          ${this.#byHand && this.#exploration ? this.#bar(this.#exploration) : nothing}
          ${shown && (!problem || editable) ? derivationTemplate(shown, this.#manner) : nothing}
          ${!editable && claim ? this.#claimBox(claim) : nothing}
        </div>
      </div>
      <div popover class="popover" part="choices" role="group" aria-label="What applies here" @toggle=${this.#toggled}>
        ${solution ? choiceList(this.#choices, solution, choice => this.#go({ kind: 'apply', choice })) : nothing}
      </div></div>`
  }

  #claimBox(claim: string) {
    const [variable, ...others] = namesOf(this.wrt ?? '')
    const state = { claim, editable: this.editable, variable: others.length === 0 ? undefined : variable }
    return claimTemplate({ ...state, judgement: this.#judgement }, next => this.#check(next))
  }

  #bar(exploration: Exploration) {
    const { tab, complete } = exploration.look()
    const state = { canUndo: tab.past.length > 0, canRedo: tab.future.length > 0, complete, problem: this.#handProblem }
    return exploreBar(state, action => this.#act(action))
  }

  #check(claim: string): void {
    if (claim === this.claim) this.#judge()
    this.claim = claim
  }
}

/** The focus goes to a line where it is lost with what had it, or is about to be. */
function keepFocus(line: HTMLElement | undefined): void {
  const root = line?.getRootNode() as ShadowRoot | undefined
  const isLost = root?.activeElement ? !root.activeElement.checkVisibility() : document.activeElement === document.body
  if (isLost) line?.focus({ preventScroll: true })
}

function dataOf({ solution, proof }: Shown): Success {
  return successOf(solution, { steps: true, ...(proof && { proof }) })
}

declare global {
  interface HTMLElementTagNameMap {
    'matrix-derive': MatrixDerive
  }
}
