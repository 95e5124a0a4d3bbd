import { type Expression, reachable } from '@matrix-derive/core'
import { type LineView, markChanges, unmark } from './line-view.ts'

/** A place in a formula that someone points at. */
export interface Chosen {
  readonly lines: readonly LineView[]
  /** Which of the lines. */
  readonly at: number
  readonly place: Element
  readonly expression: Expression
}

/** What the reader does with lines: looks at what changed, and chooses subexpressions by click and by key. */
export interface Chooser {
  /** Marks what the step at a line changed, and nothing where it is no line. */
  look(event: Event): void
  leave(): void
  /** Points at what is around the chosen place; undefined where that is the whole line. */
  widen(): Chosen | undefined
  click(event: Event): void
  key(event: KeyboardEvent): void
}

/**
 * @param shown the lists of lines on the page
 * @param choose told what is chosen; `open` where more is wanted than to point at it
 */
export function createChooser(
  shown: () => readonly (readonly LineView[])[],
  choose: (chosen: Chosen | undefined, open: boolean) => void,
): Chooser {
  let chosen: Chosen | undefined
  let looked: readonly LineView[] = []

  const lineOf = (event: Event): { lines: readonly LineView[]; at: number } | undefined => {
    const node = event.composedPath()[0] as Node
    for (const lines of shown()) {
      const at = lines.findIndex(({ root }) => root.contains(node))
      if (at >= 0) return { lines, at }
    }
    return undefined
  }

  const mark = (lines: readonly LineView[], at: number, place: Element | undefined) => {
    if (chosen !== undefined) unmark(chosen.lines, 'chosen')
    const expression = place && expressionAt(lines[at], place)
    chosen = place && expression && { lines, at, place, expression }
    chosen?.place.classList.add('chosen')
  }

  const point = (lines: readonly LineView[], at: number, place: Element | undefined, open: boolean) => {
    mark(lines, at, place)
    choose(chosen, open && chosen !== undefined)
  }

  return {
    look(event) {
      unmark(looked, 'before', 'after')
      const line = lineOf(event)
      looked = line?.lines ?? []
      if (line !== undefined) markChanges(line.lines, line.at)
    },
    leave() {
      unmark(looked, 'before', 'after')
    },
    widen() {
      const outer = chosen && above(chosen.lines[chosen.at].right, chosen.place)
      if (chosen === undefined || outer === undefined) return undefined
      mark(chosen.lines, chosen.at, outer)
      return chosen
    },
    click(event) {
      const line = lineOf(event)
      if (line === undefined) return
      const { right } = line.lines[line.at]
      const place = (event.composedPath()[0] as Element).closest('[data-id]')
      if (place !== null && right.contains(place)) point(line.lines, line.at, place, true)
    },
    key(event) {
      const line = lineOf(event)
      if (line === undefined || event.ctrlKey || event.metaKey || event.altKey) return
      const { lines, at } = line
      // What scrolls beside a line keeps its own keys.
      if (!lines[at].right.contains(event.composedPath()[0] as Node)) return
      const here = chosen !== undefined && chosen.lines[chosen.at] === lines[at] ? chosen.place : undefined
      const to = (place: Element | undefined) => {
        point(lines, at, place, false)
        place?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      }
      const moves: Readonly<Record<string, () => unknown>> = {
        ArrowRight: () => to(here ? beside(lines[at].right, here, 1) : placesIn(lines[at].right)[0]),
        ArrowLeft: () => to(here ? beside(lines[at].right, here, -1) : placesIn(lines[at].right).at(-1)),
        ArrowDown: () => (here ? to(placesIn(here)[0] ?? here) : lines[at + 1]?.right.focus()),
        ArrowUp: () => (here ? to(above(lines[at].right, here)) : lines[at - 1]?.right.focus()),
        Enter: () => here && point(lines, at, here, true),
        Escape: () => to(undefined),
      }
      const move = Object.hasOwn(moves, event.key) ? moves[event.key] : undefined
      if (move === undefined) return
      event.preventDefault()
      move()
    },
  }
}

/** The marked places directly below one. */
function placesIn(root: Element): Element[] {
  const inner = [...root.querySelectorAll('[data-id]')]
  return inner.filter(
    place =>
      place.parentElement!.closest('[data-id]') === (root.closest('[data-id]') ?? null) || place.parentElement === root,
  )
}

const above = (right: Element, place: Element): Element | undefined => {
  const outer = place.parentElement!.closest('[data-id]')
  return outer !== null && right.contains(outer) ? outer : undefined
}

/** The place beside one, as far as there is any. */
function beside(right: Element, place: Element, step: 1 | -1): Element {
  const siblings = placesIn(above(right, place) ?? right)
  return siblings[siblings.indexOf(place) + step] ?? place
}

function expressionAt({ line }: LineView, place: Element): Expression | undefined {
  const id = Number(place.getAttribute('data-id'))
  return reachable([line.expression]).find(node => node.id === id)
}
