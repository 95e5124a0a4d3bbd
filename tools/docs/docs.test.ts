import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { apiFunctions } from './api.ts'
import { renderPage } from './page.ts'
import { pages, root } from './pages.ts'

const read = (path: string): string => readFileSync(join(root, path), 'utf8')

describe('every page', () => {
  it.each(pages)('%s says what the program says; `npm run docs` brings it up to date', async page => {
    const text = read(page)
    expect(await renderPage(text)).toBe(text)
  })

  it.each(pages)('%s has no dead link', page => {
    const links = [...read(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link)
    const dead = links.filter(link => {
      if (/^https?:/.test(link)) return false
      const [path, heading] = link.split('#')
      const target = path === '' ? page : join(dirname(page), path)
      if (!existsSync(join(root, target))) return true
      return heading !== undefined && !anchors(read(target)).includes(heading)
    })
    expect(dead).toEqual([])
  })
})

/** The names by which the headings of a page can be linked to. */
function anchors(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

it('the reference explains every error code', () => {
  const codes = [...read('packages/core/src/error.ts').matchAll(/^ {2}\| '([a-z-]+)'$/gm)].map(([, code]) => code)
  const explained = [...read('docs/reference/errors.md').matchAll(/^## `(.+)`$/gm)].map(([, code]) => code)
  expect(explained.sort()).toEqual(codes.sort())
})

it('the reference has every function of the API, with an example', () => {
  const sections = read('docs/reference/api.md').split('\n## ').slice(1)
  const described = sections.filter(text => text.includes('<!-- generated: api ') && text.includes('```ts\n'))
  expect(described.map(text => text.split('\n')[0]).sort()).toEqual(apiFunctions().sort())
})
