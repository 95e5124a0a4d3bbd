import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { largestElement, webBuilt } from '../build/web.mjs'
import { type Browser, chromiumPath, openBrowser, settled } from './browser.ts'

const root = resolve(import.meta.dirname, '../..')
const dist = join(root, 'apps/web/dist')
const page = readFileSync(join(root, 'docs/how-to/embed.md'), 'utf8')

/** A file that the page shows, as it stands there. */
function shown(name: string): string {
  const [, text] = new RegExp(`^\`\`\`\\w+ ${name}\\n(.*?)^\`\`\``, 'ms').exec(page) ?? []
  if (text === undefined) throw new Error(`The page shows no ${name}.`)
  return text
}

beforeAll(() => webBuilt(), 90_000)

describe('what is built for pages', () => {
  it('is one file that imports nothing and is small enough', () => {
    const code = readFileSync(join(dist, 'matrix-derive.js'))
    expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(largestElement)
    expect(String(code)).not.toMatch(/\bimport\s*[({"'*]|\bimport\s+\w+\s+from|\beval\s*\(|new Function\b/)
  })

  it('is described by a manifest that is true of it', () => {
    const manifest = JSON.parse(readFileSync(join(dist, 'custom-elements.json'), 'utf8'))
    const [element] = manifest.modules[0].declarations
    const sources = ['element', 'editor', 'derivation', 'line-view', 'claim', 'menu', 'choices', 'styles'].map(name =>
      readFileSync(join(root, `apps/web/src/${name}.ts`), 'utf8'),
    )
    const parts = sources.flatMap(text => [
      ...text.matchAll(/part="([a-z -]+)"|(?:make\('\w+', |menu\()'([a-z]+)'|'part', '([a-z ]+)'/g),
    ])
    const found = parts.flatMap(([, ...names]) => names.filter(Boolean).flatMap(names => names.split(' ')))
    expect([...new Set(found)].sort()).toEqual(element.cssParts.map(({ name }: { name: string }) => name).sort())
    const properties = [...sources.join('').matchAll(/var\((--matrix-derive-[a-z-]+)/g)].map(([, name]) => name)
    expect([...new Set(properties)].sort()).toEqual(
      element.cssProperties.map(({ name }: { name: string }) => name).sort(),
    )
    const described = [
      ...element.cssParts,
      ...element.cssProperties,
      ...element.members,
      ...element.events,
      ...element.slots,
    ]
    expect(described.filter(({ description }) => description === '')).toEqual([])
    expect(element.events.map(({ name }: { name: string }) => name)).toHaveLength(3)
  })

  it('renders in Node, without a DOM', () => {
    const folder = mkdtempSync(join(tmpdir(), 'matrix-derive-render-'))
    try {
      copyFileSync(join(dist, 'render.js'), join(folder, 'render.js'))
      writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
      writeFileSync(join(folder, 'render-page.mjs'), shown('render-page.mjs'))
      const html = execFileSync(process.execPath, ['render-page.mjs'], { cwd: folder, encoding: 'utf8' })
      expect(html).toMatch(/^<div class="matrix-derive"[^>]*>.*<math.*denominator layout.*<\/div>\n$/s)
      expect(html).toContain('✓ every step proved')
      writeFileSync(
        join(folder, 'hostile.mjs'),
        `import { render } from './render.js'
         console.log(await render("x'*x; ", { wrt: 'x', variables: { x: '<img onerror=alert(1)>' } }).catch(error => error.message))
         for (const format of ['mathml', 'latex', 'text']) console.log(await render("x'*x", { wrt: 'x', format }))`,
      )
      const printed = execFileSync(process.execPath, ['hostile.mjs'], { cwd: folder, encoding: 'utf8' })
      expect(printed).toMatch(/^x: Expected .*\n<math.*\n\\begin\{align\*\}.*∂f\/∂x *= 2xᵀ/s)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

/** A React page with the line that docs/how-to/embed.md shows, built as such pages are. */
async function reactPage(): Promise<string> {
  const [, line] = /^```jsx\n(.*)\n```/m.exec(page) ?? []
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { useState } from 'react'
        import { createRoot } from 'react-dom/client'
        function Page() {
          const [program, setProgram] = useState('tr(A*X*B)')
          const [result, setResult] = useState()
          return <>
            ${line}
            <button onClick={() => setProgram('tr(A*X)')}>shorter</button>
            <output>{result?.text}</output>
          </>
        }
        createRoot(document.querySelector('main')).render(<Page />)`,
      loader: 'jsx',
      resolveDir: root,
    },
    jsx: 'automatic',
    bundle: true,
    format: 'esm',
    minify: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    write: false,
    logLevel: 'warning',
  })
  return outputFiles[0].text
}

const falseLaw = `
  import { defineIdentity, register } from './matrix-derive.js'
  const manifest = { name: 'false-law', version: '1.0.0', description: 'It is false.' }
  const where = { A: 'matrix(n)', B: 'matrix(n)' }
  const law = { phase: 'simplify', on: 'tr', statement: 'tr(A*B) = tr(A)*tr(B)', where, title: 'false', source: 'nobody' }
  try {
    register(defineIdentity(manifest, law))
  } catch (error) {
    document.title = error.message
  }
`

const brokenLaw = `
  import { defineIdentity, register } from './matrix-derive.js'
  const manifest = { name: 'broken-law', version: '1.0.0', description: 'Its statement is true, and it breaks off.' }
  const where = { A: 'constant matrix(m,n)', X: 'matrix(n,m)' }
  const law = { phase: 'differential', on: 'tr', statement: 'd(tr(A*X)) = tr(A*d(X))', where, title: 'broken', source: 'nobody' }
  register(defineIdentity(manifest, { ...law, apply: () => { throw new Error('it broke off') } }))
`

describe.skipIf(chromiumPath === undefined)('the page on embedding, as written', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser({
      '/page.html': shown('page.html'),
      '/layouts.js': shown('layouts.js'),
      '/false-law.js': falseLaw,
      '/broken-law.js': brokenLaw,
      '/react.js': await reactPage(),
      '/favicon.ico': '',
    })
  }, 90_000)
  afterAll(() => browser.close())

  it('shows two derivations', async () => {
    const { page, complaints } = await browser.visit('page.html')
    await settled(page)
    const texts = await page.evaluate(() =>
      [...document.querySelectorAll('matrix-derive')].map(({ derivation }) => derivation?.text),
    )
    expect(texts).toEqual(["2*A'*(A*x - b)", expect.stringContaining('W*x - y')])
    expect(complaints).toEqual([])
    await page.close()
  })

  it('works in React: properties are given, and events heard', async () => {
    const { page, complaints } = await browser.open('<script type="module" src="/react.js"></script>')
    const output = page.locator('output')
    await output.filter({ hasText: "A'*B'" }).waitFor()
    const given = await page.evaluate(() => {
      const { expression, wrt, layout } = document.querySelector('matrix-derive')!
      return { expression, wrt, layout }
    })
    expect(given).toEqual({ expression: 'tr(A*X*B)', wrt: 'X', layout: 'denominator' })
    await page.getByRole('button', { name: 'shorter' }).click()
    await output.filter({ hasText: /^A'$/ }).waitFor()
    expect(complaints).toEqual([])
    await page.close()
  })

  it('has its layout in the menu of every element', async () => {
    const { page } = await browser.open(
      '<matrix-derive editable wrt="X">tr(A*X)</matrix-derive><script type="module" src="/layouts.js"></script>',
    )
    await settled(page)
    await page.locator('[part="layout"]').selectOption('rows')
    await page.waitForFunction(() => document.querySelector('matrix-derive')!.derivation?.text === "A'")
    await page.close()
  })

  it('refuses a law that is false, and stays as it was', async () => {
    const { page } = await browser.open(
      '<matrix-derive wrt="X">tr(A*X)</matrix-derive><script type="module" src="/false-law.js"></script>',
    )
    await settled(page)
    await page.waitForFunction(() => document.title !== 'Test')
    const said = await page.title()
    expect(await page.evaluate(() => document.querySelector('matrix-derive')!.derivation?.text)).toBe('A')
    expect(said).toMatch(/^Expected a true statement in false-law@1\.0\.0/)
    await page.close()
  })

  it('derives without a law that breaks off, and says so', async () => {
    const { page, complaints } = await browser.open(
      '<matrix-derive wrt="X">tr(A*X)</matrix-derive><script type="module" src="/broken-law.js"></script>',
    )
    await page.waitForFunction(() => document.querySelector('matrix-derive')!.derivation?.warnings !== undefined)
    const found = await page.evaluate(() => document.querySelector('matrix-derive')!.derivation)
    expect(found).toMatchObject({ text: 'A', warnings: [{ code: 'plugin', plugin: 'broken-law' }] })
    expect(complaints).toEqual([])
    await page.close()
  })
})
