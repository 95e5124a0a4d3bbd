import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { openBrowser, type PageOptions, settled } from './browser.ts'

const folder = resolve(import.meta.dirname, '../../docs/images')

const element = `<matrix-derive wrt="x" variables="A: symmetric(n)" layout="denominator">norm2(A*x - b)^2</matrix-derive>`
const editable = `<matrix-derive wrt="X" layout="denominator" editable claim="B*A">tr(A*X*B)</matrix-derive>`

const pictures: readonly [name: string, where: { body: string } | { path: string }, PageOptions][] = [
  ['element-light', { body: element }, { width: 900, height: 760 }],
  ['element-dark', { body: element }, { width: 900, height: 760, dark: true }],
  ['element-narrow', { body: editable }, { width: 360, height: 1100 }],
  ['playground-light', { path: 'playground/' }, { width: 1280, height: 800 }],
  [
    'playground-dark',
    { path: 'playground/#view=layouts&expression=norm2(A*x-b)^2&wrt=x' },
    { width: 1280, height: 800, dark: true },
  ],
  ['playground-identities', { path: 'playground/#view=identities&search=kron' }, { width: 1000, height: 800 }],
  ['playground-narrow', { path: 'playground/' }, { width: 360, height: 1100, dark: true }],
]

const browser = await openBrowser()
mkdirSync(folder, { recursive: true })
for (const [name, where, options] of pictures) {
  const { page, complaints } = await ('body' in where
    ? browser.open(where.body, { ...options, title: 'Least squares' })
    : browser.visit(where.path, options))
  await settled(page)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: false })
  if (complaints.length > 0) process.stderr.write(`${name}: ${complaints.join('\n')}\n`)
  await page.close()
}
await browser.close()
