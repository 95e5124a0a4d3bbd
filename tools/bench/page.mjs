// What the element costs a page: its size, the time until it shows something, and what it keeps.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import { chromiumPath } from '../browser/chromium.mjs'
import { webBuilt } from '../build/web.mjs'
import { serve } from '../serve/serve.mjs'
import { root } from '../setup/setup.mjs'

const dist = join(root, 'apps/web/dist')

const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title>
<script type="module" src="/matrix-derive.js"></script><matrix-derive wrt="X">tr(A*X*B)</matrix-derive></html>`

/** @returns {Promise<{ figure: string, target: string, measured: string }[]>} */
export async function measurePage() {
  await webBuilt()
  const code = readFileSync(join(dist, 'matrix-derive.js'))
  const size = `${(gzipSync(code, { level: 9 }).length / 1000).toFixed(1)} kB`
  const rows = [{ figure: 'the element as one file, gzip', target: '90 kB', measured: size }]
  if (chromiumPath === undefined) return [...rows, { figure: 'in a page', target: '', measured: 'no Chromium here' }]
  const server = await serve(dist, { pages: { '/bench.html': body, '/favicon.ico': '' } })
  const browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    return [...rows, ...(await inBrowser(browser, server.url))]
  } finally {
    await browser.close()
    await server.close()
  }
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 */
async function inBrowser(browser, url) {
  const times = []
  for (let round = 0; round < 5; round++) {
    const page = await browser.newPage()
    await page.goto(`${url}bench.html`)
    times.push(await firstLine(page))
    await page.close()
  }
  const page = await browser.newPage()
  await page.goto(`${url}bench.html`)
  await firstLine(page)
  const session = await page.context().newCDPSession(page)
  const used = async () => {
    for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage')
    return (await session.send('Runtime.getHeapUsage')).usedSize / 1e6
  }
  await rederive(page, 200)
  const before = await used()
  await rederive(page, 1000)
  const after = await used()
  const middle = times.sort((a, b) => a - b)[2]
  const sign = after < before ? '−' : '+'
  const growth = `${after.toFixed(1)} MB, ${sign}${Math.abs(after - before).toFixed(1)} MB`
  return [
    { figure: 'from opening a page to its first derivation, cold', target: '', measured: `${middle.toFixed(0)} ms` },
    { figure: 'memory of the page after 1,000 more derivations', target: 'no growth', measured: growth },
  ]
}

/** Milliseconds from opening the page to the first line. @param {import('playwright-core').Page} page */
async function firstLine(page) {
  await page.waitForFunction(() => document.querySelector('matrix-derive')?.shadowRoot?.querySelector('.line'), null, {
    polling: 'raf',
  })
  return page.evaluate(() => performance.now())
}

/**
 * @param {import('playwright-core').Page} page
 * @param {number} count
 */
function rederive(page, count) {
  return page.evaluate(async count => {
    const element = /** @type {HTMLElement & { expression: string, proof: string }} */ (
      document.querySelector('matrix-derive')
    )
    const programs = ['tr(A*X*B)', "tr(X'*A*X)", 'logdet(X)', 'norm2(A*X*b)^2', 'sum(exp(A*X))']
    element.proof = 'none'
    for (let i = 0; i < count; i++) {
      element.expression = `${programs[i % programs.length]} + ${i % 97}*tr(X*C)`
      // A listener that is left behind would keep what it was told.
      await new Promise(settle => {
        element.addEventListener('matrix-derive-change', () => settle(undefined), { once: true })
      })
    }
  }, count)
}
