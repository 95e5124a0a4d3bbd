import { expect, it } from 'vitest'
import { declarationsIn, emptyForm, firstScreen, formOf } from './state.ts'

it('reads declarations as they are typed, whatever separates them', () => {
  const kinds = { A: 'matrix(m,n)', sigma: 'elementwise', l: 'function(vector(m)) -> scalar' }
  expect(declarationsIn('A: matrix(m,n), sigma:elementwise; l : function(vector(m)) -> scalar,')).toEqual(kinds)
  expect(declarationsIn('')).toEqual({})
  // What is no declaration stays, for the reader to complain of.
  expect(declarationsIn('A, x: vector: 3')).toEqual({ A: '', x: 'vector: 3' })
})

it('fills the form with the question that is open, the caret behind each text', () => {
  const variables = { A: 'symmetric(n)', x: 'vector(n)' }
  const question = { expression: "x'*A*x", variables, wrt: ['x', 'A'], layout: 'mixed', order: 2 }
  const form = formOf(question, ['numerator', 'denominator', 'mixed'])
  expect(form).toEqual({
    program: { text: "x'*A*x", caret: 6 },
    by: { text: 'x, A', caret: 4 },
    with: { text: 'A: symmetric(n), x: vector(n)', caret: 29 },
    layout: 2,
    order: 2,
    start: 'strategy',
    replaces: true,
  })
  expect(declarationsIn(form.with.text)).toEqual(variables)
  expect(formOf({ ...question, layout: 'of a plugin' }, ['numerator']).layout).toBe(0)
})

it('begins with the work as it was left, and with the question where there is none or one is being typed', () => {
  const screen = (tabs: number, typing: string) =>
    firstScreen({ tabs: Array(tabs).fill({}), session: { tabs: [], active: 0, typing } } as never)
  expect([screen(0, '').mode, screen(1, '').mode, screen(1, 'tr(').mode]).toEqual(['ask', 'lines', 'ask'])
  expect(screen(1, 'tr(').form).toEqual({ ...emptyForm, program: { text: 'tr(', caret: 3 } })
})
