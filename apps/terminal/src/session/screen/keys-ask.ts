import type { Asking } from '@matrix-derive/exploration'
import type { Request, Scene } from '../scene.ts'
import { edited, type Input, inputOf, type Key } from './input.ts'
import { declarationsIn, examples, type Form, fields, layoutNames, type Reaction, type Screen } from './state.ts'

/** The question that a form puts. By what it is derived may be left to be guessed. */
export function asking(form: Form, scene: Scene): Asking {
  const typed = form.by.text.split(/[\s,]+/).filter(Boolean)
  return {
    expression: form.program.text,
    variables: declarationsIn(form.with.text),
    wrt: typed,
    layout: layoutsOf(scene)[form.layout] ?? 'numerator',
    order: form.order,
  }
}

export const layoutsOf = (scene: Scene): readonly string[] => scene.sheet?.layouts ?? layoutNames

/** Typing a program, and saying by what, with which kinds, and how it is to be derived. */
export function askKeys(screen: Screen, scene: Scene, character: string, key: Key): Reaction {
  const { form, field } = screen
  if (key.escape) return { screen: scene.tabs.length > 0 ? { ...screen, mode: 'lines' } : screen }
  if (key.tab) return { screen: { ...screen, field: neighbour(field, key.shift ? -1 : 1), example: -1 } }
  if (key.ctrl && character === 'f') return mended(screen, scene)
  if (key.return) return screen.example >= 0 ? chosen(screen) : submitted(screen, scene)
  if (field === 'program' && (key.downArrow || key.upArrow)) {
    const next = screen.example + (key.downArrow ? 1 : -1)
    return { screen: { ...screen, example: Math.max(-1, Math.min(examples.length - 1, next)) } }
  }
  if (key.downArrow || key.upArrow) return { screen: { ...screen, field: neighbour(field, key.downArrow ? 1 : -1) } }
  switch (field) {
    case 'program':
    case 'by':
    case 'with': {
      const next = edited(form[field], character, key)
      if (next !== undefined) return changed({ ...screen, example: -1 }, scene, { [field]: next })
      // An empty program field is no place for letters to be commands, except for these two.
      return { screen }
    }
    case 'layout': {
      const layouts = layoutsOf(scene)
      const by = turn(character, key)
      return { screen: { ...screen, form: { ...form, layout: (form.layout + by + layouts.length) % layouts.length } } }
    }
    case 'order':
      return {
        screen: { ...screen, form: { ...form, order: Math.max(1, Math.min(9, form.order + turn(character, key))) } },
      }
    case 'start': {
      const start = turn(character, key) === 0 ? form.start : form.start === 'hand' ? 'strategy' : 'hand'
      return { screen: { ...screen, form: { ...form, start } } }
    }
  }
}

const neighbour = (field: Screen['field'], by: number) =>
  fields[(fields.indexOf(field) + by + fields.length) % fields.length]

const turn = (character: string, key: Key): number =>
  key.leftArrow || character === '-' ? -1 : key.rightArrow || character === ' ' || character === '+' ? 1 : 0

function changed(screen: Screen, scene: Scene, change: Partial<Record<'program' | 'by' | 'with', Input>>): Reaction {
  const form = { ...screen.form, ...change }
  const isSame = (['program', 'by', 'with'] as const).every(field => form[field].text === screen.form[field].text)
  const request: Request = { kind: 'read', asking: asking(form, scene) }
  return { screen: { ...screen, form }, requests: isSame ? [] : [request] }
}

/** The suggestion that comes with an error, taken. */
function mended(screen: Screen, scene: Scene): Reaction {
  const fixed = scene.typed?.fixed
  return fixed === undefined ? { screen } : changed(screen, scene, { program: inputOf(fixed) })
}

function chosen(screen: Screen): Reaction {
  const { program, by, with: kinds = '' } = examples[screen.example]
  const form = { ...screen.form, program: inputOf(program), by: inputOf(by), with: inputOf(kinds) }
  const request: Request = { kind: 'read', asking: { expression: program, wrt: [], variables: declarationsIn(kinds) } }
  return { screen: { ...screen, form, example: -1, field: 'program' }, requests: [request] }
}

function submitted(screen: Screen, scene: Scene): Reaction {
  const { form } = screen
  if (form.program.text.trim() === '') return { screen }
  const question = asking(form, scene)
  const kind = form.replaces && scene.tabs.length > 0 ? 'edit' : 'open'
  const requests: Request[] = [
    { kind: 'intent', intent: { kind, question, by: form.start } },
    { kind: 'read', asking: { expression: '', wrt: [] } },
  ]
  return { screen: { ...screen, mode: form.start === 'hand' ? 'explore' : 'lines', offset: 0, selected: 0 }, requests }
}
