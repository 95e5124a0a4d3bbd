import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Browser, chromiumPath, openBrowser, settled } from './browser.ts'

let browser: Browser

const becomes = (page: Page, text: string) =>
  page.waitForFunction(expected => document.querySelector('matrix-derive')!.derivation?.text === expected, text)

const lines = (page: Page) => page.locator('[part~="line"]')

const resets = `
  *, *::before, *::after { box-sizing: border-box; margin: 0; padding: 0; line-height: 1; text-align: center; direction: inherit }
  math, mrow, mi { display: block }
  button, input, select, textarea { all: unset }
  body {
    text-transform: uppercase; letter-spacing: 3px; word-spacing: 1em; white-space: nowrap; text-indent: 3em; hyphens: auto;
    font-style: italic; font-variant: small-caps; font-weight: bold; text-shadow: 1px 1px red; word-break: break-all; quotes: none;
  }`

describe.skipIf(chromiumPath === undefined)('the element on the pages of others', () => {
  beforeAll(async () => {
    browser = await openBrowser({
      '/resets.css': resets,
      '/rows.js': `
        import { defineLayout, register } from '/matrix-derive.js'
        const manifest = { name: 'layout-rows', version: '1.0.0', description: 'Gradients by matrices as the matrix.' }
        const rows = { 'scalar by matrix': 'transpose' }
        const layout = { title: 'gradients as rows', source: 'the lecture notes', rows }
        addEventListener('rows', () => register(defineLayout(manifest, layout)))`,
      '/early.html': `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Early</title><link rel="icon" href="data:,">
        <script type="module" src="/early.js"></script></head><body><main><matrix-derive id="early"></matrix-derive></main></body></html>`,
      '/early.js': `
        const early = document.querySelector('#early')
        Object.assign(early, { expression: 'tr(A*X*B)', wrt: 'X', layout: 'denominator', steps: 'none' })
        const made = document.createElement('matrix-derive')
        Object.assign(made, { expression: "x'*x", wrt: 'x', editable: true })
        document.querySelector('main').append(made)
        import('/matrix-derive.js')`,
    })
  }, 90_000)
  afterAll(() => browser.close())

  it('shows the terms of a sum in their order where the page is read from the right', async () => {
    const { page } = await browser.open('<matrix-derive wrt="X">tr(A*X) + tr(X*X)</matrix-derive>')
    await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'))
    await settled(page)
    for (const line of await lines(page).all()) {
      const lefts = await line
        .locator('.right math')
        .evaluateAll(all => all.map(math => math.getBoundingClientRect().left))
      expect(lefts).toEqual(lefts.toSorted((a, b) => a - b))
    }
    const [left, right] = await lines(page)
      .first()
      .evaluate(line =>
        [line.querySelector('.left')!, line.querySelector('.right')!].map(side => side.getBoundingClientRect().left),
      )
    expect(left).toBeLessThan(right)
    await page.close()
  })

  it('inherits no capitals, spaces or breaks that make another formula of one', async () => {
    const { page } = await browser.open('<matrix-derive wrt="x" editable claim="A*x">x\'*A*x</matrix-derive>')
    await page.addStyleTag({ url: '/resets.css' })
    await settled(page)
    const found = await page.evaluate(() => {
      const all = [...document.querySelector('matrix-derive')!.shadowRoot!.querySelectorAll('.page *')]
      const names = [
        'textTransform',
        'letterSpacing',
        'wordSpacing',
        'textIndent',
        'textShadow',
        'fontVariant',
        'wordBreak',
      ] as const
      const styles = all.map(element => getComputedStyle(element))
      return names.map(name => [name, ...new Set(styles.map(style => style[name]))])
    })
    expect(found).toEqual([
      ['textTransform', 'none', 'math-auto'],
      ['letterSpacing', 'normal'],
      ['wordSpacing', '0px'],
      ['textIndent', '0px'],
      ['textShadow', 'none'],
      ['fontVariant', 'normal'],
      ['wordBreak', 'normal'],
    ])
    await page.close()
  })

  it('takes colour and size from the page where that says so, and what is hidden is hidden', async () => {
    const { page } = await browser.open('<matrix-derive wrt="x">x\'*x</matrix-derive>')
    await settled(page)
    const styled = await page.evaluate(() => {
      const element = document.querySelector('matrix-derive')!
      element.style.color = 'rgb(1, 2, 3)'
      element.style.fontSize = '30px'
      const { color, fontSize } = getComputedStyle(element.shadowRoot!.querySelector('.right')!)
      element.parentElement!.style.visibility = 'hidden'
      return [color, fontSize, getComputedStyle(element.shadowRoot!.querySelector('.right')!).visibility]
    })
    expect(styled).toEqual(['rgb(1, 2, 3)', '30px', 'hidden'])
    await page.close()
  })

  it('shows what is pressed, and right and wrong, where colours are those of the system', async () => {
    const { page } = await browser.open('<matrix-derive wrt="x" editable claim="2*x\'">x\'*A*x</matrix-derive>')
    await page.emulateMedia({ forcedColors: 'active' })
    await settled(page)
    const colours = await page
      .locator('[part="variable"]')
      .evaluateAll(buttons => buttons.map(button => getComputedStyle(button).backgroundColor))
    expect(new Set(colours).size).toBe(2)
    await page.locator('[part="judgement"]', { hasText: '✗ The claim is wrong.' }).waitFor()
    await page.evaluate(() => document.querySelector('matrix-derive')!.setAttribute('claim', "x'*(A + A')"))
    await page.locator('[part="judgement"]', { hasText: '✓ The claim is right' }).waitFor()
    await page.close()
  })

  it('keeps properties that were set before it was defined', async () => {
    const { page, complaints } = await browser.visit('early.html')
    await settled(page)
    const given = await page.evaluate(() =>
      [...document.querySelectorAll('matrix-derive')].map(({ derivation, editable, steps }) => [
        derivation?.text,
        editable,
        steps,
      ]),
    )
    expect(given).toEqual([
      ["A'*B'", false, 'none'],
      ["2*x'", true, 'all'],
    ])
    expect(complaints).toEqual([])
    await page.close()
  })

  it('follows its text, also where a framework changes the text in its node', async () => {
    const { page } = await browser.open('<matrix-derive wrt="X">tr(A*X)</matrix-derive>')
    await becomes(page, 'A')
    await page.evaluate(() => {
      ;(document.querySelector('matrix-derive')!.firstChild as Text).data = 'tr(X*B)'
    })
    await becomes(page, 'B')
    await page.evaluate(() => {
      const code = document.createElement('code')
      code.textContent = 'tr(C*X)'
      document.querySelector('matrix-derive')!.replaceChildren('\n', code)
    })
    await becomes(page, 'C')
    await page.evaluate(() => document.querySelector('matrix-derive')!.setAttribute('expression', 'tr(D*X)'))
    await becomes(page, 'D')
    await page.evaluate(() => document.querySelector('matrix-derive')!.removeAttribute('expression'))
    await becomes(page, 'C')
    await page.close()
  })

  it('derives once for the text that it begins with', async () => {
    const { page } = await browser.open('')
    const changes = await page.evaluate(async () => {
      const texts: string[] = []
      const element = document.createElement('matrix-derive')
      element.addEventListener('matrix-derive-change', ({ detail }) => texts.push(detail.derivation.text))
      element.setAttribute('proof', 'none')
      element.wrt = 'X'
      element.append('tr(', 'A*X)')
      document.querySelector('main')!.append(element)
      await new Promise(settle => setTimeout(settle, 400))
      return texts
    })
    expect(changes).toEqual(['A'])
    await page.close()
  })

  it('is as usual again where attributes are taken away', async () => {
    const { page } = await browser.open(
      '<matrix-derive wrt="x" layout="denominator" order="2" structure="projected" steps="none" proof="none" variables="A: symmetric(n)">x\'*A*x</matrix-derive>',
    )
    await becomes(page, '2*A')
    await page.evaluate(() => {
      const element = document.querySelector('matrix-derive')!
      for (const name of ['layout', 'order', 'structure', 'steps', 'proof', 'variables']) element.removeAttribute(name)
    })
    await becomes(page, "x'*(A + A')")
    await page.locator('[part="proof"]', { hasText: 'every step proved' }).waitFor()
    expect(await lines(page).count()).toBeGreaterThan(3)
    expect(await page.evaluate(() => document.querySelector('matrix-derive')!.question)).toEqual({
      expression: "x'*A*x",
      wrt: 'x',
      variables: '',
      layout: 'numerator',
      order: 1,
      structure: 'ignore',
    })
    await page.close()
  })

  it('shows what was asked last, however quickly', async () => {
    const { page, complaints } = await browser.open('<matrix-derive wrt="X" claim="A">tr(A*X)</matrix-derive>')
    await page.evaluate(async () => {
      const element = document.querySelector('matrix-derive')!
      for (let i = 0; i < 60; i++) {
        element.setAttribute('layout', ['numerator', 'denominator', 'mixed', 'nonsense'][i % 4])
        element.setAttribute('expression', ['tr(A*X', 'tr(expm(A*X))', 'norm2(X*A)^2', 'tr(X)'][i % 4])
        element.setAttribute('claim', `${i}*A`)
        if (i % 3 === 0) await new Promise(settle => setTimeout(settle, i % 7))
      }
      Object.assign(element, { layout: 'denominator', expression: "tr(A'*X)", claim: 'A' })
    })
    await becomes(page, 'A')
    await page.locator('[part="judgement"]', { hasText: 'The claim is right in denominator layout.' }).waitFor()
    expect(await page.locator('[part="error"]').textContent()).toBe('')
    expect(complaints).toEqual([])
    await page.close()
  })

  it('goes on where it was when it is moved, and takes up what it had not ended', async () => {
    const { page, complaints } = await browser.open(
      '<matrix-derive wrt="X">tr(A*X*B)</matrix-derive><div id="other"></div>',
    )
    await settled(page)
    const moved = await page.evaluate(async () => {
      const element = document.querySelector('matrix-derive')!
      let changes = 0
      element.addEventListener('matrix-derive-change', () => changes++)
      const proof = () => element.shadowRoot!.querySelector('[part="proof"]')!.textContent!
      document.querySelector('#other')!.append(element)
      await new Promise(settle => setTimeout(settle, 200))
      const whenDone = [changes, proof().includes('proved'), element.derivation?.text]
      // Taken out with everything still to be done, changed outside, and put back.
      element.expression = 'tr(expm(A*X))'
      element.claim = "expm(X*A)'*A'"
      await element.updateComplete
      element.remove()
      element.layout = 'denominator'
      await new Promise(settle => setTimeout(settle, 100))
      document.querySelector('#other')!.append(element)
      return whenDone
    })
    expect(moved).toEqual([0, true, 'B*A'])
    await page.locator('[part="proof"]', { hasText: /proved|agree/ }).waitFor()
    await page.locator('[part="judgement"]', { hasText: 'The claim is' }).waitFor()
    // A claim that is made after it was moved is checked as well.
    await page.evaluate(() => {
      const element = document.querySelector('matrix-derive')!
      document.querySelector('main')!.append(element)
      element.claim = element.derivation!.text
    })
    await page.locator('[part="judgement"]', { hasText: 'The claim is right in denominator layout.' }).waitFor()
    expect(complaints).toEqual([])
    await page.close()
  })

  it('keeps what was done by hand when it is moved', async () => {
    const { page } = await browser.open('<matrix-derive wrt="X">tr(A*X*B)</matrix-derive><div id="other"></div>')
    await settled(page)
    await lines(page)
      .nth(1)
      .locator('.right [data-id]')
      .nth(1)
      .click({ position: { x: 4, y: 8 } })
    await page.locator('[part="choice"]').first().click()
    await page.locator('[part="explore"]').waitFor()
    const before = await lines(page).count()
    await page.evaluate(() => document.querySelector('#other')!.append(document.querySelector('matrix-derive')!))
    await page.locator('[part="proof"]', { hasText: 'proved' }).waitFor()
    expect(await lines(page).count()).toBe(before)
    expect(await page.locator('[part="explore"]').count()).toBe(1)
    await page.close()
  })

  it('has what the page registered while it was out of it', async () => {
    const { page, complaints } = await browser.open(
      '<matrix-derive wrt="X" editable>tr(A*X)</matrix-derive><script type="module" src="/rows.js"></script>',
    )
    await settled(page)
    await page.evaluate(() => {
      const element = document.querySelector('matrix-derive')!
      element.remove()
      dispatchEvent(new Event('rows'))
      document.querySelector('main')!.append(element)
    })
    await page.locator('[part="layout"]').selectOption('rows')
    await becomes(page, "A'")
    expect(complaints).toEqual([])
    await page.close()
  })

  it('says where the page may not use the clipboard', async () => {
    const { page, complaints } = await browser.open('<matrix-derive wrt="X" editable>tr(A*X*B)</matrix-derive>')
    await settled(page)
    // So it is on every page that is not served securely.
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
    await page.locator('[part="copy-button"]', { hasText: 'LaTeX' }).click()
    await page.locator('[part="copy"] [role="status"]', { hasText: 'may not use the clipboard' }).waitFor()
    expect(complaints).toEqual([])
    await page.close()
  })

  it.each([320, 360])('scrolls what is long inside of itself on %i pixels', async width => {
    const long = "tr(A*X*B*X'*C*X*D*X'*E)*exp(tr(F*X*G*X'*H)) + logdet(A*X*X'*A')"
    const { page } = await browser.open(
      `<matrix-derive wrt="X" editable>${long}</matrix-derive>
       <matrix-derive wrt="S" structure="independent" variables="S: symmetric(n)">S*x</matrix-derive>
       <matrix-derive wrt="X">thisIsAVeryLongNameThatNobodyWouldEverGiveToAnythingAtAll*X</matrix-derive>`,
      { width },
    )
    await settled(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    await page.close()
  })
})
