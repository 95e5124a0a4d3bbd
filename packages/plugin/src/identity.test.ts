import { describe, expect, test } from 'vitest'
import { defineIdentity, type IdentityDefinition } from './identity.ts'
import {
  type Condition,
  createStore,
  DerivationError,
  determinantOperator,
  differential,
  type Expression,
  Fact,
  has,
  identityName,
  inverse,
  isSymbol,
  type Phase,
  product,
  type RewriteContext,
  reachable,
  type Store,
  sum,
  symbol,
  trace,
  transpose,
} from './index.ts'

const manifest = { name: '@somebody/the-law', version: '2.1.0', description: 'It says what it says.' }

function law(
  statement: string | readonly string[],
  where: Record<string, string>,
  more: Partial<IdentityDefinition> = {},
) {
  const phase: Phase = 'simplify'
  return defineIdentity(manifest, { phase, statement, where, title: 'a law', source: 'a test', ...more })
}

const store = createStore()
const square = (name: string) => symbol(store, name, { rows: 'n', cols: 'n' })
const [X, Y, Z] = ['X', 'Y', 'Z'].map(square)
const A = symbol(store, 'A', { rows: 'm', cols: 'n' })
const S = symbol(store, 'S', { rows: 'n', cols: 'n' }, Fact.symmetric)

/** A context in which only X changes, and what was assumed in it. */
function context(): RewriteContext & { readonly store: Store; readonly assumed: Condition[] } {
  const assumed: Condition[] = []
  return {
    store,
    assumed,
    depends: expression => reachable([expression]).some(node => isSymbol(node) && node === X),
    assume: (predicate, expression) => assumed.push({ predicate, expression }),
  }
}

/** The problem that using the law for the first time ends with. */
function problemOfUsing(identity: ReturnType<typeof law>, node: Expression = transpose(store, X)) {
  try {
    identity.on.includes('')
    identity.rewrite(node, context())
  } catch (thrown) {
    if (thrown instanceof DerivationError) return thrown.problem
    throw thrown
  }
  return undefined
}

describe('an identity', () => {
  test('takes its name, version and summary from its manifest', () => {
    const { name, version, summary, title, phases } = law("X'' -> X", { X: 'matrix(m,n)' })
    expect({ name, version, summary, title, phases }).toEqual({
      name: 'the-law',
      version: '2.1.0',
      summary: 'It says what it says.',
      title: 'a law',
      phases: ['simplify'],
    })
    expect(identityName({ name: 'unscoped', version: '1.0.0', description: '' })).toBe('unscoped')
  })

  test('that is only a statement rewrites what its left side matches', () => {
    const turn = law("(P*Q)' -> Q'*P'", { P: 'matrix(m,k)', Q: 'matrix(k,n)' })
    expect(turn.on).toEqual(['transpose'])
    expect(turn.directed).toBe(true)
    const rewritten = turn.rewrite(transpose(store, product(store, [A, X])), context())
    expect(rewritten).toBe(product(store, [transpose(store, X), transpose(store, A)]))
    expect(turn.rewrite(transpose(store, A), context())).toBeUndefined()
    expect(turn.rewrite(product(store, [A, X]), context())).toBeUndefined()
  })

  test('with = is used in both directions while simplifying, in one elsewhere', () => {
    const statement = "P'*Q' = (Q*P)'"
    const where = { P: 'matrix(k,m)', Q: 'matrix(n,k)' }
    const split = product(store, [transpose(store, X), transpose(store, Y)])
    const whole = transpose(store, product(store, [Y, X]))
    const both = law(statement, where)
    expect([...both.on].sort()).toEqual(['times', 'transpose'])
    expect(both.rewrite(split, context())).toBe(whole)
    expect(both.rewrite(whole, context())).toBe(split)
    const once = law(statement, where, { phase: 'isolate' })
    expect(once.on).toEqual(['times'])
    expect(once.rewrite(whole, context())).toBeUndefined()
  })

  test('of phase differential looks at what stands below d', () => {
    const rule = law('d(tr(P)) = tr(d(P))', { P: 'matrix(n,n)' }, { phase: 'differential' })
    expect(rule.on).toEqual(['tr'])
    const node = differential(store, trace(store, X))
    expect(rule.rewrite(node, context())).toBe(trace(store, differential(store, X)))
  })

  test('with several statements tries them in order', () => {
    const either = law(["inv(P)' -> inv(P')", "P'' -> P"], { P: 'matrix(n,n)' })
    expect(either.rewrite(transpose(store, inverse(store, X)), context())).toBe(inverse(store, transpose(store, X)))
    expect(either.rewrite(store.intern(transpose(store, A).operator, [transpose(store, X)]), context())).toBe(X)
  })

  test('finds what its statement speaks of as deep as the statement goes', () => {
    const deep = law('tr(Y*inv(X + Y*inv(X + Y*det(X)))) -> tr(Y)', { X: 'matrix(n,n)', Y: 'matrix(n,n)' })
    const innermost = sum(store, [X, product(store, [store.apply(determinantOperator, [X]), Y])])
    const inner = sum(store, [X, product(store, [Y, inverse(store, innermost)])])
    const whole = trace(store, product(store, [Y, inverse(store, inner)]))
    expect(deep.rewrite(whole, context())).toBe(trace(store, Y))
  })

  test('with an apply function uses that, and still shows its statement', () => {
    const own = law("P' -> P", { P: 'symmetric(n)' }, { on: 'transpose', apply: node => (node === Z ? X : undefined) })
    expect(own.rewrite(Z, context())).toBe(X)
    expect(own.rewrite(transpose(store, S), context())).toBeUndefined()
    expect(own.statements).toEqual(["P' -> P"])
    expect(own.on).toEqual(['transpose'])
  })
})

describe('a side condition', () => {
  test('that is known of an expression decides whether the law applies', () => {
    const keep = law("P' -> P", { P: 'symmetric matrix(n,n)' })
    expect(has(S.facts, Fact.symmetric)).toBe(true)
    expect(keep.rewrite(transpose(store, S), context())).toBe(S)
    expect(keep.rewrite(transpose(store, X), context())).toBeUndefined()
    const fixed = law('tr(P)*Q -> tr(P)*Q', { P: 'constant matrix(n,n)', Q: 'dependent matrix(n,n)' })
    expect(fixed.rewrite(product(store, [trace(store, Y), X]), context())).toBeDefined()
    expect(fixed.rewrite(product(store, [trace(store, X), Y]), context())).toBeUndefined()
  })

  test('is in the kind as well as in the words around it', () => {
    const keep = law("P' -> P", { P: 'symmetric(n)' })
    expect(keep.rewrite(transpose(store, S), context())).toBe(S)
    expect(keep.rewrite(transpose(store, X), context())).toBeUndefined()
    const whole = law('tr(P)*k -> k', { P: 'matrix(n,n)', k: 'integer' })
    const times = (facts: number) =>
      product(store, [trace(store, X), symbol(store, `t${facts}`, { rows: '1', cols: '1' }, facts)])
    expect(whole.rewrite(times(Fact.integer), context())).toBeDefined()
    expect(whole.rewrite(times(Fact.none), context())).toBeUndefined()
  })

  test('that cannot be known is recorded once the law applies, and not before', () => {
    const cancel = law('inv(P)*P*Q -> Q', { P: 'matrix(n,n) invertible', Q: 'matrix(n,n)' })
    const failed = context()
    expect(cancel.rewrite(product(store, [inverse(store, Y), X, Y]), failed)).toBeUndefined()
    expect(failed.assumed).toEqual([])
    const applied = context()
    expect(cancel.rewrite(product(store, [inverse(store, Y), Y, X]), applied)).toBe(X)
    expect(applied.assumed).toEqual([{ predicate: 'invertible', expression: Y }])
  })

  test('that nobody knows is a problem of the plugin', () => {
    const problem = problemOfUsing(law("P' -> P", { P: 'matrix(n,n) holy' }))
    expect(problem?.code).toBe('plugin')
    expect(problem?.message).toContain('the-law')
    expect(problem?.message).toContain('holy')
    expect(problem?.suggestion).toContain('invertible')
  })
})

describe('a statement', () => {
  test.each([
    ['that cannot be parsed', "P' -> (P"],
    ['without a direction', "P'"],
    ['with a name that nobody declares', "P' -> Q"],
    ['with a function that nobody knows', "P' -> frobnicate(P)"],
    ['whose sides differ in shape', "P' -> tr(P)"],
    ['that multiplies what does not fit', "(P*R)' -> R'*P'"],
  ])('%s is a problem of the plugin, which is named', (_, statement) => {
    const problem = problemOfUsing(law(statement, { P: 'matrix(n,n)', R: 'vector(k)' }))
    expect(problem?.code).toBe('plugin')
    expect(problem?.message).toContain('the-law')
  })

  test('may say nothing on the right of what the left does not bind', () => {
    const where = { P: 'matrix(n,n)', Q: 'matrix(n,n)' }
    const problem = problemOfUsing(law("P' -> P'*Q*inv(Q)", where))
    expect(problem?.code).toBe('plugin')
    expect(problem?.message).toContain('the-law')
    expect(problemOfUsing(law('tr(P) -> sum(ones(n,k))*tr(P)/sum(ones(n,k))', where))?.code).toBe('plugin')
    expect(problemOfUsing(law("P''*inv(Q)*Q -> P", where))).toBeUndefined()
  })

  test('that is used backward must say as much on the left as on the right', () => {
    expect(problemOfUsing(law('inv(P)*P = eye(n)', { P: 'matrix(n,n)' }))?.code).toBe('plugin')
    expect(problemOfUsing(law('inv(P)*P -> eye(n)', { P: 'matrix(n,n)' }))).toBeUndefined()
    expect(problemOfUsing(law('inv(P)*P = eye(n)', { P: 'matrix(n,n)' }, { phase: 'isolate' }))).toBeUndefined()
  })

  test('is not read before it is needed', () => {
    expect(() => law('this is no law', {}, { on: 'tr' })).not.toThrow()
  })
})
