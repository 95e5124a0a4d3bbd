import {
  differential,
  type Expression,
  eye,
  flip,
  isScalar,
  negate,
  ones,
  product,
  type Store,
  type StructureMode,
  shapeSize,
  structureName,
  transpose,
  vec,
  zeros,
} from '@matrix-derive/core'
import { commutation, diag, kron, lowerTriangle, upperTriangle, vech } from '@matrix-derive/operators'
import { reproduction } from './reproduction.ts'

/** Two expressions that are equal for all values, and all directions that keep the declared structures. */
export interface Equation {
  readonly left: Expression
  readonly right: Expression
}

/**
 * What makes an expression in numerator layout the derivative of f by X in this mode, and nothing else: it reproduces df
 * along the structure, and it is itself of the kind that the mode asks for. No identity is used to say so.
 */
export function structureEquations(
  store: Store,
  mode: Exclude<StructureMode, 'ignore'>,
  f: Expression,
  numerator: Expression,
  x: Expression,
): Equation[] {
  const space = spaceOf(store, x)
  if (isScalar(f.shape)) {
    const gradient = flip(store, numerator)
    if (mode === 'projected') return [reproduction(store, f, numerator, x), ...space.holds(gradient)]
    const own = space.ownEntries(gradient)
    return [reproduction(store, f, flip(store, own), x), ...space.holds(gradient)]
  }
  if (mode === 'projected') {
    return [reproduction(store, f, numerator, x), { left: space.projected(numerator), right: numerator }]
  }
  const df = differential(store, f)
  const [left, parameters] = [f.shape.cols === '1' ? df : vec(store, df), space.parameters(differential(store, x))]
  return [
    { left, right: product(store, [numerator, parameters]) },
    ...space.idle.map(idle => vanishing(store, product(store, [numerator, idle]))),
  ]
}

/**
 * What makes a column the gradients of the entries of f by what the mode speaks of, stacked, given the plain ones: each has
 * the same product with every change that keeps the structure, and is itself of the kind that the mode asks for.
 */
export function gradientEquations(
  store: Store,
  mode: Exclude<StructureMode, 'ignore'>,
  f: Expression,
  plain: Expression,
  own: Expression,
  x: Expression,
): Equation[] {
  const space = spaceOf(store, x)
  const dx = differential(store, x)
  const entries = eye(store, shapeSize(f.shape))
  const weighed = (by: Expression, gradients: Expression) =>
    product(store, [kron(store, entries, transpose(store, by)), gradients])
  const changes = mode === 'projected' ? vec(store, dx) : space.parameters(dx)
  const same = { left: weighed(changes, own), right: weighed(vec(store, dx), plain) }
  if (mode === 'projected') {
    return [same, { left: weighed(space.projected(eye(store, shapeSize(x.shape))), own), right: own }]
  }
  return [same, ...space.idle.map(idle => vanishing(store, weighed(idle, own)))]
}

function vanishing(store: Store, left: Expression): Equation {
  return { left, right: zeros(store, left.shape) }
}

/** The directions that keep a structure. */
interface Space {
  /** The equations of a gradient that is one of the directions. */
  holds(gradient: Expression): Equation[]
  /** The rows of a Jacobian, made such directions in a way that leaves those that are as they are. */
  projected(jacobian: Expression): Expression
  /** The entries that determine the others, each where it stands. */
  ownEntries(x: Expression): Expression
  /** The entries that determine the others, as a column. */
  parameters(x: Expression): Expression
  /** What a Jacobian or a gradient takes to 0 because these parameters are always 0. */
  readonly idle: readonly Expression[]
}

function spaceOf(store: Store, x: Expression): Space {
  const n = x.shape.rows
  const k = () => commutation(store, n, n)
  const minus = (y: Expression) => negate(store, y)
  const masked = (mask: Expression) => (jacobian: Expression) =>
    product(store, [jacobian, diag(store, vec(store, mask))])
  const fill = ones(store, x.shape)
  const turned = (y: Expression) => transpose(store, y)
  const none = { idle: [] }
  switch (structureName(x.facts)) {
    case 'symmetric':
      return {
        ...none,
        holds: y => [{ left: turned(y), right: y }],
        projected: j => product(store, [j, k()]),
        ownEntries: y => lowerTriangle(store, y),
        parameters: y => vech(store, y),
      }
    case 'skew':
      return {
        holds: y => [{ left: turned(y), right: minus(y) }],
        projected: j => minus(product(store, [j, k()])),
        ownEntries: y => lowerTriangle(store, y),
        parameters: y => vech(store, y),
        idle: [vech(store, eye(store, n))],
      }
    case 'diagonal':
      return {
        ...none,
        holds: y => [{ left: diag(store, diag(store, y)), right: y }],
        projected: masked(eye(store, n)),
        ownEntries: y => y,
        parameters: y => diag(store, y),
      }
    case 'lower':
      return {
        ...none,
        holds: y => [{ left: lowerTriangle(store, y), right: y }],
        projected: masked(lowerTriangle(store, fill)),
        ownEntries: y => y,
        parameters: y => vech(store, y),
      }
    case 'upper':
      return {
        ...none,
        holds: y => [{ left: upperTriangle(store, y), right: y }],
        projected: masked(upperTriangle(store, fill)),
        ownEntries: y => y,
        parameters: y => vech(store, turned(y)),
      }
    case 'orthogonal':
      return {
        ...none,
        holds: y => [{ left: product(store, [turned(x), y]), right: minus(product(store, [turned(y), x])) }],
        projected: j => minus(product(store, [j, kron(store, turned(x), x), k()])),
        ownEntries: y => y,
        parameters: y => vec(store, y),
      }
    default:
      throw new Error('A variable without structure has no structured derivative.')
  }
}
