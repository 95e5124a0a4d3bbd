import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderPage } from './page.ts'
import { pages, root } from './pages.ts'

for (const page of pages) {
  const file = join(root, page)
  const before = readFileSync(file, 'utf8')
  const after = await renderPage(before)
  if (after === before) continue
  writeFileSync(file, after)
  process.stdout.write(`${page} changed\n`)
}
