import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Browser, chromiumPath, heldUp, openBrowser, settled, tasksObserved } from './browser.ts'
import { type Case, cases } from './cases.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let browser: Browser

/** Text that would be markup, a script, a link or the end of something, if anything were put together from it. */
const hostile = [
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '"><svg onload=alert(1)>',
  "x'*x<iframe srcdoc='<script>alert(1)</script>'>",
  'javascript:alert(1)',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is meant to look like one
  '${alert(1)}',
  '{{constructor.constructor("alert(1)")()}}',
  '</textarea><script>alert(1)</script>',
  '</style><script>alert(1)</script>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--><img src=1 onerror=alert(1)>">',
  '&lt;b&gt;',
  '__proto__*x',
  'constructor*x',
  '\u202Ex*x\u0000',
  'x'.repeat(5000),
  '('.repeat(2000),
  `${'tr('.repeat(400)}X${')'.repeat(400)}`,
]

/** Claims about these take twice the time that one task may have. */
const harder: readonly Case[] = ['expm(A*X)', 'logm(X)', 'X^9'].map(expression => {
  return { id: expression, expression, wrt: 'X', variables: {} }
})

describe.skipIf(chromiumPath === undefined)('in Chromium', () => {
  beforeAll(async () => {
    browser = await openBrowser()
  }, 90_000)
  afterAll(() => browser.close())

  it('hostile text stays text, wherever it comes in', async () => {
    const { page, complaints } = await browser.open('<matrix-derive editable></matrix-derive>')
    const found = await page.evaluate(async texts => {
      const alerts: string[] = []
      window.alert = text => alerts.push(String(text))
      const element = document.querySelector('matrix-derive')!
      const foreign: string[] = []
      const shown: boolean[] = []
      for (const text of texts) {
        for (const question of [
          { expression: text, wrt: 'x', variables: '', layout: 'numerator', claim: '' },
          { expression: "x'*x", wrt: text, variables: '', layout: 'numerator', claim: '' },
          { expression: "x'*x", wrt: 'x', variables: text, layout: 'numerator', claim: '' },
          { expression: "x'*x", wrt: 'x', variables: `x: ${text}`, layout: 'numerator', claim: '' },
          { expression: "x'*x", wrt: 'x', variables: '', layout: text, claim: '' },
          { expression: "x'*x", wrt: 'x', variables: '', layout: 'numerator', claim: text },
        ]) {
          Object.assign(element, question)
          await new Promise(settle => {
            for (const name of ['matrix-derive-change', 'matrix-derive-error'])
              element.addEventListener(name, settle, { once: true })
          })
          await element.updateComplete
          const tags = [
            ...element.shadowRoot!.querySelectorAll('script, img, iframe, svg, table, a, [onload], [onerror]'),
          ]
          foreign.push(...tags.map(tag => tag.outerHTML))
          const area = element.shadowRoot!.querySelector('textarea')!
          shown.push(area.value === element.expression?.replace(/\r/g, ''))
        }
      }
      return { alerts, foreign, shown: shown.every(Boolean), inherited: 'polluted' in {} }
    }, hostile)
    expect(found).toEqual({ alerts: [], foreign: [], shown: true, inherited: false })
    expect(complaints).toEqual([])
    await page.close()
  }, 60_000)

  it.each([
    [
      'the element',
      '',
      '<matrix-derive wrt="X" editable claim="B*A">tr(A*X*B)</matrix-derive><matrix-derive wrt="x" steps="folded">norm2(A*x)^2/s</matrix-derive>',
    ],
    [
      'an error',
      '',
      '<matrix-derive wrt="X" editable>tr(A*</matrix-derive><matrix-derive wrt="Q">tr(A)</matrix-derive>',
    ],
    [
      'what is too long for the page',
      '',
      `<div class="narrow"><matrix-derive wrt="X" claim="A">B = tr(A*X*C); exp(B)*X*A</matrix-derive></div>`,
    ],
    ['the playground', 'playground/', ''],
    ['its layouts', 'playground/#view=layouts', ''],
    ['its tutorial', 'playground/#view=tutorial', ''],
    ['its identities', 'playground/#view=identities&search=trace', ''],
    ['its snippet', 'playground/#view=embed', ''],
  ])(
    'axe finds nothing wrong with %s',
    async (_, path, body) => {
      for (const dark of path === '' ? [false, true] : [path.includes('layouts')]) {
        const { page } = await (path === '' ? browser.open(body, { dark }) : browser.visit(path, { dark }))
        await settled(page)
        // An evaluated script is the browser's own business; the policy of the page is about what the page does.
        await page.evaluate(axe)
        const violations = await page.evaluate(async () => {
          const { violations } = await (
            window as unknown as {
              axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
            }
          ).axe.run()
          return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
        })
        expect(violations).toEqual([])
        await page.close()
      }
    },
    40_000,
  )

  it('the page is told of a long task, and of no short one', async () => {
    const { page } = await browser.open('')
    const busy = (milliseconds: number) => () =>
      page.evaluate(
        time =>
          new Promise<void>(settle =>
            setTimeout(() => {
              for (const end = performance.now() + time; performance.now() < end; );
              settle()
            }),
          ),
        milliseconds,
      )
    const long = await tasksObserved(page, busy(90))
    expect(long.filter(duration => duration >= 85)).toHaveLength(1)
    expect(await quietly(() => tasksObserved(page, busy(5)))).toEqual([])
    await page.close()
  })

  it('no task is long while a public case is typed, derived, proved and its claim checked', async () => {
    const typed = [
      ["x'*A*x", 'x', "x'*(A + A')"],
      ['tr(A*x*B)', 'x', ''],
      ['h = tanh(W1*x); y = W2*h; norm2(y - t)^2', 'x', ''],
      ['logdet(A*X*B + C)', 'X', ''],
      ["norm2(A*x - b)^2/(x'*x)", 'x', ''],
      ['kron(X,Y)', 'X', ''],
    ] as const
    const { page } = await browser.open('<matrix-derive wrt="x" editable>x</matrix-derive>')
    await settled(page)
    for (const [text, wrt, claim] of typed) {
      const held = await heldUp(page, async () => {
        await page.evaluate(
          asked => Object.assign(document.querySelector('matrix-derive')!, asked, { expression: '' }),
          { wrt, claim },
        )
        await page.locator('textarea').pressSequentially(text, { delay: 15 })
        await settled(page)
        if (claim !== '') await page.locator('[part="judgement"]', { hasText: 'is right' }).waitFor()
      })
      expect([text, held]).toEqual([text, []])
    }
    await page.close()
  }, 60_000)

  it('no task is long while claims are checked, right and wrong ones, about public cases and harder ones', async () => {
    const { page } = await browser.open('')
    const all = [...cases, ...harder]
    const verdicts: string[] = []
    for (const each of all) verdicts.push(...(await unheld(page, each, () => judgedClaims(page, each))))
    expect(verdicts).toHaveLength(3 * all.length)
    expect([...new Set(verdicts)].sort()).toEqual(['equal', 'other-layout', 'scaled', 'wrong'])
    await page.close()
  }, 120_000)

  it('no public case is long in being read, derived and drawn', async () => {
    const { page } = await browser.open('')
    const show = ({ expression, variables, wrt, order = 1 }: Case) =>
      page.evaluate(
        async question => {
          const element = document.createElement('matrix-derive')
          Object.assign(element, question)
          document.querySelector('matrix-derive')?.remove()
          document.querySelector('main')!.append(element)
          await new Promise(settle => element.addEventListener('matrix-derive-change', settle, { once: true }))
          await new Promise(settle => requestAnimationFrame(() => setTimeout(settle, 0)))
        },
        { expression, wrt, order, proof: 'none' as const, variables: declared(variables) },
      )
    for (const each of cases) await unheld(page, each, () => show(each))
    await page.close()
  }, 90_000)
})

/**
 * What comes of work about a case, which must not hold the page up. Reading the statements of identities is done once for a
 * page, collecting garbage falls into one task or another, and a busy machine makes the processor itself slower: a case that
 * had a long task shows by itself, in one round of a few, that it is not to blame.
 */
async function unheld<T>(page: Page, { id }: Case, work: () => Promise<T>): Promise<T> {
  let result: T
  const keeping = async () => {
    result = await work()
  }
  if ((await tasksObserved(page, keeping)).length > 0) expect([id, await heldUp(page, keeping)]).toEqual([id, []])
  return result!
}

/** The verdicts on three claims about a case: the derivative, its transpose, and the product of its entries with themselves. */
function judgedClaims(page: Page, { expression, variables, wrt, order = 1 }: Case): Promise<string[]> {
  return page.evaluate(
    async question => {
      const element = document.createElement('matrix-derive')
      document.querySelector('matrix-derive')?.remove()
      document.querySelector('main')!.append(element)
      Object.assign(element, { ...question, proof: 'none', claim: '' })
      await new Promise(settle => element.addEventListener('matrix-derive-change', settle, { once: true }))
      const parts = element.derivation!.text.split(';')
      const definitions = parts.slice(0, -1).map(part => `${part};`)
      const formula = `(${parts.at(-1)})`
      const verdicts: string[] = []
      for (const claimed of [formula, `${formula}'`, `${formula} .* ${formula}`]) {
        element.claim = [...definitions, claimed].join(' ')
        const found = () => element.shadowRoot!.querySelector('[part="judgement"]')?.getAttribute('data-verdict')
        do await new Promise(settle => setTimeout(settle, 2))
        while (!found())
        verdicts.push(found()!)
      }
      return verdicts
    },
    { expression, wrt, order, variables: declared(variables) },
  )
}

/** What one of a few attempts finds nothing of: what happens each time is no accident of a busy machine. */
async function quietly<T>(attempt: () => Promise<readonly T[]>): Promise<readonly T[]> {
  let found = await attempt()
  for (let i = 0; i < 5 && found.length > 0; i++) found = await attempt()
  return found
}

const declared = (variables: Case['variables']): string =>
  Object.entries(variables)
    .map(([name, kind]) => `${name}: ${kind}`)
    .join('; ')
