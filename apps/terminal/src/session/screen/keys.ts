import type { ExportFormat, Request, Scene } from '../scene.ts'
import { edited, emptyInput, type Key } from './input.ts'
import { askKeys } from './keys-ask.ts'
import { emptyForm, formOf, type Mode, type Reaction, type Screen } from './state.ts'

export const exportFormats: readonly ExportFormat[] = ['latex', 'markdown', 'text', 'derivation']

/** What a key does, in any mode. */
export function react(screen: Screen, scene: Scene, character: string, key: Key): Reaction {
  if (key.ctrl && character === 'c') return { screen, effect: 'quit' }
  switch (screen.mode) {
    case 'ask':
      return askKeys(screen, scene, character, key)
    case 'lines':
      return linesKeys(screen, scene, character, key)
    case 'explore':
      return exploreKeys(screen, scene, character, key)
    case 'check':
    case 'numbers':
      return typingKeys(screen, character, key)
    case 'export':
      return exportKeys(screen, character, key)
    case 'search':
      return searchKeys(screen, scene, character, key)
    case 'note':
    case 'help':
      return readingKeys(screen, scene, character, key)
  }
}

const intent = (intent: Extract<Request, { kind: 'intent' }>['intent']): Request => ({ kind: 'intent', intent })

const to = (screen: Screen, mode: Mode, more: Partial<Screen> = {}): Screen => {
  const back = screen.mode === 'explore' ? 'explore' : 'lines'
  return { ...screen, mode, back, again: mode === 'note' ? back : mode, selected: 0, scrolled: 0, ...more }
}

/** Keys that mean the same among the lines and inside of one. */
function workKeys(screen: Screen, scene: Scene, character: string, key: Key): Reaction | undefined {
  const { sheet, active, tabs } = scene
  if (key.tab && tabs.length > 1) {
    const next = (active + (key.shift ? tabs.length - 1 : 1)) % tabs.length
    return { screen: { ...screen, offset: 0 }, requests: [intent({ kind: 'switch', tab: next })] }
  }
  if (/^[1-9]$/.test(character) && Number(character) <= tabs.length) {
    return { screen: { ...screen, offset: 0 }, requests: [intent({ kind: 'switch', tab: Number(character) - 1 })] }
  }
  const asks = (...requests: Request[]): Reaction => ({ screen: { ...screen, selected: 0 }, requests })
  switch (character) {
    case 'u':
      return asks(intent({ kind: 'undo' }))
    case 'r':
      return asks(intent({ kind: 'redo' }))
    case 'f':
      return asks(intent({ kind: 'finish' }))
    case 's':
      return asks(intent({ kind: 'advance' }))
    case 'h':
      return { screen: to(screen, 'note'), requests: [{ kind: 'hint' }] }
    case '[':
    case ']': {
      if (sheet === undefined || sheet.branches < 2) return { screen }
      const next = (sheet.branch + (character === '[' ? sheet.branches - 1 : 1)) % sheet.branches
      return asks(intent({ kind: 'branch', branch: next }))
    }
    case 'd':
      return asks(intent({ kind: 'drop-branch' }))
    case 'l': {
      if (sheet === undefined) return { screen }
      const { layouts, question } = sheet
      const layout = layouts[(layouts.indexOf(question.layout) + 1) % layouts.length]
      return asks(intent({ kind: 'layout', layout }))
    }
    case 'c':
      return { screen: to(screen, 'check', { input: emptyInput }) }
    case 'n':
      return { screen: to(screen, 'numbers', { input: emptyInput }) }
    case 'e':
      return { screen: to(screen, 'export', { input: emptyInput }) }
    case '/':
      return { screen: to(screen, 'search', { input: emptyInput }), requests: [{ kind: 'search', words: '' }] }
    case '?':
      return { screen: to(screen, 'help') }
    case 'o':
      return { screen: { ...screen, mode: 'ask', field: 'program', example: -1, form: emptyForm } }
    case 'p':
      return sheet === undefined
        ? { screen }
        : {
            screen: {
              ...screen,
              mode: 'ask',
              field: 'program',
              example: -1,
              form: formOf(sheet.question, sheet.layouts),
            },
          }
    case 'w':
      return {
        screen: { ...screen, mode: tabs.length > 1 ? 'lines' : 'ask', offset: 0 },
        requests: [intent({ kind: 'close' })],
      }
    case '<':
      return { screen: { ...screen, offset: Math.max(0, screen.offset - 10) } }
    case '>':
      return { screen: { ...screen, offset: screen.offset + 10 } }
    case 'q':
      return { screen, effect: 'quit' }
    default:
      return undefined
  }
}

const page = 10

function linesKeys(screen: Screen, scene: Scene, character: string, key: Key): Reaction {
  const line = (by: number): Reaction => ({
    screen: { ...screen, offset: 0 },
    requests: [intent({ kind: 'line', by })],
  })
  if (key.downArrow || character === 'j') return line(1)
  if (key.upArrow || character === 'k') return line(-1)
  if (key.pageDown) return line(page)
  if (key.pageUp) return line(-page)
  if (key.home || character === 'g') return line(Number.NEGATIVE_INFINITY)
  if (key.end || character === 'G') return line(Number.MAX_SAFE_INTEGER)
  if (key.return) return { screen: { ...screen, unfolded: !screen.unfolded } }
  if (key.rightArrow || character === 'x')
    return { screen: { ...screen, mode: 'explore', unfolded: false, selected: 0 } }
  return workKeys(screen, scene, character, key) ?? { screen }
}

function exploreKeys(screen: Screen, scene: Scene, character: string, key: Key): Reaction {
  const tree = (direction: 'in' | 'out' | 'left' | 'right'): Reaction => ({
    screen: { ...screen, selected: 0 },
    requests: [intent({ kind: 'tree', direction })],
  })
  const count = scene.sheet?.choices.length ?? 0
  const select = (by: number): Reaction => ({
    screen: { ...screen, selected: Math.max(0, Math.min(count - 1, screen.selected + by)) },
  })
  if (key.downArrow) return tree('in')
  if (key.upArrow) return scene.sheet?.depth === 0 ? { screen: { ...screen, mode: 'lines' } } : tree('out')
  if (key.leftArrow) return tree('left')
  if (key.rightArrow) return tree('right')
  if (character === 'j') return select(1)
  if (character === 'k') return select(-1)
  if (key.pageDown) return select(page)
  if (key.pageUp) return select(-page)
  if (key.return) {
    return count === 0
      ? { screen }
      : { screen: { ...screen, selected: 0 }, requests: [{ kind: 'apply', choice: screen.selected }] }
  }
  if (key.escape || character === 'x') return { screen: { ...screen, mode: 'lines' } }
  return workKeys(screen, scene, character, key) ?? { screen }
}

/** An answer to be checked, or a file of numbers. */
function typingKeys(screen: Screen, character: string, key: Key): Reaction {
  const { mode, input, seed } = screen
  if (key.escape) return { screen: { ...screen, mode: screen.back } }
  if (key.return) {
    const text = input.text.trim()
    if (mode === 'check') {
      if (text === '') return { screen: { ...screen, mode: screen.back } }
      return { screen: { ...screen, mode: 'note', scrolled: 0 }, requests: [{ kind: 'check', claim: text }] }
    }
    const request: Request = text === '' ? { kind: 'numbers', seed } : { kind: 'numbers', file: text, seed }
    return { screen: { ...screen, mode: 'note', scrolled: 0, seed: seed + 1 }, requests: [request] }
  }
  const next = edited(input, character, key)
  return { screen: next === undefined ? screen : { ...screen, input: next } }
}

function exportKeys(screen: Screen, character: string, key: Key): Reaction {
  const { input } = screen
  const turn = (by: number) => {
    const at = exportFormats.indexOf(screen.format) + by + exportFormats.length
    return { screen: { ...screen, format: exportFormats[at % exportFormats.length] } }
  }
  if (key.escape) return { screen: { ...screen, mode: screen.back } }
  if (key.tab || key.downArrow) return turn(key.shift ? -1 : 1)
  if (key.upArrow) return turn(-1)
  if (key.return) {
    const file = input.text.trim()
    const request: Request = { kind: 'export', format: screen.format, ...(file !== '' && { file }) }
    return { screen: { ...screen, mode: 'note', scrolled: 0 }, requests: [request] }
  }
  const next = edited(input, character, key)
  return { screen: next === undefined ? screen : { ...screen, input: next } }
}

function searchKeys(screen: Screen, scene: Scene, character: string, key: Key): Reaction {
  const laws = scene.laws ?? []
  const select = (by: number): Reaction => ({
    screen: { ...screen, selected: Math.max(0, Math.min(laws.length - 1, screen.selected + by)) },
  })
  if (key.escape) return { screen: { ...screen, mode: screen.back } }
  if (key.downArrow) return select(1)
  if (key.upArrow) return select(-1)
  if (key.pageDown) return select(page)
  if (key.pageUp) return select(-page)
  if (key.return) {
    const law = laws[screen.selected]
    if (law === undefined) return { screen }
    return { screen: { ...screen, mode: 'note', scrolled: 0 }, requests: [{ kind: 'identity', name: law.name }] }
  }
  const next = edited(screen.input, character, key)
  if (next === undefined) return { screen }
  const request: Request = { kind: 'search', words: next.text }
  return { screen: { ...screen, input: next, selected: 0 }, requests: next.text === screen.input.text ? [] : [request] }
}

function readingKeys(screen: Screen, scene: Scene, character: string, key: Key): Reaction {
  const scroll = (by: number) => ({ screen: { ...screen, scrolled: Math.max(0, screen.scrolled + by) } })
  if (key.downArrow || character === 'j') return scroll(1)
  if (key.upArrow || character === 'k') return scroll(-1)
  if (key.pageDown) return scroll(page)
  if (key.pageUp) return scroll(-page)
  if (character === 'q' && screen.mode === 'help') return { screen: { ...screen, mode: screen.back } }
  if (key.escape || key.return || character === '?' || character === 'q' || character === ' ') {
    return { screen: { ...screen, mode: scene.tabs.length === 0 ? 'ask' : screen.back } }
  }
  // Any other key is for the work below: a hint need not be put away before it is followed.
  if (screen.mode === 'help') return { screen }
  const below: Screen = { ...screen, mode: screen.back }
  return react(below, scene, character, key)
}
