import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { openBrowser, type PageOptions, settled } from './browser.ts'

const folder = resolve(import.meta.dirname, '../../docs/images')

/** A page as an author might write it: words, a derivation, words. */
const article = (body: string) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Least squares</title><meta name="color-scheme" content="light dark">
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><link rel="stylesheet" href="/article.css">
<script type="module" src="/matrix-derive.js"></script></head><body><main>${body}</main></body></html>`

const style = `
  :root { background: light-dark(#fffffb, #191817); color: light-dark(#1b1b1a, #ecebe6); }
  body { margin: 0; font: 1.0625rem/1.55 Palatino, "TeX Gyre Pagella", Georgia, serif; hyphens: auto; }
  main { max-width: 60rem; margin: auto; padding: 1.6rem clamp(1rem, 5vw, 3rem) 2rem; }
  h1, h2 { font-weight: normal; line-height: 1.25; margin: 0 0 0.6em; }
  h2 { font-size: 1.3rem; margin-block-start: 1.6em; }
  p { margin: 0 0 1em; max-width: 38rem; text-wrap: pretty; }
  math { font-family: "TeX Gyre Pagella Math", "Latin Modern Math", math; }
  matrix-derive { margin-block: 1.4em; }`

const a = '<math><mi>A</mi></math>'
const [x, b] = ['x', 'b'].map(name => `<math><mi>${name}</mi></math>`)
const leastSquares = `<h1>Least squares</h1>
  <p>A system with more equations than unknowns has no solution in general. The best one can do is to find the ${x}
  for which ${a} times ${x} is as near to ${b} as it can be. How does the squared distance change with ${x}?</p>
  <matrix-derive wrt="x" layout="denominator">norm2(A*x - b)^2</matrix-derive>
  <p>Where the gradient is zero the distance is smallest.</p>`
const exercise = `<h1>An exercise</h1>
  <p>Derive the trace of a product by the matrix in the middle, and check your answer before you read on.</p>
  <matrix-derive wrt="X" layout="denominator" editable claim="B*A">tr(A*X*B)</matrix-derive>`

const files = {
  '/article.css': style,
  '/least-squares.html': article(leastSquares),
  '/exercise.html': article(exercise),
}

const pictures: readonly [name: string, path: string, PageOptions][] = [
  ['element-light', 'least-squares.html', { width: 900 }],
  ['element-dark', 'least-squares.html', { width: 900, dark: true }],
  ['element-wide', 'exercise.html', { width: 1280 }],
  ['element-narrow', 'exercise.html', { width: 360 }],
  ['playground-light', 'playground/', { width: 1280 }],
  ['playground-dark', 'playground/#view=layouts&expression=norm2(A*x-b)^2&wrt=x', { width: 1280, dark: true }],
  ['playground-identities', 'playground/#view=identities&search=kron', { width: 1000 }],
  ['playground-narrow', 'playground/', { width: 360, dark: true }],
]

const browser = await openBrowser(files, 1.5)
mkdirSync(folder, { recursive: true })
for (const [name, path, options] of pictures) {
  const { page, complaints } = await browser.visit(path, { height: 600, ...options })
  await settled(page)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  const whole = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ width: options.width!, height: Math.min(whole, 1400) })
  await page.screenshot({ path: join(folder, `${name}.png`) })
  if (complaints.length > 0) process.stderr.write(`${name}: ${complaints.join('\n')}\n`)
  await page.close()
}
await browser.close()
