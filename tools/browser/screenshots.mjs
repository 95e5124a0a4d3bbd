// Takes the pictures in docs/images anew, with the fonts of this machine.

import { setUp } from '../setup/setup.mjs'
import { loadSources } from '../setup/sources.mjs'

await setUp()
await loadSources('tools/browser/screenshots.ts', ['esbuild', 'playwright-core', 'typescript'])
