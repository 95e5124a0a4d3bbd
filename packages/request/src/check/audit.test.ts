import { readFileSync } from 'node:fs'
import { standardRegistry } from '@matrix-derive/standard'
import { expect, it } from 'vitest'
import { type AuditOptions, audit, readRow } from './audit.ts'

const registry = standardRegistry()

function auditText(text: string, options: Partial<AuditOptions> = {}) {
  const rows = text
    .trim()
    .split('\n')
    .map((line, i) => readRow(JSON.parse(line), i + 1))
  return audit(rows, { registry, ...options })
}

function auditFile(name: string, options?: Partial<AuditOptions>) {
  return auditText(readFileSync(new URL(`../../../../docs/examples/${name}.jsonl`, import.meta.url), 'utf8'), options)
}

it('calls page A consistently denominator layout, whatever the page calls it', async () => {
  const { layout, consistent, rows } = await auditFile('page-a')
  expect(layout).toBe('denominator')
  expect(consistent).toEqual(['denominator', 'mixed'])
  expect(rows.filter(row => !('verdict' in row && row.verdict === 'equal'))).toEqual([])
})

it('says which rows of page B are in which layout', async () => {
  const { consistent, byLayout, breaking, wrong, conditional } = await auditFile('page-b', { layout: 'numerator' })
  const gradients = [
    'quadratic-form',
    'trace-of-AX',
    'determinant',
    'trace-of-square',
    'two-layers-W2',
    'two-layers-W1',
  ]
  const jacobians = ['linear-map', 'inverse-by-scalar', 'product-by-scalar', 'chain-rule']
  expect({ consistent, wrong, conditional }).toEqual({ consistent: [], wrong: [], conditional: [] })
  expect(new Set(byLayout.numerator)).toEqual(new Set([...jacobians, 'row-said-denominator']))
  expect(new Set(byLayout.denominator)).toEqual(new Set([...gradients, 'row-said-numerator']))
  // Mixed layout is what one gets who takes each formula as it is usually met.
  expect(new Set(byLayout.mixed)).toEqual(new Set([...gradients, ...jacobians, 'row-said-denominator']))
  expect(new Set(breaking)).toEqual(new Set([...gradients, 'row-said-denominator', 'row-said-numerator']))
  expect((await auditFile('page-b')).layout).toBe('mixed')
})

it('finds the twelve faults in forty formulas and calls each by its name', async () => {
  const { layout, rows, breaking, wrong, conditional, unreadable } = await auditFile('forty-formulas')
  expect({ layout, count: rows.length, unreadable }).toEqual({ layout: 'denominator', count: 40, unreadable: [] })
  const faults = Object.fromEntries(
    rows.flatMap(row => ('verdict' in row && row.verdict !== 'equal' ? [[row.id, row.verdict]] : [])),
  )
  expect(faults).toEqual({
    'quadratic-without-condition': 'conditional',
    'half-squared-norm': 'scaled',
    'residual-row': 'other-layout',
    'residual-sign': 'scaled',
    'ridge-without-penalty': 'wrong',
    'trace-sandwich-swapped': 'wrong',
    'trace-inverse-shape': 'wrong',
    'trace-inverse-sides': 'wrong',
    'log-determinant-numerator': 'other-layout',
    'log-determinant-symmetric': 'other-convention',
    rotation: 'conditional',
    'matrix-product-rows-stacked': 'transposed',
  })
  expect([...breaking, ...wrong, ...conditional].sort()).toEqual(Object.keys(faults).sort())
})

it('prefers layouts in common use where a table fits several', async () => {
  const ofScalars = '{"expression":"t^2","wrt":"t","claim":"2*t","variables":{"t":"scalar"}}'
  expect(await auditText(ofScalars)).toMatchObject({
    layout: 'numerator',
    consistent: ['numerator', 'denominator', 'mixed'],
  })
})

it('goes on behind a row that cannot be read', async () => {
  const { rows, unreadable } = await auditText(
    `{"id":"a","expression":"x'*","wrt":"x","claim":"x"}
{"expression":"x'*x","wrt":"x","claim":"2*x"}
{"id":"c","expression":"x'*x","wrt":"x"}
[]`,
  )
  expect(rows).toMatchObject([
    { id: 'a', error: { code: 'syntax' } },
    { id: 2, verdict: 'equal', layout: 'denominator' },
    { id: 'c', error: { code: 'value' } },
    { id: 4, error: { code: 'value' } },
  ])
  expect(unreadable).toEqual(['a', 'c', 4])
})
