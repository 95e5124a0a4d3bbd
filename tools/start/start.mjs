// `npm start --silent -- derive ...`: everything that has to happen first, then the command, in this process.

import { realpathSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { command, root, SetupError, say, setUp } from '../setup/setup.mjs'

const [first, ...rest] = process.argv.slice(2)

try {
  await setUp()
} catch (error) {
  if (!(error instanceof SetupError)) throw error
  say(error.message)
  process.exit(1)
}

// npm moves to the root of the repository; files that the user names are where the user is.
const { npm_lifecycle_event: event, INIT_CWD: origin } = process.env
if (event === 'start' && origin && process.cwd() === realpathSync(root)) process.chdir(origin)

if (first === 'web') {
  const { serveWeb } = await import('../serve/web.mjs')
  process.exitCode = await serveWeb(rest)
} else {
  process.argv[1] = command
  await import(pathToFileURL(command).href)
}
