import { type Choice, fail, type Problem, type Registry, requireProblem } from '@matrix-derive/core'
import {
  createExplorer,
  createVerdicts,
  emptySession,
  type Intent,
  type Look,
  readTyped,
  type Session,
  type Typed,
} from '@matrix-derive/exploration'
import { check, exportOf, hintNote, numbers } from './answers.ts'
import { lawNote, search } from './catalogue.ts'
import type { Engine, LawRow, Note, Request, Scene } from './scene.ts'
import { sheetOf } from './sheet.ts'
import { usualVariable } from './usual.ts'

export interface EngineOptions {
  readonly registry: Registry
  readonly session?: Session
  /** Declarations of the project, which everything typed may use. */
  readonly variables?: Readonly<Record<string, string>>
  readonly cwd: string
  /** Up to which request all are cancelled from elsewhere; asked during long work. */
  readonly cancelled?: () => number
  /** Gives others a turn, many times in the course of a proof. */
  readonly pause?: () => Promise<void>
}

/** What an answer adds to a scene. */
interface Added {
  readonly typed?: Typed
  readonly note?: Note
  readonly laws?: readonly LawRow[]
  readonly problem?: Problem
}

/** So many milliseconds of proofs pass before the screen hears of them. */
const newsAfter = 60

/** Works in this thread: requests in, scenes out. Proofs go on between requests and never keep one waiting. */
export function createEngine(options: EngineOptions): Engine {
  const { registry, cancelled = () => 0, pause = () => new Promise(resolve => setImmediate(resolve)) } = options
  let current = 0
  let cancelledHere = 0
  const signal = {
    get aborted() {
      return current <= Math.max(cancelled(), cancelledHere)
    },
  }
  const explorer = createExplorer({ registry, signal })
  const verdicts = createVerdicts()
  let session = options.session ?? emptySession
  let hear: (scene: Scene) => void = () => {}
  let shown: Extract<Request, { kind: 'show' }> = { kind: 'show', rows: 20, exploring: false, unfolded: false }
  let choices: readonly Choice[] = []
  let asked = 0
  let answered = 0
  let lastRead = 0
  let first = 0
  let proving: AbortController | undefined
  let queue: Promise<void> = Promise.resolve()

  const sheet = () => {
    const look = explorer.look(session)
    if (look === undefined) return {}
    choices = shown.exploring ? explorer.choices(session) : []
    const made = sheetOf(verdicts, look, { ...shown, first, choices })
    first = made.first
    return { sheet: made.sheet }
  }

  const scene = (added: Added = {}): Scene => {
    const tabs = session.tabs.map(({ document }) => document.question.expression)
    const base = { answers: answered, session, tabs, active: session.active }
    try {
      return { ...base, ...sheet(), ...added }
    } catch (thrown) {
      return { ...base, problem: requireProblem(thrown), ...added }
    }
  }

  const answerTo = async (request: Request): Promise<Added> => {
    switch (request.kind) {
      case 'intent': {
        const { session: next, problem } = explorer.dispatch(session, completed(request.intent))
        session = next
        return problem === undefined ? {} : { problem }
      }
      case 'apply': {
        const choice = choices[request.choice]
        if (choice === undefined) return {}
        const { session: next, problem } = explorer.dispatch(session, { kind: 'apply', choice })
        session = next
        return problem === undefined ? {} : { problem }
      }
      case 'show':
        shown = request
        return {}
      case 'read':
        session = explorer.dispatch(session, { kind: 'type', text: request.asking.expression }).session
        return {
          typed: readTyped(request.asking.expression, {
            registry,
            variables: { ...options.variables, ...request.asking.variables },
          }),
        }
      case 'search':
        return { laws: search(registry, request.words) }
      case 'identity':
        return { note: lawNote(registry, request.name) }
      case 'hint':
        return { note: hint() }
      default:
        return { note: await about(request) }
    }
  }

  /** A question with what it leaves open: the variable, and the declarations of the project. */
  const completed = (intent: Extract<Request, { kind: 'intent' }>['intent']): Intent => {
    if (intent.kind !== 'open' && intent.kind !== 'edit') return intent
    const { question } = intent
    const variables = { ...options.variables, ...question.variables }
    const usual =
      question.wrt.length > 0
        ? undefined
        : usualVariable(readTyped(question.expression, { registry, variables }).variables)
    return { ...intent, question: { ...question, variables, wrt: usual === undefined ? question.wrt : [usual] } }
  }

  const about = async (request: Extract<Request, { kind: 'check' | 'numbers' | 'export' }>): Promise<Note> => {
    const look = explorer.look(session)
    if (look === undefined) return { title: 'nothing to work on', lines: [], tone: 'plain' }
    switch (request.kind) {
      case 'check':
        return check(look, registry, request.claim)
      case 'numbers':
        return numbers(look, request, options.cwd)
      case 'export':
        return exportOf(look, verdicts, request, options.cwd)
    }
  }

  const hint = (): Note => {
    const found = explorer.hint(session)
    if (found === undefined) return { title: 'nothing is left to do here', lines: [], tone: 'good' }
    return hintNote(found, explorer.look(session)!)
  }

  const work = async (request: Request, number: number) => {
    // What has been typed on since then is not worth reading.
    if (request.kind === 'read' && number < lastRead) return
    proving?.abort()
    current = number
    const before = session
    let added: Added
    try {
      // Cancelled before it was begun, and not for nothing: it may take long.
      if (signal.aborted && request.kind !== 'show') fail('cancelled', 'The work was cancelled.')
      added = await answerTo(request)
    } catch (thrown) {
      added = { problem: requireProblem(thrown) }
    }
    answered = number
    if (session.active !== before.active || session.tabs.length !== before.tabs.length) first = 0
    hear(scene(added))
    if (asked === number) void prove()
  }

  const prove = async () => {
    const own = new AbortController()
    proving = own
    const look = lookOrNothing()
    if (look === undefined) return
    const { derivation } = look.solution
    let last = performance.now()
    let isNews = false
    const { signal } = own
    for await (const _ of verdicts.prove(derivation, look.draft.request.store, { signal, pause })) {
      isNews = true
      if (signal.aborted) return
      if (performance.now() - last < newsAfter) continue
      last = performance.now()
      isNews = false
      hear(scene())
    }
    if (isNews && !signal.aborted) hear(scene())
  }

  const lookOrNothing = (): Look | undefined => {
    try {
      return explorer.look(session)
    } catch (thrown) {
      requireProblem(thrown)
      return undefined
    }
  }

  return {
    post(request) {
      const number = ++asked
      if (request.kind === 'read') lastRead = number
      queue = queue.then(() => work(request, number))
      return number
    },
    listen(listener) {
      hear = listener
    },
    cancel() {
      cancelledHere = asked
      proving?.abort()
    },
    close() {
      proving?.abort()
    },
  }
}
