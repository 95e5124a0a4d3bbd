import { readExpression } from '@matrix-derive/language'
import { toProgram, toText } from '@matrix-derive/notation'
import { test } from 'vitest'
import { deriveText } from './testing/deriving.ts'
import { randomDeclarations } from './testing/random-program.ts'

const qs = (process.env.Q ?? '').split('|')
test('q', () => {
  for (const q of qs) {
    const [text, wrt] = q.split('@')
    const W = {
      W: 'matrix(m,n)',
      W1: 'matrix(k,n)',
      W2: 'matrix(m,k)',
      l: 'function(vector(m)) -> scalar',
      sigma: 'elementwise',
      X: 'matrix(n,n)',
    }
    const declarations = process.env.SHOW
      ? Object.fromEntries(
          Object.entries(W).filter(
            ([n]) =>
              text.includes(n) &&
              (n !== 'X' || !text.includes('A')) &&
              (n !== 'W' || (!text.includes('W1') && !text.includes('S1'))) &&
              !text.includes('S1'),
          ),
        )
      : Object.fromEntries(Object.entries(randomDeclarations).filter(([n]) => new RegExp(`\\b${n}\\b`).test(text)))
    try {
      const d = deriveText({ text, wrt, declarations, order: process.env.ORDER === '2' ? 2 : 1 })
      let o = `${text} by ${wrt} = ${toProgram(d.answer)}`
      if (process.env.SHOW)
        for (const b of d.blocks) {
          o += '\n   ' + toText(b.start)
          for (const s of b.steps) o += '\n    = ' + toText(s.after) + '    ' + s.identity.name
        }
      try {
        readExpression(toText(d.answer), d.program.scope)
      } catch (e: any) {
        o += '  REREAD ' + e.message
      }
      console.log(o)
    } catch (e: any) {
      console.log(text, wrt, e.message, e.problem ? '' : e.stack)
    }
  }
})
