import { appendFileSync, writeFileSync } from 'node:fs'
import { defaultLimits, problemOf } from '@matrix-derive/core'
import { readExpression } from '@matrix-derive/language'
import { toProgram, toText } from '@matrix-derive/notation'
import { createRandom, differenceJacobian, dualJacobian, proveEqual } from '@matrix-derive/verify'
import fc from 'fast-check'
import { test } from 'vitest'
import { assignTo, deriveText, distance, inLayout, numbersOf, numeratorFrom } from './testing/deriving.ts'
import { randomDeclarations, randomProgram, randomValues } from './testing/random-program.ts'

const N = Number(process.env.HUNT ?? 500),
  SEED = Number(process.env.SEED ?? 1),
  DEPTH = Number(process.env.DEPTH ?? 4)
const values = randomValues(createRandom(5))
const stats: Record<string, number> = {}
const count = (k: string) => {
  stats[k] = (stats[k] ?? 0) + 1
}
function used(_: string) {
  return randomDeclarations
}
export function verdict({ text, wrt }: { text: string; wrt: string }, deep: boolean): string {
  let d: ReturnType<typeof deriveText>
  const declarations = used(text)
  const t0 = performance.now()
  try {
    d = deriveText({ text, wrt, declarations, limits: { ...defaultLimits, time: 5000 } })
  } catch (e: any) {
    const p = problemOf(e)
    return p
      ? `${p.code}: ${p.message.slice(0, 150)}`
      : `CRASH ${e.message} ${e.stack
          .split('\n')
          .slice(1, 4)
          .map((s: string) => s.trim().replace(/.*src\//, ''))
          .join(' < ')}`
  }
  const ms = performance.now() - t0
  if (ms > 500) count('slow ')
  const symbol = d.program.symbols.get(wrt)!.expression
  try {
    const at = assignTo(d.program, values)
    const f = numbersOf(d.expression, at)
    const x = at.values.get(wrt)!
    if (f.flat().some(v => !Number.isFinite(v) || Math.abs(v) > 1e8)) return 'skip'
    if (f.flat().length * x.flat().length > 3000) return 'skip'
    const want = numeratorFrom(dualJacobian(d.expression, symbol, at), f, x)
    const scale = Math.max(...want.flat().map(Math.abs), 0)
    if (!Number.isFinite(scale) || scale > 1e9) return 'skip'
    const got = numbersOf(d.answer, at)
    const dist = distance(got, want)
    if (!(dist < 1e-7) && !(scale < 1e-9)) {
      const diff = numeratorFrom(differenceJacobian(d.expression, symbol, at), f, x)
      if (!(distance(diff, want) < 1e-4)) return 'skip'
      return `WRONG ${dist} ${toProgram(d.answer).slice(0, 200)}`
    }
    if (ms > 500) return `SLOW ${ms.toFixed(0)} ms`
    if (!deep) return 'ok'
    // the text reads back
    let again
    const program = toProgram(d.answer)
    if (!/=/.test(program)) {
      try {
        again = readExpression(program, d.program.scope)
      } catch (e: any) {
        if (/matrix\(1\)|of one shape/.test(program + e.message) && /1×|×1/.test(e.message)) {
          return 'T1 ' + e.message.slice(0,60); 
          return 'ok'
        }
        return `UNREADABLE ${e.message.slice(0, 100)} in ${program.slice(0, 100)}`
      }
      if (again !== d.answer) {
        const dd = distance(numbersOf(again, at), got)
        if (!(dd < 1e-9)) return `REREAD ${dd}`
        count('reread differs')
      }
    }
    for (const layout of ['denominator', 'mixed']) {
      const o = deriveText({ text, wrt, declarations, layout })
      const dl = distance(numbersOf(o.answer, at), inLayout(layout, got, f, x))
      if (!(dl < 1e-7) && !(scale < 1e-9)) return `LAYOUT ${layout} ${dl}`
    }
    if (process.env.PROVE)
      for (const b of d.blocks)
        for (const s of b.steps) {
          if (s.identity.phases.includes('layout')) continue
          let v
          try {
            v = proveEqual(s.before, s.after, { variables: [wrt] }).verdict
          } catch (e: any) {
            count('unprovable ' + e.message.slice(0, 60))
            continue
          }
          count('step ' + v)
          if (v === 'failed') return `STEP ${s.identity.name}: ${toText(s.before)} -> ${toText(s.after)}`
        }
    if (f.length * f[0].length === 1 && process.env.SECOND) {
      const second = deriveText({ text, wrt, declarations, order: 2 })
      const H = numbersOf(second.answer, at)
      const n = x.flat().length
      const cols: number[][] = []
      for (let j = 0; j < x[0].length; j++)
        for (let i = 0; i < x.length; i++) {
          const h = 1e-5
          const g = (by: number) =>
            dualJacobian(d.expression, symbol, {
              ...at,
              values: new Map([
                ...at.values,
                [wrt, x.map((r, a) => r.map((e, b) => (a === i && b === j ? e + by : e)))],
              ]),
            })[0]
          const [p, q] = [g(h), g(-h)]
          cols.push(p.map((e, k) => (e - q[k]) / (2 * h)))
        }
      const want2 = cols[0].map((_, i) => cols.map(c => c[i]))
      const sc = Math.max(...want2.flat().map(Math.abs))
      if (sc > 1e7) return 'skip2'
      const d2 = distance(H, want2)
      if (!(d2 < 1e-4) && sc > 1e-5 * Math.max(1, scale))
        return `SECOND ${d2} ${H.length}x${H[0].length} n=${n} ${toProgram(second.answer).slice(0, 150)}`
      if (sc <= 1e-5 * Math.max(1, scale) && H.flat().some(v => Math.abs(v) > 1e-4 * Math.max(1, scale)))
        return `SECOND nonzero`
    }
    return 'ok'
  } catch (e: any) {
    const p = problemOf(e)
    if (p?.code === 'value' && !/size/.test(p.message)) return 'skip'
    return p
      ? `${p.code}: ${p.message.slice(0, 150)}`
      : `CRASH ${e.message} ${e.stack.split('\n').slice(1, 4).join(' < ')}`
  }
}
const classOf = (v: string) =>
  v
    .replace(/[\d.e-]+/g, '#')
    .slice(0, v.startsWith('WRONG') || v.startsWith('SECOND') ? 6 : v.startsWith('STEP') ? 40 : 90)
function minimise(p: { text: string; wrt: string }, c: string) {
  const fails = (text: string) =>
    new RegExp(`\\b${p.wrt}\\b`).test(text) && classOf(verdict({ text, wrt: p.wrt }, true)) === c
  let best = p.text
  const leaves = [
    '1',
    '2',
    't',
    'x',
    'z',
    'X',
    'Y',
    'a',
    'b',
    'u',
    'r',
    'A',
    'B',
    'C',
    'M',
    "x'",
    "z'",
    "X'",
    "Y'",
    "a'",
    "b'",
    "u'",
    "A'",
    "B'",
    "C'",
  ]
  const limit = performance.now() + 8000
  for (let improved = true; improved && performance.now() < limit; ) {
    improved = false
    const spans: [number, number][] = []
    for (let i = 0; i < best.length; i++) {
      if (i > 0 && /\w/.test(best[i]) && /\w/.test(best[i - 1])) continue
      if (!/[\w(-]/.test(best[i])) continue
      let depth = 0
      for (let j = i; j < best.length; j++) {
        if (best[j] === '(') depth++
        if (best[j] === ')' && --depth < 0) break
        if (depth === 0 && !(/\w/.test(best[j]) && /\w/.test(best[j + 1] ?? ''))) spans.push([i, j + 1])
      }
    }
    spans.sort((a, b) => b[1] - b[0] - (a[1] - a[0]))
    outer: for (const [i, j] of spans) {
      const inner = spans
        .filter(([a, b]) => a >= i && b <= j && b - a < j - i)
        .map(([a, b]) => best.slice(a, b))
        .sort((a, b) => a.length - b.length)
      for (const by of ['', ...leaves.filter(l => l.length < j - i), ...inner]) {
        if (performance.now() > limit) break outer
        const text = best.slice(0, i) + by + best.slice(j)
        if (text.length >= best.length) continue
        if (fails(text)) {
          best = text
          improved = true
          break outer
        }
      }
    }
  }
  return best
}
test('hunt', () => {
  const found = new Map<string, any[]>()
  const t0 = performance.now()
  for (const p of fc.sample(randomProgram(DEPTH), { numRuns: N, seed: SEED })) {
    if (p.text.length > 300) {
      count('long')
      continue
    }
    const v = verdict(p, true)
    if (v === 'ok' || v === 'skip' || v === 'skip2') {
      count(v)
      continue
    }
    const c = classOf(v)
    const list = found.get(c) ?? []
    list.push(p as any)
    found.set(c, list)
  }
  const seen = new Set<string>()
  const out = [`seed ${SEED} n ${N} depth ${DEPTH} ${(performance.now() - t0).toFixed(0)} ms ${JSON.stringify(stats)}`]
  for (const [c, l] of found) {
    l.sort((a, b) => a.text.length - b.text.length)
    out.push(`## ${c} x${l.length}`)
    for (const q of l.slice(0, /WRONG|STEP|SECOND|LAYOUT|SLOW|limit|CRASH|shap/.test(c) ? 12 : 2)) {
      const m = process.env.MIN === '0' ? q.text : minimise(q, c)
      if (seen.has(m)) continue
      seen.add(m)
      out.push(`  ${m}   by ${q.wrt}   =>  ${verdict({ text: m, wrt: q.wrt }, true)}`)
    }
  }
  writeFileSync(`/tmp/hunt-${SEED}.txt`, out.join('\n'))
}, 1e9)
