import type { Engine, Request, Scene } from '../scene.ts'
import type { Key } from './input.ts'
import { react } from './keys.ts'
import { asking } from './keys-ask.ts'
import { firstScreen, type Screen } from './state.ts'
import type { Size } from './view/row.ts'
import { roomForLines } from './view/screen.ts'

export interface ControllerOptions {
  readonly engine: Engine
  readonly first: Scene
  readonly size: Size
  readonly onQuit: () => void
  /** Told about every scene, so that the work is kept; says what there is to know about that. */
  readonly onScene: (scene: Scene) => string | undefined
  /** Text for the clipboard. */
  readonly onCopy: (text: string) => void
}

/** All that is drawn. A new one whenever anything has changed. */
export interface Snapshot {
  readonly screen: Screen
  readonly scene: Scene
  readonly size: Size
  /** How long the last request has been under way, in seconds; 0 while nothing takes long. */
  readonly busy: number
}

/** Between keys, the engine and the screen: it decides nothing, but knows what is under way. */
export interface Controller {
  press(character: string, key: Key): void
  resize(size: Size): void
  snapshot(): Snapshot
  subscribe(changed: () => void): () => void
  close(): void
}

/** What takes longer than this many milliseconds is shown to be under way. */
const patience = 120

export function createController(options: ControllerOptions): Controller {
  const { engine } = options
  let now: Snapshot = { screen: firstScreen(options.first), scene: options.first, size: options.size, busy: 0 }
  let asked = 0
  /** The request that put a question: where that is refused, one goes on typing it. */
  let opening = 0
  let since = 0
  let shown = ''
  let { typing } = options.first.session
  const listeners = new Set<() => void>()

  const change = (part: Partial<Snapshot>) => {
    now = { ...now, ...part }
    for (const changed of listeners) changed()
  }

  const keep = (scene: Scene): Scene => {
    const kept = { ...scene, session: { ...scene.session, typing } }
    const message = options.onScene(kept)
    return message === undefined ? kept : { problem: { code: 'config', message }, ...kept }
  }

  const post = (request: Request) => {
    if (asked === now.scene.answers) since = performance.now()
    asked = engine.post(request)
    if (request.kind === 'read' && request.asking.expression !== typing) {
      // What is typed is kept at once, however long the engine is busy with something else.
      typing = request.asking.expression
      change({ scene: keep(now.scene) })
    }
    if (request.kind === 'intent' && (request.intent.kind === 'open' || request.intent.kind === 'edit')) opening = asked
  }

  /** The screen, and with it what the engine has to show on it. */
  const show = (screen: Screen) => {
    const isNewQuestion = screen.mode === 'ask' && now.screen.mode !== 'ask'
    change({ screen })
    if (isNewQuestion) post({ kind: 'read', asking: asking(screen.form, now.scene) })
    const rows = roomForLines(screen, now.scene, now.size)
    const wanted = { kind: 'show', rows, exploring: screen.mode === 'explore', unfolded: screen.unfolded } as const
    const key = JSON.stringify(wanted)
    if (key === shown) return
    shown = key
    post(wanted)
  }

  const hear = (heard: Scene) => {
    // What was asked about and has nothing to do with the work stays until something else is asked.
    const { note, typed, laws, problem } = now.scene
    const kept = { ...(note && { note }), ...(typed && { typed }), ...(laws && { laws }), ...(problem && { problem }) }
    const scene = keep({ ...kept, ...heard })
    if (heard.note?.copy !== undefined) options.onCopy(heard.note.copy)
    change({ scene, busy: scene.answers === asked ? 0 : now.busy })
    show(afterScene(now.screen, heard, opening))
  }

  const tick = () => {
    const waiting = asked > now.scene.answers ? performance.now() - since : 0
    const busy = waiting > patience ? waiting / 1000 : 0
    if (busy !== now.busy) change({ busy })
  }

  engine.listen(hear)
  if (now.screen.form.program.text !== '') post({ kind: 'read', asking: asking(now.screen.form, now.scene) })
  show(now.screen)
  const clock = setInterval(tick, 100)

  return {
    press(character, key) {
      // A problem has been read by whoever presses the next key.
      if (now.scene.problem !== undefined) {
        const { problem: _, ...scene } = now.scene
        change({ scene })
      }
      for (const [letter, own] of keysIn(now.screen, character, key)) {
        const { screen, requests = [], effect } = react(now.screen, now.scene, letter, own)
        if (effect === 'quit') return options.onQuit()
        if (own.escape && asked > now.scene.answers) engine.cancel()
        for (const request of requests) post(request)
        show(screen)
      }
    },
    resize(size) {
      change({ size })
      show(now.screen)
    },
    snapshot: () => now,
    subscribe(changed) {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    close: () => clearInterval(clock),
  }
}

/** Where a scene leads that is not what was hoped for: a question that is refused is typed on. */
function afterScene(screen: Screen, { problem, tabs, note, answers }: Scene, opening: number): Screen {
  if (problem !== undefined && answers === opening) return { ...screen, mode: 'ask' }
  const isWork = screen.mode === 'lines' || screen.mode === 'explore'
  if (tabs.length === 0 && isWork && answers >= opening) return { ...screen, mode: 'ask' }
  if (problem !== undefined && screen.mode === 'note' && note === undefined) return { ...screen, mode: screen.again }
  return screen
}

/**
 * Letters that arrive together, as from a hand that is faster than the screen, are several keys; where text is typed they are
 * one paste, but for control keys, and for an Enter after it.
 */
function keysIn({ mode, field }: Screen, character: string, key: Key): [string, Key][] {
  // Escape and the next key, pressed in one breath, look like a letter with the Alt key, which means nothing here.
  if (key.meta && !key.escape && character.length === 1) return [['', { escape: true }], asKey(character)]
  if (character.length < 2 || key.ctrl || key.meta) return [[character, key]]
  const isText = mode === 'ask' ? ['program', 'by', 'with'].includes(field) : textModes.includes(mode)
  if (!isText) return [...character].map(asKey)
  const [, typed, after] = /^(.*?)(\r?)$/s.exec(character)!
  const pieces = typed.split(control).filter(piece => piece !== '')
  return [
    ...pieces.map((piece): [string, Key] => (piece.length === 1 ? asKey(piece) : [piece, {}])),
    ...[...after].map(asKey),
  ]
}

/** What no text has, but for the ends of lines. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about
const control = /([\x00-\x09\x0b\x0c\x0e-\x1f\x7f])/

const textModes: readonly Screen['mode'][] = ['check', 'numbers', 'export', 'search']

const named: Readonly<Record<string, Key>> = {
  '\r': { return: true },
  '\n': { return: true },
  '\t': { tab: true },
  '\x7f': { backspace: true },
}

/** A single letter; a control character is a letter with the Ctrl key. */
function asKey(letter: string): [string, Key] {
  const key = named[letter]
  if (key !== undefined) return ['', key]
  return letter < ' ' ? [String.fromCharCode(letter.charCodeAt(0) + 96), { ctrl: true }] : [letter, {}]
}
