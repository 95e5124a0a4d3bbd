// `npm run docs`: brings every page up to date with what the program says now.

import { loadSources } from '../setup/sources.mjs'

await loadSources('tools/docs/write.ts', ['esbuild', 'typescript', 'react-devtools-core'])
