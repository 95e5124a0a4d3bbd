import { expect, it } from 'vitest'
import { latexText } from './latex-text.ts'

it('writes every character so that LaTeX sets it', () => {
  expect(latexText("50% of {x_1} & y'")).toBe("50\\% of \\{x\\_1\\} \\& y'")
  expect(latexText('Fréchet: X∘Y')).toBe('Fréchet: X$\\circ$Y')
  expect(latexText('☃')).toBe('?')
})

it('joins formulas that touch', () => {
  expect(latexText('‖²')).toBe('$\\Vert^2$')
})
