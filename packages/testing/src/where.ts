import { assumptions, unit } from '@matrix-derive/core'
import { readConditions } from '@matrix-derive/language'

/** Conditions that are facts of a symbol, by which it is declared and sampled: `matrix(n) symmetric` is `symmetric(n)`. */
const structures: ReadonlySet<string> = new Set([
  'symmetric',
  'skew',
  'diagonal',
  'orthogonal',
  'lower',
  'upper',
  'spd',
  'integer',
])

/** Conditions that say where a law is useful, not where it is true. */
const tactics: ReadonlySet<string> = new Set(['leaf', 'column', 'differential', 'dependent'])

/** Whether the identity must check this condition, because without it the law is false. */
export function isChecked(predicate: string): boolean {
  return !assumptions.has(predicate) && !tactics.has(predicate)
}

/** Whether the identity must record this condition, because it cannot check it; random instances nearly always meet it. */
export function isAssumed(predicate: string): boolean {
  return assumptions.has(predicate)
}

/** A metavariable as it is declared and as it may be used. */
export interface Metavariable {
  readonly name: string
  /** With its structure: `symmetric(n)`. */
  readonly declaration: string
  readonly predicates: readonly string[]
}

/** Reads the `where` of an identity, the structure of each metavariable made part of its declaration. */
export function readWhere(where: Readonly<Record<string, string>>): Metavariable[] {
  return [...readConditions(where)].map(([name, { declaration, predicates }]) => {
    const structure = predicates.find(predicate => structures.has(predicate))
    return { name, declaration: structured(declaration.text, structure, declaration.shape?.rows ?? unit), predicates }
  })
}

function structured(declaration: string, structure: string | undefined, rows: string): string {
  if (structure === undefined) return declaration
  return structure === 'integer' ? 'integer' : `${structure}(${rows})`
}

/** The same `where` with one condition of one metavariable left out. */
export function without(
  where: Readonly<Record<string, string>>,
  metavariable: string,
  predicate: string,
): Record<string, string> {
  const { declaration, predicates } = readConditions(where).get(metavariable)!
  const kept = predicates.filter(other => other !== predicate)
  return { ...where, [metavariable]: [declaration.text, ...kept].join(' ') }
}

/** The declarations as the language takes them, and the names that do not change with any variable. */
export function declarationsOf(where: Readonly<Record<string, string>>): {
  readonly declarations: Readonly<Record<string, string>>
  readonly constants: ReadonlySet<string>
} {
  const metavariables = readWhere(where)
  return {
    declarations: Object.fromEntries(metavariables.map(({ name, declaration }) => [name, declaration])),
    constants: new Set(
      metavariables.filter(({ predicates }) => predicates.includes('constant')).map(({ name }) => name),
    ),
  }
}
