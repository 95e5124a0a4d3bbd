import { number, numberOf } from '../expression/constants.ts'
import { type Dimension, unit } from '../expression/dimension.ts'
import type { Expression } from '../expression/expression.ts'
import { factorsOf, product, productOperator } from '../expression/product.ts'
import { isOne } from '../expression/rational.ts'
import { freshIndex, isIndex } from '../expression/series.ts'
import type { Shape } from '../expression/shape.ts'
import { bindShape, substituteShape } from '../expression/signature.ts'
import type { Store } from '../expression/store.ts'
import { isSymbol } from '../expression/symbols.ts'

/** What the metavariables and dimension variables of a pattern stand for. */
export interface Bindings {
  readonly values: Map<Expression, Expression>
  readonly dimensions: Map<string, Dimension>
}

/** Whether an expression may stand for a metavariable, as far as shapes do not tell; it may be asked several times. */
export type Guard = (metavariable: Expression, value: Expression) => boolean

/** Tries the rest of a match; false makes the matcher look for another way. */
type Continue = () => boolean

/** One way in which a pattern matches, and how what the pattern does not cover goes around a replacement. */
export interface Match {
  readonly bindings: Bindings
  readonly rebuild: (replacement: Expression) => Expression
}

/**
 * Matches a pattern, an expression whose symbols are metavariables, against a subject.
 * Products match as sequences (a metavariable takes one or more neighbours), sums and other commutative operators in
 * any order. At the root, a pattern that is a product or sum may match a part; `rebuild` puts the rest around it.
 */
export function matchRoot(store: Store, pattern: Expression, subject: Expression, guard: Guard): Match | undefined {
  let first: Match | undefined
  matchEach(store, pattern, subject, guard, found => {
    first = found
    return true
  })
  return first
}

/**
 * Shows every way in which the pattern matches to `visit` until that is content with one. The bindings are good only
 * during the visit, unless it is content.
 */
export function matchEach(
  store: Store,
  pattern: Expression,
  subject: Expression,
  guard: Guard,
  visit: (found: Match) => boolean,
): void {
  if (pattern.operator === subject.operator ? !mayHold(pattern, subject, guard) : !isSymbol(pattern)) return
  const matcher = createMatcher(store, guard)
  const { bindings } = matcher
  const isProduct = pattern.operator === productOperator && subject.operator === productOperator
  if (isProduct) matcher.window(pattern, subject, rebuild => visit({ bindings, rebuild }))
  else if (pattern.operator.commutative && subject.operator === pattern.operator) {
    matcher.subset(pattern.operands, subject.operands, rest => {
      const around = (replacement: Expression) => store.apply(subject.operator, [replacement, ...rest])
      return visit({ bindings, rebuild: rest.length === 0 ? whole : around })
    })
  } else matcher.match(pattern, subject, () => visit({ bindings, rebuild: whole }))
}

const whole = (replacement: Expression) => replacement

function createMatcher(store: Store, guard: Guard) {
  const bindings: Bindings = { values: new Map(), dimensions: new Map() }
  /** The sums that the match is inside of: the index of the pattern, and that of the subject. */
  const opened: (readonly [Expression, Expression])[] = []

  const bind = (metavariable: Expression, value: Expression, next: Continue): boolean => {
    // A metavariable means the same everywhere, so it stands for nothing that an index of the subject is in.
    if (opened.some(([, index]) => (value.free & index.free) !== 0)) return false
    const known = bindings.values.get(metavariable)
    if (known !== undefined) return known === value && next()
    return fit(metavariable.shape, value.shape, () => {
      bindings.values.set(metavariable, value)
      if (guard(metavariable, value) && next()) return true
      bindings.values.delete(metavariable)
      return false
    })
  }

  /** Binds the sizes of a shape while the rest is tried. */
  const fit = (pattern: Shape, actual: Shape, next: Continue): boolean => {
    const bound = bindings.dimensions.size
    if (bindShape(pattern, actual, bindings.dimensions) && next()) return true
    forgetAfter(bindings.dimensions, bound)
    return false
  }

  const match = (pattern: Expression, subject: Expression, next: Continue): boolean => {
    if (isSymbol(pattern)) return bind(pattern, subject, next)
    if (pattern.operator !== subject.operator) return false
    if (isIndex(pattern)) return opened.findLast(([mine]) => mine === pattern)?.[1] === subject && next()
    if (pattern.operator.binds) return matchBinder(pattern, subject, next)
    if (pattern.operator === productOperator) return matchProduct(pattern, subject, next)
    if (pattern.operator.commutative) {
      return subset(pattern.operands, subject.operands, rest => rest.length === 0 && next())
    }
    const [wanted, given] = [pattern.data?.shape, subject.data?.shape]
    if (wanted !== undefined && given !== undefined) {
      return fit(wanted, given, () => matchAll(pattern.operands, subject.operands, 0, next))
    }
    if (pattern.data?.value !== undefined && pattern.data.key !== subject.data?.key) return false
    return pattern.operands.length === subject.operands.length && matchAll(pattern.operands, subject.operands, 0, next)
  }

  /** Under a sum the index of the pattern is that of the subject, whatever they are called. */
  const matchBinder = (pattern: Expression, subject: Expression, next: Continue): boolean => {
    const [index, ...others] = pattern.operands
    const pair = [index, subject.operands[0]] as const
    opened.push(pair)
    const found = matchAll(others, subject.operands.slice(1), 0, () => {
      opened.pop()
      const goesOn = next()
      opened.push(pair)
      return goesOn
    })
    opened.pop()
    return found
  }

  const matchAll = (
    patterns: readonly Expression[],
    subjects: readonly Expression[],
    at: number,
    next: Continue,
  ): boolean =>
    at === patterns.length
      ? next()
      : match(patterns[at], subjects[at], () => matchAll(patterns, subjects, at + 1, next))

  /** Chooses a subject for each pattern, in any order; hands over what is left. */
  const subset = (
    patterns: readonly Expression[],
    subjects: readonly Expression[],
    next: (rest: readonly Expression[]) => boolean,
  ): boolean => {
    if (patterns.length === 0) return next(subjects)
    return subjects.some((subject, i) =>
      match(patterns[0], subject, () => subset(patterns.slice(1), subjects.toSpliced(i, 1), next)),
    )
  }

  /** Cuts the run of neighbours into one non-empty piece for each pattern. */
  const sequence = (patterns: readonly Expression[], run: readonly Expression[], next: Continue): boolean => {
    if (patterns.length === 0) return run.length === 0 && next()
    const [first, ...others] = patterns
    const longest = isSymbol(first) ? run.length - others.length : 1
    for (let length = 1; length <= longest; length++) {
      const piece = length === 1 ? run[0] : product(store, run.slice(0, length))
      if (match(first, piece, () => sequence(others, run.slice(length), next))) return true
    }
    return false
  }

  /** A whole product against a whole product: what is scalar may go into the first piece. */
  const matchProduct = (pattern: Expression, subject: Expression, next: Continue): boolean => {
    const wanted = factorsOf(pattern)
    const given = factorsOf(subject)
    const patterns = [...wanted.scalars, ...wanted.differentials]
    const scalars = [...given.scalars, ...given.differentials]
    if (!isOne(wanted.coefficient) && number(store, wanted.coefficient) !== number(store, given.coefficient))
      return false
    const coefficient = isOne(wanted.coefficient) && !isOne(given.coefficient) ? [number(store, given.coefficient)] : []
    return subset(patterns, scalars, rest => {
      const loose = [...coefficient, ...rest]
      if (wanted.chain.length === 0) return given.chain.length === 0 && loose.length === 0 && next()
      if (given.chain.length === 0) return false
      const run =
        loose.length === 0 ? given.chain : [product(store, [...loose, given.chain[0]]), ...given.chain.slice(1)]
      return sequence(wanted.chain, run, next)
    })
  }

  /** A product pattern against part of a product: some scalars and some neighbouring matrices. */
  const window = (
    pattern: Expression,
    subject: Expression,
    next: (around: (replacement: Expression) => Expression) => boolean,
  ): boolean => {
    const wanted = factorsOf(pattern)
    const given = factorsOf(subject)
    if (!mayContain(given.chain, wanted.chain)) return false
    if (!isOne(wanted.coefficient)) return matchProduct(pattern, subject, () => next(replacement => replacement))
    const coefficient = isOne(given.coefficient) ? [] : [number(store, given.coefficient)]
    const patterns = [...wanted.scalars, ...wanted.differentials]
    return subset(patterns, [...given.scalars, ...given.differentials], rest => {
      const { chain } = given
      if (wanted.chain.length === 0)
        return next(replacement => product(store, [...coefficient, ...rest, replacement, ...chain]))
      for (let start = 0; start + wanted.chain.length <= chain.length; start++) {
        for (let end = start + wanted.chain.length; end <= chain.length; end++) {
          const around = (replacement: Expression) =>
            product(store, [...coefficient, ...rest, ...chain.slice(0, start), replacement, ...chain.slice(end)])
          if (sequence(wanted.chain, chain.slice(start, end), () => next(around))) return true
        }
      }
      return false
    })
  }

  return { bindings, match, subset, window }
}

/** Takes back the entries that were added after the map had so many. */
function forgetAfter(map: Map<string, unknown>, count: number): void {
  if (map.size === count) return
  for (const key of [...map.keys()].slice(count)) map.delete(key)
}

/** Whether the operands may be what the pattern's operands ask for, at first sight: nearly always a quick no. */
function mayHold({ operator, operands }: Expression, subject: Expression, guard: Guard): boolean {
  if (operator === productOperator || operator.commutative || operator.binds) {
    return operands.every(
      wanted => isSymbol(wanted) || subject.operands.some(given => given.operator === wanted.operator),
    )
  }
  return (
    operands.length === subject.operands.length &&
    operands.every((wanted, at) => {
      const given = subject.operands[at]
      if (isSymbol(wanted)) return mayFit(wanted.shape, given.shape) && guard(wanted, given)
      return given.operator === wanted.operator
    })
  )
}

/** Whether a shape is not ruled out by a 1 alone. */
function mayFit(pattern: Shape, actual: Shape): boolean {
  return (pattern.rows !== unit || actual.rows === unit) && (pattern.cols !== unit || actual.cols === unit)
}

/** Whether every operator that the pattern asks for in the chain is there. */
function mayContain(chain: readonly Expression[], patterns: readonly Expression[]): boolean {
  return (
    patterns.length <= chain.length &&
    patterns.every(pattern => isSymbol(pattern) || chain.some(factor => factor.operator === pattern.operator))
  )
}

/**
 * Builds a template with the metavariables replaced by what they are bound to. An index of the template is another one than
 * those that the metavariables stand for something with.
 */
export function instantiate(store: Store, template: Expression, { values, dimensions }: Bindings): Expression {
  const value = values.get(template)
  if (value !== undefined) return value
  const known = numberOf(template)
  if (known !== undefined) return number(store, known)
  if (template.operator.binds) {
    const [index, ...others] = template.operands
    const inside = new Map(values).set(index, freshIndex(store, [...values.values()]))
    const operands = [index, ...others].map(operand => instantiate(store, operand, { values: inside, dimensions }))
    return store.apply(template.operator, operands, index.data)
  }
  const shape = template.data?.shape && substituteShape(template.data.shape, dimensions)
  const data = shape ? { ...template.data!, key: `${shape.rows},${shape.cols}`, shape } : template.data
  const operands = template.operands.map(operand => instantiate(store, operand, { values, dimensions }))
  return store.apply(template.operator, operands, data)
}
