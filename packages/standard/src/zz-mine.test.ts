import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { proveDerivation } from '@matrix-derive/verify'
import { test } from 'vitest'
import { deriveText } from './testing/deriving.ts'

const shared = new URL('../../../../shared/conformance/', import.meta.url)
const cases = readdirSync(shared)
  .filter(f => f.endsWith('jsonl'))
  .flatMap(f =>
    readFileSync(new URL(f, shared), 'utf8')
      .trim()
      .split('\n')
      .map(l => JSON.parse(l)),
  )
test('x', async () => {
  for (let round = 0; round < 6; round++) {
    const times: [number, string, string][] = []
    const counts = { proved: 0, agrees: 0, unchecked: 0 }
    for (const c of cases) {
      const d = deriveText({
        text: c.expression,
        declarations: c.variables,
        wrt: c.wrt,
        layout: 'denominator',
        order: c.order ?? 1,
      })
      const t = performance.now()
      try {
        const p = await proveDerivation(d, { store: d.store, steps: true })
        for (const k of ['proved', 'agrees', 'unchecked'] as const) counts[k] += p.counts[k]
        times.push([performance.now() - t, c.id, JSON.stringify(p.counts)])
      } catch (e: any) {
        console.log(c.id, c.expression, e.problem ?? e)
      }
    }
    times.sort((a, b) => b[0] - a[0])
    if (round == 5) console.log(counts, 'median', times[times.length >> 1][0], times.slice(0, 6), times.length)
  }
}, 60000)
