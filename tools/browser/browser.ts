import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { webBuilt } from '../build/web.mjs'
import { serve } from '../serve/serve.mjs'
import { chromiumPath } from './chromium.mjs'

export { chromiumPath }

if (chromiumPath === undefined) {
  process.stderr.write(
    'The tests in a browser are skipped: there is no Chromium. Debian has it: apt-get install chromium\n',
  )
}

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const folder = resolve(import.meta.dirname, '../../apps/web/dist')

/** A page in a browser, from a server with a strict policy; whatever goes wrong on it is remembered. */
export interface Opened {
  readonly page: Page
  /** Errors, refusals of the policy, and requests that left the server. */
  readonly complaints: readonly string[]
  readonly url: string
}

/** A browser with a profile of its own, and the server of the built files. */
export interface Browser {
  /** A page with this in its body, where scripts and styles come from the server alone. */
  open(body: string, options?: PageOptions): Promise<Opened>
  /** A page of the server. */
  visit(path: string, options?: PageOptions): Promise<Opened>
  close(): Promise<void>
}

export interface PageOptions {
  readonly width?: number
  readonly height?: number
  readonly dark?: boolean
}

/** Builds what is out of date, serves it with some more files, and starts Chromium, with so many dots to the pixel. */
export async function openBrowser(files: Readonly<Record<string, string>> = {}, scale = 1): Promise<Browser> {
  await webBuilt()
  const pages: Record<string, string> = {
    ...files,
    '/test.css':
      'body { background: canvas; color: canvastext } main { max-width: 60rem; margin: auto; font-family: Palatino, Georgia, serif } .only-light { color-scheme: only light } .narrow { width: 15rem }',
  }
  const server = await serve(folder, { pages })
  const profile = mkdtempSync(join(tmpdir(), 'matrix-derive-browser-'))
  const context: BrowserContext = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath!,
    args: flags,
    deviceScaleFactor: scale,
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  let count = 0
  const visit = async (
    path: string,
    { width = 1000, height = 800, dark = false }: PageOptions = {},
  ): Promise<Opened> => {
    const page = await context.newPage()
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' })
    const complaints: string[] = []
    page.on('pageerror', error => complaints.push(String(error.stack)))
    page.on('console', message => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
    })
    page.on('request', request => {
      if (!request.url().startsWith(server.url) && !request.url().startsWith('data:')) complaints.push(request.url())
    })
    await page.goto(new URL(path, server.url).href)
    return { page, complaints, url: server.url }
  }
  return {
    visit,
    open(body, options) {
      const path = `/page-${count++}.html`
      pages[path] = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Test</title><meta name="color-scheme" content="light dark">
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<link rel="stylesheet" href="/test.css"><script type="module" src="/matrix-derive.js"></script></head><body><main><h1>Test</h1>${body}</main></body></html>`
      return visit(path, options)
    },
    async close() {
      await context.close()
      await server.close()
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

/** Waits until every element of a page has shown and proved what it was asked. */
export function settled(page: Page): Promise<void> {
  return page.waitForFunction(() =>
    [...document.querySelectorAll('matrix-derive')].every(element => {
      const text = element.shadowRoot?.querySelector('[part="proof"]')?.textContent ?? ''
      const wrong = element.shadowRoot?.querySelector('[part="error"]')?.textContent?.trim() ?? ''
      return wrong !== '' || /proved|agree|checked/.test(text.replace('checking', ''))
    }),
  ) as unknown as Promise<void>
}

/** What a page keeps of the long tasks that it is told of. */
type Observing = Window & { observed?: { readonly durations: number[]; end(): void } }

/**
 * The tasks of more than 50 ms that the page is told of while something is done with it, in milliseconds on the clock: what a
 * reader would notice. On a machine that has other things to do, some of them only waited for the processor.
 */
export async function tasksObserved(page: Page, work: () => Promise<unknown>): Promise<readonly number[]> {
  await page.evaluate(() => {
    const durations: number[] = []
    const keep = (entries: PerformanceEntryList) => durations.push(...entries.map(({ duration }) => duration))
    const observer = new PerformanceObserver(list => keep(list.getEntries()))
    observer.observe({ type: 'longtask' })
    const end = () => {
      keep(observer.takeRecords())
      observer.disconnect()
    }
    ;(window as Observing).observed = { durations, end }
  })
  await work()
  return page.evaluate(async () => {
    // What has ended is told in a task after it.
    for (let i = 0; i < 2; i++) await new Promise(settle => requestAnimationFrame(() => setTimeout(settle, 0)))
    const { durations, end } = (window as Observing).observed!
    end()
    return durations
  })
}

/** A task of the browser, as its own trace tells it. */
interface TraceEvent {
  readonly name: string
  readonly pid: number
  readonly tid: number
  readonly args?: { readonly name?: string }
  /** Microseconds on the processor, which do not grow when somebody else has it. */
  readonly tdur?: number
}

/**
 * How many times slower a page is now than on a machine with nothing else to do: other work on the same processor takes
 * caches and clock away from it, which no time of its own shows.
 */
export async function slowness(page: Page): Promise<number> {
  const milliseconds = await page.evaluate(() => {
    const once = () => {
      const start = performance.now()
      const seen = new Map<string, number>()
      for (let i = 0; i < 60_000; i++) seen.set(`x${i % 5000}`, (seen.get(`x${i % 5000}`) ?? 0) + 1)
      return performance.now() - start
    }
    return Math.min(...Array.from({ length: 9 }, once))
  })
  return Math.max(1, milliseconds / quiet)
}

/** Milliseconds that the work above takes where there is nothing else to do. */
const quiet = 4.2

/** The longest task on the page's own thread while something is done with it, in milliseconds on the processor. */
export async function longestTask(page: Page, work: () => Promise<unknown>): Promise<number> {
  const session = await page.context().newCDPSession(page)
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])))
  const complete = new Promise(settle => session.once('Tracing.tracingComplete', settle))
  const categories = ['disabled-by-default-devtools.timeline', 'toplevel', '__metadata']
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: categories } })
  await work()
  await session.send('Tracing.end')
  await complete
  await session.detach()
  const threads = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  )
  const tasks = events.filter(({ name, pid, tid }) => /RunTask$/.test(name) && threads.has(`${pid} ${tid}`))
  if (tasks.length === 0) throw new Error('The trace of the browser has no task in it.')
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur / 1000))
}

/**
 * What is known of rounds of work of which each held the page up; nothing where one of a few did not. What the page is told of
 * counts, but where the machine was busy with something else: then what it computed itself.
 */
export async function heldUp(page: Page, work: () => Promise<unknown>): Promise<readonly string[]> {
  const rounds: string[] = []
  while (rounds.length < 6) {
    let observed: readonly number[] = []
    const computed = await longestTask(page, async () => {
      observed = await tasksObserved(page, work)
    })
    const pace = await slowness(page)
    if (observed.length === 0 || computed / pace <= 50) return []
    rounds.push(`${observed.map(Math.round)} ms told, ${Math.round(computed)} ms computed at ${pace.toFixed(1)}`)
  }
  return rounds
}
