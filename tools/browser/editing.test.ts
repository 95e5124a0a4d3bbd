import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Browser, chromiumPath, openBrowser, settled } from './browser.ts'

let browser: Browser

const editable = '<matrix-derive wrt="X" editable>tr(A*X*B)</matrix-derive>'
const becomes = (page: Page, text: string) =>
  page.waitForFunction(expected => document.querySelector('matrix-derive')!.derivation?.text === expected, text)
const place = (page: Page, line: number, at: number) =>
  page.locator('[part~="line"]').nth(line).locator('.right [data-id]').nth(at)

describe.skipIf(chromiumPath === undefined)('someone at the element in Chromium', () => {
  beforeAll(async () => {
    browser = await openBrowser()
  }, 90_000)
  afterAll(() => browser.close())

  it('types a program with an error, sees it under the right characters, and mends it', async () => {
    const { page, complaints } = await browser.open(editable)
    await settled(page)
    const input = page.locator('textarea')
    await input.fill('tr(A*X*)')
    await page.locator('[part="wrong"]').waitFor()
    expect(await page.locator('[part="error"]').textContent()).toMatch(/^Expected .*, received/)
    // The underlined characters stand where the same characters of the input stand.
    const [text, wrong] = await page.evaluate(() => {
      const root = document.querySelector('matrix-derive')!.shadowRoot!
      const before = root.querySelector('.mirror')!.childNodes
      const mark = root.querySelector('mark')!
      const at = [...before].filter(node => mark.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING)
      return [at.map(node => (node.nodeType === Node.COMMENT_NODE ? '' : node.textContent)).join(''), mark.textContent]
    })
    expect('tr(A*X*)'.startsWith(`${text}${wrong}`)).toBe(true)
    expect(await input.getAttribute('aria-invalid')).toBe('true')
    // What was there stays to be seen, as what it is: out of date.
    expect(await page.locator('.stale').count()).toBe(1)
    await input.fill('tr(A*X)')
    await becomes(page, 'A')
    expect(await page.locator('[part="error"]').textContent()).toBe('')
    expect(complaints).toEqual([])
    await page.close()
  })

  it('ends a proof that is under way with the next key', async () => {
    const { page, complaints } = await browser.open(
      '<matrix-derive wrt="x" editable>tanh(A*tanh(B*tanh(C*x)))</matrix-derive>',
    )
    await settled(page)
    const verdicts = () => page.locator('[part="verdict"][data-verdict]').count()
    const all = await verdicts()
    // The key comes with the first verdict, so that most of the proof is still to be made however fast the machine is.
    await page.evaluate(async () => {
      const element = document.querySelector('matrix-derive')!
      const root = element.shadowRoot!
      const input = root.querySelector('textarea')!
      const type = (text: string) => {
        input.value = text
        input.dispatchEvent(new InputEvent('input', { bubbles: true }))
      }
      type(`${input.value} + x`)
      await new Promise(settle => element.addEventListener('matrix-derive-change', settle, { once: true }))
      while (root.querySelector('[data-verdict]') === null) await new Promise(settle => setTimeout(settle, 0))
      type(`${input.value} +`)
    })
    await page.locator('[part="wrong"]').waitFor()
    // The lines stay, out of date; what was not proved by then never is.
    const known = await verdicts()
    expect(known).toBeLessThan(all)
    await page.waitForTimeout(200)
    expect(await verdicts()).toBe(known)
    expect(await page.locator('[part="proof"]').textContent()).toBe('checking every step …')
    await page.locator('textarea').press('Backspace')
    await page.locator('[part="proof"]', { hasText: 'proved' }).waitFor()
    expect(await verdicts()).toBeGreaterThanOrEqual(all)
    expect(complaints).toEqual([])
    await page.close()
  })

  it('ends the checking of an answer with the next key', async () => {
    const { page, complaints } = await browser.open('<matrix-derive wrt="X" editable>expm(A*X)</matrix-derive>')
    await settled(page)
    const said = await page.evaluate(async () => {
      const element = document.querySelector('matrix-derive')!
      const judgement = element.shadowRoot!.querySelector('[part="judgement"]')!
      const said: string[] = []
      new MutationObserver(() => said.push(judgement.textContent ?? '')).observe(judgement, {
        childList: true,
        characterData: true,
        subtree: true,
      })
      const next = () => new Promise(settle => setTimeout(settle, 0))
      element.claim = 'X'
      for (let i = 0; i < 3; i++) await next()
      element.claim = 'A'
      for (let i = 0; i < 3; i++) await next()
      element.expression = 'tr(A*X)'
      while (!said.at(-1)?.includes('The claim')) await next()
      return said.filter(text => text !== '' && text !== 'checking …')
    })
    expect(said).toEqual(['✓ The claim is right in numerator layout.'])
    expect(complaints).toEqual([])
    await page.close()
  })

  it('chooses variables, layout, order and kinds', async () => {
    const { page } = await browser.open(`<matrix-derive wrt="x" editable>x'*A*x</matrix-derive>`)
    await settled(page)
    await page.locator('[part="layout"]').selectOption('denominator')
    await becomes(page, "(A + A')*x")
    await page.locator('input[aria-label^="kind of A"]').fill('symmetric(n)')
    await page.locator('input[aria-label^="kind of A"]').press('Enter')
    await becomes(page, '2*A*x')
    expect(await page.locator('[part="chip"].inferred').count()).toBe(1)
    await page.locator('[part="order"]').selectOption('2')
    await becomes(page, '2*A')
    await page.locator('[part="order"]').selectOption('1')
    await page.getByRole('button', { name: 'A', exact: true }).click()
    await page.getByRole('button', { name: 'x', exact: true }).click()
    await page.waitForFunction(() => document.querySelector('matrix-derive')!.derivation?.wrt === 'A')
    // Without a declaration the kind is inferred once more.
    await page.locator('input[aria-label^="kind of A"]').fill('')
    await page.locator('input[aria-label^="kind of A"]').press('Enter')
    await becomes(page, "x*x'")
    await page.close()
  })

  it('says what becomes of the structure of a variable, where it has any', async () => {
    const { page, complaints } = await browser.open(
      '<matrix-derive wrt="S" editable layout="denominator" variables="S: symmetric(n)" claim="A/2 + A\'/2">tr(A*S)</matrix-derive>',
    )
    await settled(page)
    await becomes(page, "A'")
    const menu = page.locator('[part="structure"]')
    expect(await menu.locator('option').allTextContents()).toEqual(['ignore', 'projected', 'independent'])
    const judged = page.locator('[part="judgement"]')
    await judged.filter({ hasText: 'the gradient projected to the structure of S' }).waitFor()
    await menu.selectOption('projected')
    await becomes(page, "1/2*(A + A')")
    expect(await page.locator('[part="note"]', { hasText: 'this is the gradient projected' }).count()).toBe(1)
    await judged.filter({ hasText: 'The claim is right in denominator layout.' }).waitFor()
    // Who goes on by hand comes to the same.
    await place(page, 1, 1).click()
    await page.locator('[part="choice"]').first().click()
    await page.getByRole('button', { name: 'Finish' }).click()
    await becomes(page, "1/2*(A + A')")
    await page.getByRole('button', { name: 'Leave' }).click()
    await menu.selectOption('independent')
    await becomes(page, "A + A' - diag(diag(A))")
    // An orthogonal matrix has no entries that determine the others: the menu is the way back.
    await page.evaluate(() => document.querySelector('matrix-derive')!.setAttribute('variables', 'S: orthogonal(n)'))
    await page.locator('[part="error"]', { hasText: 'independent entries' }).waitFor()
    await menu.selectOption('ignore')
    await becomes(page, "A'")
    await page.evaluate(() => document.querySelector('matrix-derive')!.setAttribute('variables', ''))
    await menu.waitFor({ state: 'detached' })
    await page.evaluate(() => document.querySelector('matrix-derive')!.setAttribute('structure', 'whatever'))
    await page.locator('[part="error"]', { hasText: 'Expected "structure" to be' }).waitFor()
    expect(complaints).toEqual([])
    await page.close()
  })

  it('shows in its menus what the page has chosen, also after the reader did', async () => {
    const { page } = await browser.open(editable)
    await settled(page)
    const menu = page.locator('[part="layout"]')
    await menu.selectOption('mixed')
    await becomes(page, "A'*B'")
    await page.evaluate(() => document.querySelector('matrix-derive')!.setAttribute('layout', 'numerator'))
    await becomes(page, 'B*A')
    expect(await menu.inputValue()).toBe('numerator')
    await page.close()
  })

  it('checks an answer: right, right elsewhere, wrong', async () => {
    const { page } = await browser.open(editable)
    await settled(page)
    const judged = page.locator('[part="judgement"]')
    for (const [claim, said] of [
      ['B*A', 'The claim is right in numerator layout.'],
      ["A'*B'", 'The claim is right in denominator and mixed layout, not in numerator layout.'],
      ['2*B*A', 'The claim is 2 times the derivative.'],
      ['B*', 'Expected'],
    ]) {
      await page.locator('[part="claim"]').fill(claim)
      await page.locator('[part="claim"]').press('Enter')
      await judged.filter({ hasText: said }).waitFor()
    }
    await page.close()
  })

  it('sees what a step changed, by pointer and by focus', async () => {
    const { page } = await browser.open('<matrix-derive wrt="X">tr(A*X*B)</matrix-derive>')
    await settled(page)
    const marked = async () => {
      const texts = (name: string) => page.locator(`.right .${name}`).allTextContents()
      return [await texts('before'), await texts('after')].map(all =>
        all.map(text => text.replace(/[\u2061\u2062]/g, '')),
      )
    }
    await page.locator('[part~="line"]').nth(2).hover()
    expect(await marked()).toEqual([['d(AXB)'], ['AdXB']])
    await page.mouse.move(0, 0)
    expect(await marked()).toEqual([[], []])
    await page.locator('.right').nth(1).focus()
    expect(await marked()).toEqual([['d(tr(AXB))'], ['tr(d(AXB))']])
    await page.close()
  })

  it('opens the identities of a subexpression, uses one, undoes it, and finishes', async () => {
    const { page, complaints } = await browser.open('<matrix-derive wrt="X" editable>tr(A*X*B)</matrix-derive>')
    await settled(page)
    const selected = page.evaluate(
      () =>
        new Promise(settle =>
          document.addEventListener('matrix-derive-select', event => settle((event as CustomEvent).detail), {
            once: true,
          }),
        ),
    )
    // d(A*X*B), in the second line.
    await place(page, 1, 1).click({ position: { x: 4, y: 8 } })
    expect(await selected).toMatchObject({ line: 1, text: 'd(A*X*B)', shape: ['m', 'm'] })
    const names = await page.locator('[part="choice"] .identity').allTextContents()
    expect(names.some(name => name.startsWith('differential-linear'))).toBe(true)
    await page.locator('[part="choice"]', { hasText: 'differential-affine' }).first().click()
    await page.locator('[part="explore"]').waitFor()
    const lines = () => page.locator('[part~="line"]').count()
    await page.waitForFunction(
      () => document.querySelector('matrix-derive')!.shadowRoot!.querySelectorAll('.line').length === 3,
    )
    await page.getByRole('button', { name: 'Finish' }).click()
    await becomes(page, 'B*A')
    expect(await lines()).toBeGreaterThan(3)
    await page.locator('[part="proof"]', { hasText: 'every step proved' }).waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.waitForFunction(
      () => document.querySelector('matrix-derive')!.shadowRoot!.querySelectorAll('.line').length === 3,
    )
    await page.getByRole('button', { name: 'From the first line' }).click()
    await page.waitForFunction(
      () => document.querySelector('matrix-derive')!.shadowRoot!.querySelectorAll('.line').length === 1,
    )
    await page.getByRole('button', { name: 'Leave' }).click()
    await becomes(page, 'B*A')
    expect(complaints).toEqual([])
    await page.close()
  })

  it('is shown what applies around a place where nothing does', async () => {
    const { page } = await browser.open('<matrix-derive wrt="X">tr(A*X*B)</matrix-derive>')
    await settled(page)
    await page.locator('[part~="line"]').nth(1).locator('.right mi[data-id]', { hasText: 'A' }).click()
    await page.locator('[part="choice"]').first().waitFor()
    expect((await page.locator('.right .chosen').allTextContents()).map(text => text.length > 1)).toEqual([true])
    await page.close()
  })

  it('does all of it with the keyboard alone', async () => {
    const { page } = await browser.open(editable)
    await settled(page)
    await page.keyboard.press('Tab')
    await page.keyboard.press('End')
    await page.keyboard.type('+tr(X)')
    await page.waitForFunction(() => document.querySelector('matrix-derive')!.question.expression === 'tr(A*X*B)+tr(X)')
    await settled(page)
    await page.locator('.right').first().focus()
    await page.keyboard.press('ArrowDown')
    const focused = () =>
      page.evaluate(() =>
        document.querySelector('matrix-derive')!.shadowRoot!.activeElement?.getAttribute('aria-label'),
      )
    expect(await focused()).toBe('line 2')
    const chosen = async () =>
      (await page.locator('.right .chosen').allTextContents()).map(text => text.replace(/[\u2061\u2062]/g, ''))
    await page.keyboard.press('ArrowRight')
    const [whole] = await chosen()
    await page.keyboard.press('ArrowDown')
    const [inner] = await chosen()
    expect(whole).toContain(inner)
    await page.keyboard.press('ArrowRight')
    expect(await chosen()).not.toEqual([inner])
    await page.keyboard.press('ArrowUp')
    expect(await chosen()).toEqual([whole])
    await page.keyboard.press('Enter')
    await page.locator('[part="choice"]').first().waitFor()
    expect(
      await page.evaluate(() =>
        document.querySelector('matrix-derive')!.shadowRoot!.activeElement?.getAttribute('part'),
      ),
    ).toBe('choice')
    await page.keyboard.press('Escape')
    expect(await page.locator('[part="choices"]').isVisible()).toBe(false)
    const atLine = (label: string) =>
      page.waitForFunction(
        label =>
          document.querySelector('matrix-derive')!.shadowRoot!.activeElement?.getAttribute('aria-label') === label,
        label,
      )
    await atLine('line 2')
    // What is chosen by key leads to the line that comes of it.
    await page.keyboard.press('Enter')
    await page.locator('[part="choice"]').first().waitFor()
    await page.keyboard.press('Enter')
    await atLine('line 3')
    await page.close()
  })

  it('copies LaTeX, MathML, text and a link', async () => {
    const { page, url } = await browser.open('<matrix-derive id="trace" wrt="X" editable>tr(A*X*B)</matrix-derive>')
    await settled(page)
    const copied = async (name: string) => {
      await page.locator('[part="copy-button"]', { hasText: name }).click()
      await page.locator('[part="copy"] [role="status"]', { hasText: `${name} copied` }).waitFor({ state: 'attached' })
      return page.evaluate(() => navigator.clipboard.readText())
    }
    expect(await copied('LaTeX')).toMatch(/^\\begin\{align\*\}/)
    expect(await copied('MathML')).toMatch(/^<math /)
    expect(await copied('text')).toContain('∂f/∂X = BA    (identify-scalar-by-matrix')
    expect(await copied('link')).toMatch(new RegExp(`^${url}page-\\d+\\.html#trace$`))
    await page.evaluate(() => document.querySelector('matrix-derive')!.setAttribute('playground', '/playground/'))
    expect(await copied('link')).toBe(`${url}playground/#expression=tr%28A*X*B%29&wrt=X`)
    await page.close()
  })

  it('is told of changes and errors by events that leave the element', async () => {
    const { page } = await browser.open('<div id="around"><matrix-derive wrt="X">tr(A*X*B)</matrix-derive></div>')
    const heard = await page.evaluate(async () => {
      const around = document.querySelector('#around')!
      const element = document.querySelector('matrix-derive')!
      const next = (name: 'matrix-derive-change' | 'matrix-derive-error') =>
        new Promise<CustomEvent>(settle =>
          around.addEventListener(name, event => settle(event as CustomEvent), { once: true }),
        )
      element.layout = 'denominator'
      const { composed, detail } = await next('matrix-derive-change')
      element.wrt = 'Q'
      const error = await next('matrix-derive-error')
      return [composed, detail.derivation.text, error.detail.code]
    })
    expect(heard).toEqual([true, "A'*B'", 'unknown-name'])
    await page.close()
  })
})
