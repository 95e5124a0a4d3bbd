// `npm start -- web`: the playground on this machine, until Ctrl-C.

import { join, resolve } from 'node:path'
import { webBuilt } from '../build/web.mjs'
import { serve } from './serve.mjs'

const folder = join(resolve(import.meta.dirname, '../..'), 'apps/web/dist/playground')
const usualPort = 8080

/**
 * @param {readonly string[]} args what stands behind `web`
 * @returns {Promise<number>} the exit code; it comes when the server is told to end
 */
export async function serveWeb(args) {
  const port = portOf(args)
  if (port === undefined) {
    process.stderr.write('matrix-derive: expected "web" or "web --port N", N from 0 to 65535\n')
    return 2
  }
  await webBuilt()
  const server = await serve(folder, { port }).catch(error => error)
  if (server instanceof Error) {
    process.stderr.write(`matrix-derive: port ${port} cannot be used (${server.message}); choose another with --port\n`)
    return 1
  }
  process.stdout.write(`${server.url}\n`)
  process.stderr.write('matrix-derive: the playground is served there; Ctrl-C ends it\n')
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.once(signal, () => server.close())
  return new Promise(settle => server.closed.then(() => settle(0)))
}

/** @param {readonly string[]} args */
function portOf(args) {
  if (args.length === 0) return usualPort
  const [, text = ''] = /^--port[ =](\d{1,5})$/.exec(args.join(' ')) ?? []
  return text !== '' && Number(text) <= 65_535 ? Number(text) : undefined
}
