import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Browser, chromiumPath, openBrowser, settled } from './browser.ts'

let browser: Browser

describe.skipIf(chromiumPath === undefined)('the element in Chromium', () => {
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  it('derives and proves what stands in it, under a strict policy and without a request', async () => {
    const { page, complaints } = await browser.open(
      '<matrix-derive wrt="X" layout="denominator">tr(A*X*B)</matrix-derive>',
    )
    await settled(page)
    const lines = await page.locator('matrix-derive [part~="line"] .right').allTextContents()
    expect(lines.map(visible)).toEqual(['d(tr(AXB))', 'tr(d(AXB))', 'tr(AdXB)', 'tr(BAdX)', 'BA', '(BA)⊤', 'A⊤B⊤'])
    expect(await page.locator('matrix-derive [part="proof"]').textContent()).toMatch(
      /^✓ every step proved, error below 1e-\d+$/,
    )
    expect(complaints).toEqual([])
  })
})

const visible = (text: string) => text.replace(/[\u2061\u2062]/g, '')
