import { fail, type Span } from '@matrix-derive/core'
import { propagate } from './constraint.ts'
import { freshDimensions, type Model } from './model.ts'
import type { Unknown } from './solver.ts'

/**
 * Gives every dimension that is still open a name, in the order in which the program is read. A dimension that is a
 * product of others follows from them.
 * @throws `ambiguous` for a constant whose size nothing says
 */
export function nameSizes(model: Model): void {
  const { solver } = model
  const fresh = freshDimensions(model)
  const give = (size: Unknown, explain: () => never) => {
    if (solver.known(size) !== undefined) return
    if (!solver.unify(size, solver.of(fresh()))) explain()
  }
  const products = productsOf(model)
  const splits = splitsOf(model)
  for (const wait of products.size > 0 ? [true, false] : [false]) {
    for (const { name, span, rows, cols } of model.inferred.values()) {
      for (const size of [rows, cols]) {
        if (wait && products.has(solver.find(size))) continue
        if (splits.has(solver.find(size))) failSplit(name, span)
        give(size, () => failUnsized(name, span))
      }
    }
    propagate(solver)?.fail()
  }
  for (let at = 0; at < model.nodes.length; at++) {
    const { syntax } = model.nodes[at]
    if (syntax.kind !== 'name' && syntax.kind !== 'call') continue
    const { rows, cols } = model.shapes[at]
    if (solver.known(rows) !== undefined && solver.known(cols) !== undefined) continue
    failUnsized(model.text.slice(syntax.span.start, syntax.span.end), syntax.span)
  }
}

/** The open dimensions that are products of others. */
function productsOf({ solver, constraints }: Model): Set<Unknown> {
  const products = new Set<Unknown>()
  for (const constraint of constraints) {
    if (constraint.kind === 'monomial' && solver.known(constraint.result) === undefined)
      products.add(solver.find(constraint.result))
    if (constraint.kind === 'own rule') for (const side of constraint.result) products.add(solver.find(side))
  }
  return products
}

/** The open dimensions of which only the product is known: there are many ways to split it. */
function splitsOf({ solver, constraints }: Model): Set<Unknown> {
  const splits = new Set<Unknown>()
  for (const constraint of constraints) {
    if (constraint.kind !== 'monomial' || solver.known(constraint.result) === undefined) continue
    for (const factor of constraint.factors) if (solver.known(factor) === undefined) splits.add(solver.find(factor))
  }
  return splits
}

function failSplit(name: string, span: Span): never {
  return fail('ambiguous', `Expected a declaration of ${name}: only the product of its sizes is known.`, {
    span,
    suggestion: `Declare it, say "${name}: matrix(m,n)".`,
  })
}

function failUnsized(what: string, span: Span): never {
  const suggestion = /^eye|^[a-z]+\(/.test(what)
    ? 'Give it a size: eye(n), c*ones(n) or c*ones(m,n).'
    : `Declare it, say "${what}: matrix(m,n)".`
  return fail('ambiguous', `Expected a context that says how large ${what} is.`, { span, suggestion })
}
