import { defaultLimits, problemOf } from '@matrix-derive/core'
import { proveDerivation } from '@matrix-derive/verify'
import fc from 'fast-check'
import { test } from 'vitest'
import { deriveText } from './testing/deriving.ts'
import { randomDeclarations, randomProgram } from './testing/random-program.ts'

function used(text: string) {
  return Object.fromEntries(Object.entries(randomDeclarations).filter(([n]) => new RegExp(`\\b${n}\\b`).test(text)))
}
test('x', async () => {
  const counts: any = { proved: 0, agrees: 0, unchecked: 0, bad: 0, err: 0, n: 0 }
  const layouts = ['numerator', 'denominator', 'mixed']
  const ts: [number, string][] = []
  const programs = fc.sample(randomProgram(Number(process.env.DEPTH ?? 3)), {
    numRuns: Number(process.env.HUNT ?? 1500),
    seed: Number(process.env.SEED ?? 7),
  })
  for (const [i, { text, wrt }] of programs.entries()) {
    let d
    try {
      d = deriveText({
        text,
        wrt,
        declarations: used(text),
        layout: layouts[i % 3],
        limits: { ...defaultLimits, time: 3000 },
      })
    } catch (e) {
      counts.err++
      continue
    }
    const t = performance.now()
    try {
      const p = await proveDerivation(d, { store: d.store, steps: true })
      for (const k of ['proved', 'agrees', 'unchecked'] as const) counts[k] += p.counts[k]
    } catch (e: any) {
      counts.bad++
      console.log(wrt, text, e.problem ?? e)
    }
    ts.push([performance.now() - t, text])
    counts.n++
  }
  ts.sort((a, b) => b[0] - a[0])
  console.log(counts, 'median', ts[ts.length >> 1][0], ts.slice(0, 5))
}, 600000)
