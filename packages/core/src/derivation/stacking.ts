import type { Expression } from '../expression/expression.ts'
import { isFamily, isMember, isSeries } from '../expression/series.ts'
import { isScalar } from '../expression/shape.ts'
import { reachable, substitute } from '../expression/walk.ts'
import { namesByMeaning } from './naming.ts'
import type { Change, Work } from './work.ts'

/** A sum over samples that a law writes with the matrices of all samples; inner sums come first. */
export function stacking(work: Work, expression: Expression): Change | undefined {
  for (const total of reachable([expression]).filter(isSeries)) {
    for (const identity of work.registry.candidates('stack', total.operator.name)) {
      const change = work.attempt(identity, total)
      if (change !== undefined) return samplesNamed(work, change)
    }
  }
  return undefined
}

/**
 * The change with names for the families that it has all members of: X for [x[1], ..., x[N]]. A family of numbers is a
 * vector by its own name.
 */
function samplesNamed(work: Work, change: Change): Change {
  const nodes = reachable([change.to])
  const whole = new Set([change.to, ...nodes.filter(node => !isMember(node)).flatMap(({ operands }) => operands)])
  const known = namesByMeaning(work)
  // A single member is one of the family.
  const names = new Map(nodes.filter(isMember).map(member => [member, member]))
  const introduces: Expression[] = []
  for (const family of nodes) {
    if (!whole.has(family) || !isFamily(family) || isScalar(family.data!.member!.shape)) continue
    const [first, ...rest] = family.data!.name!
    const name = known.get(family) ?? work.introduce(first.toUpperCase() + rest.join(''), family)
    if (!known.has(family)) introduces.push(name)
    // The next sum has the same name for it.
    work.written.set(name, family)
    names.set(family, name)
  }
  const to = substitute(work.store, change.to, names)
  return { ...change, to, ...(introduces.length > 0 && { introduces }) }
}
