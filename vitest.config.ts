import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './tools/test/order.ts'

export default defineConfig({
  test: {
    include: ['{packages,apps,tools}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    // One module graph for all files: ten times faster with a hundred packages. It is safe because no module keeps
    // state that a test could change: identities are frozen data, and importing one registers nothing.
    isolate: false,
    pool: 'threads',
    // Many tests wait, for a browser, a process or a clock: one worker more than there are cores keeps all of these busy.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
