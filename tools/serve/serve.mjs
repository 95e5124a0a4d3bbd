import { createReadStream, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
}

/** What a page of ours needs, and not a bit more: nothing from elsewhere, nothing inline, no evaluation of text. */
export const strictPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; require-trusted-types-for 'script'; trusted-types lit-html"

/**
 * Serves a folder on this machine alone.
 * @param {string} folder
 * @param {{ port?: number, pages?: Readonly<Record<string, string>> }} [options] `pages` are given besides the files, by path
 * @returns {Promise<{ url: string, close: () => Promise<void>, closed: Promise<void> }>}
 */
export function serve(folder, { port = 0, pages = {} } = {}) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
    const headers = {
      'Content-Security-Policy': strictPolicy,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-cache',
    }
    if (Object.hasOwn(pages, path)) {
      response.writeHead(200, { ...headers, 'Content-Type': typeOf(path) }).end(pages[path])
      return
    }
    const file = join(folder, normalize(path.endsWith('/') ? `${path}index.html` : path))
    if (!file.startsWith(folder) || !isFile(file)) {
      response.writeHead(404, { ...headers, 'Content-Type': 'text/plain' }).end('Not found\n')
      return
    }
    response.writeHead(200, { ...headers, 'Content-Type': typeOf(file) })
    createReadStream(file).pipe(response)
  })
  return new Promise((settle, fail) => {
    server.once('error', fail).listen(port, '127.0.0.1', () => {
      const address = server.address()
      const url = `http://localhost:${typeof address === 'object' ? address?.port : port}/`
      /** @type {Promise<void>} */
      const closed = new Promise(done => server.once('close', () => done()))
      const close = () => {
        server.close()
        server.closeAllConnections()
        return closed
      }
      settle({ url, close, closed })
    })
  })
}

/** @param {string} path */
const typeOf = path => types[/** @type {keyof typeof types} */ (extname(path))] ?? 'application/octet-stream'

/** @param {string} file */
function isFile(file) {
  try {
    return statSync(file).isFile()
  } catch {
    return false
  }
}
