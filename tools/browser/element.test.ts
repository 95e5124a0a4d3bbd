import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Browser, chromiumPath, openBrowser, settled } from './browser.ts'
import { cases } from './cases.ts'
import { expectedLines, signsOfText } from './expected.ts'

let browser: Browser

const visible = (text: string) => text.replace(/[\u2061\u2062]/g, '')

describe.skipIf(chromiumPath === undefined)('the element in Chromium', () => {
  beforeAll(async () => {
    browser = await openBrowser()
  }, 90_000)
  afterAll(() => browser.close())

  it('derives and proves what stands in it, under a strict policy and without a request', async () => {
    const { page, complaints } = await browser.open(
      '<matrix-derive wrt="X" layout="denominator">tr(A*X*B)</matrix-derive>',
    )
    await settled(page)
    const lines = await page.locator('matrix-derive [part~="line"] .right').allTextContents()
    expect(lines.map(visible)).toEqual(['d(tr(AXB))', 'tr(d(AXB))', 'tr(AdXB)', 'tr(BAdX)', 'BA', '(BA)⊤', 'A⊤B⊤'])
    const proof = await page.locator('matrix-derive [part="proof"]').textContent()
    expect(proof).toMatch(/^✓ every step proved, error below 1e-\d+$/)
    expect(await page.locator('matrix-derive [part="verdict"]').allTextContents()).toEqual(Array(6).fill('✓'))
    expect(complaints).toEqual([])
    await page.close()
  })

  it('says what linear map a derivative with ⊗ is, as the command does', async () => {
    const { page } = await browser.open('<matrix-derive wrt="X">X^-1</matrix-derive>')
    await settled(page)
    const notes = await page.locator('[part="note"]').allTextContents()
    expect(notes.map(visible)).toEqual(['numerator layout, mm×mm', 'as a linear map: dX↦−X−1dXX−1'])
    const [latex, text] = await page.evaluate(() => {
      const element = document.querySelector('matrix-derive')!
      return [element.toLatex('result'), element.toText('result')]
    })
    expect(latex).toContain('\\text{as a linear map: } \\mathrm{d}X \\mapsto -X^{-1}')
    expect(text).toContain('as a linear map: dX ↦ -X⁻¹·dX·X⁻¹')
    await page.close()
  })

  it('prints every line in black, without what is there to be used', async () => {
    const { page } = await browser.open(
      '<matrix-derive wrt="X" editable claim="B*A" steps="folded">tr(A*X*B)</matrix-derive>',
      { dark: true },
    )
    await settled(page)
    await page.locator('[part="judgement"]', { hasText: 'is right' }).waitFor()
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    for (const part of ['editor', 'check'])
      expect([part, await page.locator(`[part="${part}"]`).isVisible()]).toEqual([part, false])
    for (const line of await page.locator('[part~="line"]').all()) expect(await line.isVisible()).toBe(true)
    for (const part of ['claim', 'judgement', 'kinds'])
      expect(await page.locator(`[part="${part}"]`).isVisible()).toBe(true)
    const colours = await page.evaluate(() => {
      const root = document.querySelector('matrix-derive')!.shadowRoot!
      const shown = [...root.querySelectorAll('.right, .title, .note, .judgement, math')]
      return [...new Set(shown.map(element => getComputedStyle(element).color))]
    })
    expect(colours.map(colour => Math.max(...colour.match(/\d+/g)!.map(Number)) < 150)).toEqual(colours.map(() => true))
    // On paper nothing scrolls.
    await page.setViewportSize({ width: 480, height: 800 })
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBe(0)
    await page.close()
  })

  it('shows every line of every public case as LaTeX would', async () => {
    const { page, complaints } = await browser.open('')
    const shown = await page.evaluate(
      async cases => {
        const element = document.createElement('matrix-derive')
        element.proof = 'none'
        document.body.append(element)
        const found: string[][] = []
        for (const { expression, variables, wrt, order } of cases) {
          const declared = Object.entries(variables).map(([name, kind]) => `${name}: ${kind}`)
          Object.assign(element, {
            expression,
            variables: declared.join('; '),
            wrt,
            order: order ?? 1,
            layout: 'denominator',
          })
          await new Promise(settle => {
            for (const name of ['matrix-derive-change', 'matrix-derive-error'])
              element.addEventListener(name, settle, { once: true })
          })
          const lines = element.shadowRoot!.querySelectorAll('.right')
          found.push([...lines].map(line => line.textContent ?? ''))
        }
        return found
      },
      cases.map(({ id: _, ...rest }) => rest),
    )
    expect(shown.length).toBeGreaterThanOrEqual(77)
    for (const [i, lines] of shown.entries()) {
      expect([cases[i].id, ...lines.map(signsOfText)]).toEqual([cases[i].id, ...expectedLines(cases[i], 'denominator')])
    }
    expect(complaints).toEqual([])
    await page.close()
  }, 60_000)

  it('answers with data, and writes LaTeX, text and MathML', async () => {
    const { page } = await browser.open('<matrix-derive wrt="X">tr(A*X*B)</matrix-derive>')
    await settled(page)
    const given = await page.evaluate(() => {
      const element = document.querySelector('matrix-derive')!
      const { derivation } = element
      return {
        derivation,
        latex: element.toLatex('result'),
        text: element.toText('result'),
        mathml: element.toMathML(),
      }
    })
    expect(given.derivation).toMatchObject({ ok: true, text: 'B*A', shape: ['p', 'n'], verdict: 'proved' })
    expect(given.derivation!.steps!.length).toBe(5)
    expect(given.latex).toBe('\\begin{align*}\n\\frac{\\partial f}{\\partial X} &= B A\n\\end{align*}')
    expect(given.text).toBe('∂f/∂X = BA')
    expect(given.mathml).toMatch(/^<math xmlns="[^"]+" display="block"><mtable/)
    await page.close()
  })

  it.each([
    ['none', 1, 0],
    ['folded', 1, 1],
    ['all', 5, 0],
  ])('shows steps="%s"', async (steps, lines, folds) => {
    const { page } = await browser.open(`<matrix-derive wrt="X" steps="${steps}">tr(A*X*B)</matrix-derive>`)
    await settled(page)
    expect(await page.locator('[part~="line"]:visible').count()).toBe(lines)
    expect(await page.locator('details').count()).toBe(folds)
    if (folds === 1) {
      await page.locator('summary').click()
      expect(await page.locator('[part~="line"]:visible').count()).toBe(6)
    }
    await page.close()
  })

  it('has several on a page, each on its own', async () => {
    const all = cases
      .slice(0, 8)
      .map(({ expression, wrt }) => `<matrix-derive wrt="${wrt}">${expression.replace(/</g, '&lt;')}</matrix-derive>`)
    const { page, complaints } = await browser.open(all.join(''))
    await settled(page)
    const proofs = await page.locator('[part="proof"]').allTextContents()
    expect(proofs).toHaveLength(8)
    for (const proof of proofs) expect(proof).toMatch(/proved|agree/)
    expect(complaints).toEqual([])
    await page.close()
  })

  it('is dark where the page is, and only there', async () => {
    const luminous = async (dark: boolean, body: string) => {
      const { page } = await browser.open(body, { dark })
      const color = await page.locator('matrix-derive').evaluate(element => getComputedStyle(element).color)
      await page.close()
      return Number(/\d+/.exec(color)![0]) > 128
    }
    const element = '<matrix-derive wrt="x">x\'*x</matrix-derive>'
    expect(await luminous(true, element)).toBe(true)
    expect(await luminous(false, element)).toBe(false)
    // A part of a page that stays light: the element is told by nothing but the color-scheme it inherits.
    expect(await luminous(true, `<div class="only-light">${element}</div>`)).toBe(false)
  })

  it('fits 360 pixels', async () => {
    const { page } = await browser.open(
      `<matrix-derive wrt="X" editable>tr(A*X*B*X'*C)</matrix-derive><matrix-derive wrt="x">norm2(A*x - b)^2/(x'*x)</matrix-derive>`,
      { width: 360 },
    )
    await settled(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await page.close()
  })

  it('shows a plugin’s layout in the menu and uses it, with nothing changed here', async () => {
    const { page } = await browser.open('<matrix-derive wrt="x" editable layout="mixed">x\'*x</matrix-derive>')
    await settled(page)
    await page.evaluate(() => {
      const element = document.querySelector('matrix-derive')!
      const { registry } = element
      const mixed = registry.layout('mixed')!
      const upside = { ...mixed, name: 'upside', aliases: [] }
      element.registry = {
        ...registry,
        layouts: [...registry.layouts, upside],
        layout: (name: string) => (name === 'upside' ? upside : registry.layout(name)),
      }
    })
    await page.locator('[part="layout"]').selectOption('upside')
    await page.waitForFunction(() => document.querySelector('matrix-derive')!.derivation?.layout === 'upside')
    expect(await page.locator('[part="note"]').last().textContent()).toContain('upside layout')
    await page.close()
  })
})
