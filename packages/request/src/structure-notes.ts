import {
  type Derivation,
  type Expression,
  Fact,
  has,
  isMatrix,
  isScalar,
  type StructureMode,
  structureName,
} from '@matrix-derive/core'

/** What people call the structures. */
const adjectives: Readonly<Record<string, string>> = {
  lower: 'lower triangular',
  upper: 'upper triangular',
}

/** What determines a matrix of each structure. */
const parameters: Readonly<Record<string, string>> = {
  symmetric: 'entries on and below its diagonal',
  skew: 'entries below its diagonal',
  diagonal: 'entries on its diagonal',
  lower: 'entries on and below its diagonal',
  upper: 'entries on and above its diagonal',
}

/** The structure of a variable; undefined where its entries are independent. */
export function structureOf({ shape, facts }: Expression): string | undefined {
  return isMatrix(shape) ? structureName(facts) : undefined
}

/** For each variable with structure what was made of that, and why it matters. */
export function structureNotes({
  variables,
  structure,
  expression,
  order,
}: Pick<Derivation, 'variables' | 'structure' | 'expression' | 'order'>): string[] {
  return variables.flatMap(variable => {
    const { data, facts } = variable
    const name = structureOf(variable)
    if (name === undefined) return []
    const adjective = has(facts, Fact.positiveDefinite) ? 'positive definite' : (adjectives[name] ?? name)
    const what =
      order > 1 && structure !== 'ignore'
        ? whatOfHigherOrder(structure, name)
        : whatOf(structure, name, isScalar(expression.shape))
    return [`${data!.name} is ${adjective}; ${what}`]
  })
}

function whatOfHigherOrder(mode: Exclude<StructureMode, 'ignore'>, name: string): string {
  return mode === 'projected'
    ? 'this is projected to its structure on either side: it only weighs changes that keep it'
    : `this is by the ${parameters[name]}, one row and one column for each`
}

function whatOf(mode: StructureMode, name: string, isGradient: boolean): string {
  const entries = parameters[name]
  switch (mode) {
    case 'ignore': {
      const other = entries === undefined ? '' : `, "independent" for the derivative by the ${entries}`
      return `its structure was ignored and every entry counted as independent, so a step along this gradient may leave the structure: ask for the structure "projected" for the gradient within it${other}`
    }
    case 'projected':
      return isGradient
        ? `this is the gradient projected to its structure: a step along it stays there${name === 'orthogonal' ? ' up to second order' : ''}, and is the steepest that does`
        : 'the rows of this are projected to its structure: they only weigh changes that keep it'
    case 'independent':
      return isGradient && (name === 'symmetric' || name === 'skew')
        ? `this is the derivative by the ${entries}, each of which stands in it twice: right for solvers over these entries, but no direction of steepest ascent among such matrices`
        : `this is the derivative by the ${entries}`
  }
}
