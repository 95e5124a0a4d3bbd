import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Browser, chromiumPath, heldUp, openBrowser, settled } from './browser.ts'

let browser: Browser

describe.skipIf(chromiumPath === undefined)('the playground in Chromium', () => {
  beforeAll(async () => {
    browser = await openBrowser()
  }, 90_000)
  afterAll(() => browser.close())

  it('opens the derivation that its address says, and keeps the address up to date', async () => {
    const { page, complaints } = await browser.visit("playground/#expression=x'*A*x&wrt=x&variables=A: symmetric(n)")
    await settled(page)
    const text = () => page.evaluate(() => document.querySelector('matrix-derive')!.derivation?.text)
    expect(await text()).toBe("2*x'*A")
    await page.locator('[part="layout"]').selectOption('denominator')
    await page.waitForFunction(() => location.hash.includes('layout=denominator'))
    const { page: other } = await browser.visit(`playground/${new URL(page.url()).hash}`)
    await settled(other)
    expect(await other.evaluate(() => document.querySelector('matrix-derive')!.derivation?.text)).toBe('2*A*x')
    // Changing the address by hand is a derivation as well.
    await other.evaluate(() => {
      location.hash = '#expression=det(X)&wrt=X'
    })
    await other.waitForFunction(() => document.querySelector('matrix-derive')!.derivation?.text === 'det(X)*X^-1')
    expect(complaints).toEqual([])
    await other.close()
    await page.close()
  })

  it('keeps in its address what becomes of the structure of a variable', async () => {
    const { page, complaints } = await browser.visit('playground/#expression=tr(A*S)&wrt=S&variables=S: symmetric(n)')
    await settled(page)
    await page.locator('[part="structure"]').selectOption('independent')
    await page.waitForFunction(() => location.hash.includes('structure=independent'))
    const text = () => page.evaluate(() => document.querySelector('matrix-derive')!.derivation?.text)
    const independent = "A + A' - diag(diag(A))"
    await page.waitForFunction(
      expected => document.querySelector('matrix-derive')!.derivation?.text === expected,
      independent,
    )
    await page.reload()
    await settled(page)
    expect(await text()).toBe(independent)
    expect(await page.locator('[part="structure"]').inputValue()).toBe('independent')
    await page.getByRole('link', { name: 'Embed' }).click()
    expect(await page.locator('textarea[readonly]').inputValue()).toContain(' structure="independent"')
    await settled(page)
    expect(await text()).toBe(independent)
    expect(complaints).toEqual([])
    await page.close()
  })

  it('compares layouts side by side', async () => {
    const { page } = await browser.visit('playground/#view=layouts&expression=a*x&wrt=x&variables=x: vector(n)')
    await settled(page)
    const titles = await page.locator('.side-by-side h2').allTextContents()
    expect(titles).toEqual(expect.arrayContaining(['numerator', 'denominator', 'mixed']))
    expect(await page.locator('.side-by-side matrix-derive [part~="result"]').count()).toBe(titles.length)
    await page.close()
  })

  it('has the tutorial, live', async () => {
    const { page, complaints } = await browser.visit('playground/#view=tutorial', { height: 20_000 })
    await page.waitForFunction(
      () => document.querySelectorAll('.lesson matrix-derive').length === document.querySelectorAll('.lesson').length,
    )
    await settled(page)
    expect(await page.locator('[part="error"]').allTextContents()).toEqual(
      Array(await page.locator('.lesson').count()).fill(''),
    )
    expect(complaints).toEqual([])
    await page.close()
  })

  it('finds identities and proves them', async () => {
    const { page } = await browser.visit('playground/#view=identities')
    const count = () => page.locator('.law').count()
    expect(await count()).toBeGreaterThan(100)
    await page.getByRole('searchbox').fill('trace-cyclic')
    await page.waitForFunction(() => document.querySelectorAll('.law').length < 5)
    const law = page.locator('#trace-cyclic')
    await law.locator('math').waitFor()
    expect((await law.locator('.statement').first().textContent())!.replace(/[\u2061\u2062]/g, '')).toBe(
      'tr(AB)=tr(BA)',
    )
    expect(await law.locator('h2').textContent()).toMatch(/trace-cyclic \d+\.\d+\.\d+/)
    await law.getByRole('button').click()
    await law.getByRole('status').filter({ hasText: '✓' }).waitFor()
    expect(await law.getByRole('status').textContent()).toMatch(
      /^✓ proved: \d+ random instances?, first at m = \d+, n = \d+; error below 1e-\d+$/,
    )
    expect(new URL(page.url()).hash).toContain('search=trace-cyclic')
    await page.close()
  })

  it('sets every statement, and stays free while it is searched and while identities are proved', async () => {
    const { page, complaints } = await browser.visit('playground/#view=identities')
    const laws = page.locator('.law')
    const count = await laws.count()
    await page.waitForFunction(() => document.querySelector('.law:last-of-type math') !== null)
    expect(await page.locator('.law:not(:has(math))').count()).toBe(0)
    const held = await heldUp(page, async () => {
      await page.getByRole('searchbox').pressSequentially('frechet', { delay: 15 })
      for (const button of await laws.getByRole('button').all()) await button.click()
      await page.waitForFunction(() =>
        [...document.querySelectorAll('.law [role="status"]')].every(status => /^[✓≈]/.test(status.textContent ?? '')),
      )
      await page.getByRole('searchbox').fill('')
      await page.waitForFunction(all => document.querySelectorAll('.law').length === all, count)
    })
    expect(held).toEqual([])
    expect(complaints).toEqual([])
    await page.close()
  }, 60_000)

  it('says where one is, and goes back and forward', async () => {
    const { page, complaints } = await browser.visit('playground/')
    for (const [link, title] of [
      ['Layouts', 'One derivative, every layout'],
      ['Embed', 'In your page'],
    ]) {
      await page.getByRole('link', { name: link }).click()
      await page.getByRole('heading', { level: 1, name: title }).waitFor()
      expect(await page.title()).toBe(`${link}: matrix-derive`)
    }
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: 'One derivative' }).waitFor()
    expect(await page.title()).toBe('Layouts: matrix-derive')
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: 'A matrix derivative' }).waitFor()
    await page.goForward()
    await page.getByRole('heading', { level: 1, name: 'One derivative' }).waitFor()
    expect(complaints).toEqual([])
    await page.close()
  })

  it.each([
    ['#%', ''],
    ['#view=__proto__', ''],
    ['#view=constructor&expression=', 'Expected an expression'],
    ['#expression=%E0%A4%A&wrt=X', 'Expected a name'],
    ['#expression=tr(X)&wrt=X&order=-3', 'Expected "order" to be'],
    ['#expression=tr(X)&wrt=X&order=1e99', 'Expected an order of at most'],
    ['#expression=tr(X)&wrt=X&layout=%3Cb%3E', 'Expected a layout'],
    ['#expression=tr(X)&wrt=X&structure=none', 'Expected "structure" to be'],
  ])('takes any address: %s', async (hash, said) => {
    const { page, complaints } = await browser.visit(`playground/${hash}`)
    await settled(page)
    expect(await page.locator('[part="error"]').textContent()).toContain(said)
    expect(complaints).toEqual([])
    await page.close()
  })

  it('says that a snippet is copied', async () => {
    const { page } = await browser.visit('playground/#view=embed')
    await page.getByRole('button', { name: 'Copy' }).click()
    await page.getByRole('status').filter({ hasText: '✓ copied' }).waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      await page.locator('textarea[readonly]').inputValue(),
    )
    await page.close()
  })

  it('gives a snippet that works in a page of its own', async () => {
    const { page, url } = await browser.visit('playground/#view=embed&expression=tr(A*X*B)&wrt=X&layout=denominator')
    const snippet = await page.locator('textarea[readonly]').inputValue()
    expect(snippet).toBe(
      `<script type="module" src="${url}playground/matrix-derive.js"></script>\n\n<matrix-derive wrt="X" layout="denominator">tr(A*X*B)</matrix-derive>\n`,
    )
    const { page: own } = await browser.open(snippet)
    await settled(own)
    expect(await own.evaluate(() => document.querySelector('matrix-derive')!.derivation?.text)).toBe("A'*B'")
    await own.close()
    await page.close()
  })

  it.each(['derive', 'layouts', 'tutorial', 'identities', 'embed'])('fits a phone: %s', async view => {
    const { page } = await browser.visit(`playground/#view=${view}`, { width: 360 })
    await settled(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await page.close()
  })
})
