import { describe, expect, test } from 'vitest'
import { render } from './render.ts'

const textOf = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

describe('a derivation as static HTML', () => {
  test('says which layout the result is in, or that it is in every layout', async () => {
    const said = async (order: number, wrt: string) =>
      textOf(await render('t^2*x', { wrt, order, layout: 'denominator', variables: { x: 'vector(n)', t: 'scalar' } }))
    expect(await said(2, 't')).toContain('denominator layout,')
    const quadratic = { wrt: 'x', order: 2, layout: 'denominator' } as const
    expect(textOf(await render("x'*A*x", quadratic))).toContain('every layout,')
  })

  test('counts how often a scalar is derived by', async () => {
    const html = await render('t^3*c', { wrt: 't', order: 2, variables: { t: 'scalar', c: 'scalar' } })
    expect(html).toContain('<msup><mrow><mi>∂</mi></mrow><mn>2</mn></msup><mi>f</mi>')
  })

  test('takes account of the structure of a variable', async () => {
    const options = { wrt: 'S', variables: { S: 'symmetric(n)' }, structure: 'projected', steps: 'none' } as const
    const html = textOf(await render('tr(A*S)', options))
    expect(html).toContain('this is the gradient projected to its structure')
    expect(await render('tr(A*S)', { ...options, format: 'text' })).toBe('∂f/∂S = 1/2·(A + Aᵀ)')
  })

  test('is English from left to right, on whatever page it is put', async () => {
    expect(await render("x'*x", { wrt: 'x' })).toMatch(/^<div class="matrix-derive" lang="en" dir="ltr">.*<\/div>$/)
  })

  test.each([
    ['2*x', 'equal', '✓ The claim is right in denominator layout.'],
    ["2*x'", 'other-layout', '✗ The claim is right in numerator layout, not in denominator layout.'],
    ['x', 'scaled', '✗ The claim is 1/2 times the derivative.'],
    [
      '<b>x</b>',
      'wrong',
      '✗ In the claim: Expected a name, a number, an operator or a bracket, received &quot;&lt;&quot;.',
    ],
  ])('judges the claim %s', async (claim, verdict, said) => {
    const html = await render("x'*x", { wrt: 'x', layout: 'denominator', claim })
    expect(html).toContain(`<code>${claim.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</code>`)
    expect(html).toContain(`data-verdict="${verdict}">`)
    expect(textOf(html)).toContain(said)
  })

  test.each([{ order: 0 }, { order: Number.NaN }, { order: 1.5 }, { structure: 'none' }])(
    'refuses %j at once',
    async options => {
      const asked = { wrt: 'S', ...options } as Parameters<typeof render>[1]
      await expect(render('tr(A*S)', asked)).rejects.toThrow(`Expected "${Object.keys(options)[0]}" to be `)
    },
  )

  test('says that a linear map is left out', async () => {
    const long = 'Y = X*A*X; Z = Y*Y; V = Z*Z; W = V*V; W*W'
    const note = 'the derivative by X is not written as a linear map'
    expect(await render(long, { wrt: 'X', steps: 'none', proof: 'none' })).toContain(note)
    expect(await render('X*A*X', { wrt: 'X', steps: 'none', proof: 'none' })).not.toContain(note)
  })
})
