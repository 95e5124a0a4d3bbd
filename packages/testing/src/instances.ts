import {
  createStore,
  type Dimension,
  dimensionNames,
  type Expression,
  type Identity,
  instantiate,
  isColumn,
  isScalar,
  problemOf,
  product,
  reachable,
  type Store,
  substituteShape,
  sum,
  symbol,
  unit,
} from '@matrix-derive/core'
import { movingNames } from './asking.ts'
import { type Form, fill, forms } from './forms.ts'
import { type Law, nameOf } from './law.ts'

/** A law's side with something in the place of each metavariable: an expression that the identity may be asked about. */
export interface Instance {
  readonly store: Store
  readonly expression: Expression
  /** The symbols that move. */
  readonly moving: ReadonlySet<string>
  /** Whether a dimension of the statement happens to be 1 here. */
  readonly flat?: boolean
}

/** How an instance is made. */
interface Recipe {
  readonly form: Form
  /** The metavariable that holds a d(.). */
  readonly held?: string
  /** A dimension of the statement that is 1: a matrix that happens to be a vector, a vector that happens to be a number. */
  readonly flat?: Dimension
  /** What stands around the law. */
  readonly around?: Surrounding
  /** The metavariables that move; absent, all that may. */
  readonly moving?: ReadonlySet<string>
}

const surroundings = ['scaled', 'before', 'after', 'plus', 'row'] as const
type Surrounding = (typeof surroundings)[number]

/** The law as it stands, with nothing special in the place of any metavariable, and with a d(.) in each in turn. */
export function plainInstances(identity: Identity, law: Law, side: Expression = law.left): Instance[] {
  return instancesOf(law, side, [{ form: 'plain' }, ...heldIn(identity, law, 'plain')])
}

/** The law about products and sums: where what is moved is long, moving it pays. */
export function longInstances(law: Law): Instance[] {
  return instancesOf(law, law.left, [{ form: 'product' }, { form: 'sum' }])
}

/** Everything the identity may meet that its statement speaks of. */
export function allInstances(identity: Identity, law: Law): Instance[] {
  const isDifferential = identity.phases.includes('differential')
  const inForms = forms.flatMap(form => [{ form }, ...heldIn(identity, law, form)])
  const inFewForms = inForms.filter(({ form }) => form === 'plain' || form.endsWith('product'))
  const flat = dimensionsOf(law).flatMap(dimension => inFewForms.map(recipe => ({ ...recipe, flat: dimension })))
  return instancesOf(law, law.left, [
    ...inForms,
    ...flat,
    ...(isDifferential ? movements(law) : surrounded(identity, law)),
  ])
}

/** Each metavariable in turn with a d(.), for what is used on the lines of a derivation. */
function heldIn(identity: Identity, law: Law, form: Form): Recipe[] {
  if (identity.phases.includes('differential')) return []
  return [...law.symbols.keys()].map(held => ({ form, held }))
}

/** Each metavariable alone moving, and each alone not. */
function movements(law: Law): Recipe[] {
  const names = [...law.symbols.keys()].filter(name => !law.constants.has(name))
  if (names.length < 2) return []
  const others = (name: string) => names.filter(other => other !== name)
  return names.flatMap(name => [
    { form: 'plain', moving: new Set([name]) },
    { form: 'plain', moving: new Set(others(name)) },
  ])
}

function surrounded(identity: Identity, law: Law): Recipe[] {
  const plain: Recipe[] = [{ form: 'plain' }, ...heldIn(identity, law, 'plain')]
  const fitting = surroundings.filter(around => identity.on.includes(around === 'plus' ? 'plus' : 'times'))
  return fitting.flatMap(around => plain.map(recipe => ({ ...recipe, around })))
}

/** The named dimensions of a statement. */
function dimensionsOf({ left, functions }: Law): Dimension[] {
  // A declared function has the shapes that it was declared with.
  if (functions.size > 0) return []
  const shapes = reachable([left]).flatMap(({ shape, data }) => (data?.shape ? [shape, data.shape] : [shape]))
  return [...new Set(shapes.flatMap(({ rows, cols }) => [rows, cols]).flatMap(dimensionNames))]
}

function instancesOf(law: Law, side: Expression, recipes: readonly Recipe[]): Instance[] {
  return recipes.flatMap(recipe => buildInstance(law, side, recipe) ?? [])
}

/** Undefined where there is no such instance: the sum of a number and a matrix that is none any more. */
function buildInstance(law: Law, side: Expression, recipe: Recipe): Instance | undefined {
  const store = createStore()
  const dimensions = new Map(recipe.flat === undefined ? [] : [[recipe.flat, unit]])
  try {
    const values = new Map<Expression, Expression>()
    for (const [name, metavariable] of law.symbols) {
      const shape = substituteShape(metavariable.shape, dimensions)
      values.set(metavariable, fill(store, recipe.form, metavariable, shape, name === recipe.held))
    }
    const inside = instantiate(store, side, { values, dimensions })
    const expression = recipe.around === undefined ? inside : surround(store, inside, recipe.around)
    return { store, expression, moving: movingIn(law, values, expression, recipe.moving), flat: dimensions.size > 0 }
  } catch (thrown) {
    if (problemOf(thrown) !== undefined) return undefined
    throw thrown
  }
}

/** The symbols of an instance that move: those in the places of the metavariables that do. */
function movingIn(
  law: Law,
  values: ReadonlyMap<Expression, Expression>,
  expression: Expression,
  moving: ReadonlySet<string> | undefined,
): ReadonlySet<string> {
  const resting = new Set<string>()
  for (const [metavariable, value] of values) {
    const name = nameOf(metavariable)
    if (moving === undefined ? !law.constants.has(name) : moving.has(name)) continue
    for (const inside of movingNames(value, new Set())) resting.add(inside)
  }
  return movingNames(expression, resting)
}

function surround(store: Store, inside: Expression, around: Surrounding): Expression {
  const { rows, cols } = inside.shape
  const other = (name: string, from: Dimension, to: Dimension) => symbol(store, name, { rows: from, cols: to })
  switch (around) {
    case 'scaled':
      return product(store, [other('s_', unit, unit), inside])
    case 'before':
      return product(store, [other('P_', 'p_', isScalar(inside.shape) ? 'q_' : rows), inside])
    case 'after':
      return product(store, [inside, other('Q_', isScalar(inside.shape) ? 'p_' : cols, 'q_')])
    case 'row':
      // u'*(...)*v: a scalar whose parts are matrices.
      return isColumn(inside.shape)
        ? product(store, [other('u_', unit, rows), inside])
        : product(store, [other('u_', unit, rows), inside, other('v_', cols, unit)])
    case 'plus':
      return sum(store, [inside, other('Z_', rows, cols)])
  }
}
