import { describe, expect, test } from 'vitest'
import { emptyQuestion, fromHash, type Question, requestOf, toHash, withDeclaration } from './question.ts'

const question: Question = {
  expression: "logdet(S) - tr(A*S) + x'*x",
  wrt: 'S, x',
  variables: 'S: spd(n); A: symmetric(n)',
  layout: 'denominator',
  order: 2,
  structure: 'projected',
}

describe('a question', () => {
  test('comes back from an address as it was', () => {
    expect(fromHash(`#${toHash(question)}`)).toEqual(question)
    expect(fromHash(toHash(emptyQuestion))).toEqual(emptyQuestion)
  })

  test('has nothing in its address that is as usual', () => {
    expect(toHash({ ...emptyQuestion, expression: 'x', wrt: 'x' })).toBe('expression=x&wrt=x')
  })

  test('is as usual where an address says nothing that can be read', () => {
    expect(fromHash('#%%%&order=two&order=3&&=&wrt')).toEqual(emptyQuestion)
  })

  test('is a request for those who answer it, the structure included', () => {
    expect(requestOf(question)).toEqual({
      ...question,
      wrt: ['S', 'x'],
      variables: { S: 'spd(n)', A: 'symmetric(n)' },
    })
  })

  test('takes a declaration back where its kind is empty', () => {
    const { variables } = question
    expect(withDeclaration(variables, 'S', 'symmetric(n)')).toBe('A: symmetric(n); S: symmetric(n)')
    expect(withDeclaration(variables, 'A', ' ')).toBe('S: spd(n)')
  })
})
