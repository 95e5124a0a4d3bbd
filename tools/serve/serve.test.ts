import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { serve } from './serve.mjs'

const root = resolve(import.meta.dirname, '../..')

/** `npm start -- web ...`, without npm. */
function start(...args: string[]) {
  const child = spawn(process.execPath, [join(root, 'tools/start/start.mjs'), 'web', ...args], { stdio: 'pipe' })
  const output = { out: '', err: '' }
  child.stdout.on('data', text => {
    output.out += text
  })
  child.stderr.on('data', text => {
    output.err += text
  })
  const ended = new Promise<number | null>(settle => child.on('exit', settle))
  return { child, output, ended }
}

describe('the server of the playground', () => {
  it('prints its address, serves the page, and ends cleanly', async () => {
    const { child, output, ended } = start('--port', '0')
    while (!output.out.includes('\n')) await new Promise(settle => setTimeout(settle, 50))
    const url = output.out.trim()
    expect(url).toMatch(/^http:\/\/localhost:\d+\/$/)
    const page = await fetch(url)
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await page.text()).toContain('<title>matrix-derive')
    child.kill('SIGINT')
    expect(await ended).toBe(0)
  }, 120_000)

  it('says what it takes, and that a port is taken', async () => {
    const wrong = start('--port', 'x')
    expect(await wrong.ended).toBe(2)
    expect(wrong.output.err).toContain('expected "web" or "web --port N"')
    const taken = await serve(root)
    const second = start('--port', new URL(taken.url).port)
    expect(await second.ended).toBe(1)
    expect(second.output.err).toContain('choose another with --port')
    await taken.close()
  }, 120_000)

  it('serves nothing outside of its folder', async () => {
    const server = await serve(join(root, 'docs/how-to'))
    const status = async (path: string) => (await fetch(`${server.url}${path}`)).status
    expect(await status('embed.md')).toBe(200)
    expect(await status('..%2f..%2fpackage.json')).toBe(404)
    expect(await status('missing')).toBe(404)
    await server.close()
  })
})
