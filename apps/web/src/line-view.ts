import { type Solution, verdictMarks, type Writing } from '@matrix-derive/request'
import type { Checked } from '@matrix-derive/verify'
import { formulaOf, mathOf, placesOf } from './formula.ts'
import { type Line, stepOf, writtenLines } from './lines.ts'

/** A line on the page. */
export interface LineView {
  readonly line: Line
  readonly root: HTMLElement
  /** The right side, in which subexpressions are marked and chosen. */
  readonly right: HTMLElement
  readonly verdict: HTMLElement
}

/** An element with a class, which is its part as well; texts become text nodes. */
export function make(tag: string, part: string, ...children: readonly (Node | string)[]): HTMLElement {
  const element = document.createElement(tag)
  element.className = part
  element.setAttribute('part', part)
  element.append(...children)
  return element
}

/** The lines of a solution on the page, one at a time. */
export function* viewLines(solution: Solution, writing: Writing, steps: boolean): Generator<LineView, void> {
  let number = 0
  for (const line of writtenLines(solution, writing, steps)) yield viewOf(line, number++)
}

function viewOf(line: Line, number: number): LineView {
  const left = make('span', 'left')
  if (line.left !== '') left.append(mathOf(line.left))
  const right = make('div', 'right', formulaOf(line.right))
  right.tabIndex = 0
  right.setAttribute('role', 'group')
  right.setAttribute('aria-label', line.result ? 'result' : `line ${number + 1}`)
  const middle = make('div', 'middle', right, ...line.where.map(definition => withDefinition(definition)))
  if (line.note !== undefined) middle.append(make('p', 'note', `${line.note[0]}, `, mathOf(line.note[1])))
  if (line.map !== undefined) middle.append(scrolling(make('p', 'note', 'as a linear map: ', formulaOf(line.map))))
  const verdict = make('span', 'verdict')
  const reason = make('div', 'reason')
  if (line.identity !== undefined) {
    const { name, version, source } = line.identity
    const identity = make('span', 'identity', `${name} ${version}`)
    identity.title = source
    reason.append(verdict, make('span', 'title', line.reason!), ' ', identity)
  }
  const root = make('li', 'line', left, make('span', 'relation', line.equals ? '=' : ''), middle, reason)
  if (line.first && number > 0) root.classList.add('first')
  if (line.result) {
    root.classList.add('result')
    root.setAttribute('part', 'line result')
  }
  return { line, root, right, verdict }
}

/** What may be too long for the page can be scrolled by key. */
function scrolling(element: HTMLElement): HTMLElement {
  element.tabIndex = 0
  return element
}

const withDefinition = (definition: string): HTMLElement =>
  scrolling(make('div', 'where', 'with ', formulaOf(definition)))

const verdictWords = { proved: 'proved', agrees: 'agrees numerically', unchecked: 'not checked' } as const

export function showVerdict({ verdict }: LineView, { verdict: found, reason }: Checked): void {
  verdict.textContent = verdictMarks[found]
  verdict.title = reason === undefined ? verdictWords[found] : `${verdictWords[found]}: ${reason}`
  verdict.setAttribute('role', 'img')
  verdict.setAttribute('aria-label', verdictWords[found])
  verdict.dataset.verdict = found
}

/** Marks what the step to this line changed: here what it made, above what it made that of. */
export function markChanges(views: readonly LineView[], at: number): void {
  const step = stepOf(views[at].line)
  if (step === undefined) return
  const mark = (view: LineView | undefined, expressions: typeof step.from, name: string) => {
    const places = view === undefined ? [] : expressions.flatMap(expression => placesOf(view.right, expression))
    for (const place of places) place.classList.add(name)
  }
  mark(views[at - 1], step.from, 'before')
  mark(views[at], step.to, 'after')
}

export function unmark(views: readonly LineView[], ...names: readonly string[]): void {
  for (const { right } of views) {
    for (const place of right.querySelectorAll(names.map(name => `.${name}`).join())) place.classList.remove(...names)
  }
}
