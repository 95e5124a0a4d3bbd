import fc from 'fast-check'

// Random programs that are well typed by construction: an expression of a shape is made of expressions of shapes that fit.

/** A program, what it is derived by, and numbers for its names. */
export interface RandomProgram {
  readonly text: string
  readonly wrt: string
}

type Size = '1' | 'm' | 'n' | 'p'
export const randomSizes: Readonly<Record<Size, number>> = { '1': 1, m: 2, n: 3, p: 4 }
const sizes = Object.keys(randomSizes) as Size[]

/** Constants and, last, the variables, with their shapes and declarations. */
const names: readonly (readonly [name: string, rows: Size, cols: Size, declaration: string])[] = [
  ['c', '1', '1', 'scalar'],
  ['a', 'm', '1', 'vector(m)'],
  ['b', 'n', '1', 'vector(n)'],
  ['u', 'p', '1', 'vector(p)'],
  ['r', '1', 'n', 'rowvector(n)'],
  ['A', 'm', 'n', 'matrix(m,n)'],
  ['B', 'n', 'p', 'matrix(n,p)'],
  ['C', 'p', 'm', 'matrix(p,m)'],
  ['M', 'n', 'n', 'matrix(n,n)'],
  ['S', 'n', 'n', 'symmetric(n)'],
  ['P', 'm', 'm', 'spd(m)'],
  ['K', 'n', 'n', 'skew(n)'],
  ['L', 'n', 'n', 'lower(n)'],
  ['G', 'p', 'p', 'diagonal(p)'],
  ['Q', 'm', 'm', 'orthogonal(m)'],
  ['t', '1', '1', 'scalar'],
  ['x', 'n', '1', 'vector(n)'],
  ['z', '1', 'm', 'rowvector(m)'],
  ['X', 'm', 'n', 'matrix(m,n)'],
  ['Y', 'n', 'n', 'matrix(n,n)'],
]
const variables = ['t', 'x', 'z', 'X', 'Y']
const functions = { sigma: 'elementwise', l: 'function(vector(n)) -> scalar', g: 'function(vector(n)) -> vector(m)' }

export const randomDeclarations: Readonly<Record<string, string>> = {
  ...Object.fromEntries(names.map(([name, , , declaration]) => [name, declaration])),
  ...functions,
}

/** Numbers for every name, with the structure that it is declared with. */
export function randomValues(random: () => number): Record<string, number[][]> {
  const values: Record<string, number[][]> = {}
  for (const [name, rows, cols, declaration] of names) {
    const entries = Array.from({ length: randomSizes[rows] }, () =>
      Array.from(
        { length: randomSizes[cols] },
        () => Math.round((0.2 + 1.1 * random()) * (random() < 0.4 ? -1e6 : 1e6)) / 1e6,
      ),
    )
    values[name] = structured(declaration.split('(')[0], entries)
  }
  return values
}

function structured(kind: string, x: number[][]): number[][] {
  const entry: Readonly<Record<string, (i: number, j: number) => number>> = {
    symmetric: (i, j) => x[Math.min(i, j)][Math.max(i, j)],
    spd: (i, j) => x.reduce((dot, _, k) => dot + x[i][k] * x[j][k], i === j ? 1 : 0),
    skew: (i, j) => (i === j ? 0 : i < j ? x[i][j] : -x[j][i]),
    lower: (i, j) => (i >= j ? x[i][j] : 0),
    diagonal: (i, j) => (i === j ? x[i][j] : 0),
    // A rotation: P is 2×2, and so is Q.
    orthogonal: (i, j) => (i === j ? Math.cos(x[0][0]) : i < j ? Math.sin(x[0][0]) : -Math.sin(x[0][0])),
  }
  return entry[kind] ? x.map((row, i) => row.map((_, j) => entry[kind](i, j))) : x
}

type Text = fc.Arbitrary<string>

/** Programs of nested operators up to this depth, by one of the variables; some name an intermediate result. */
export function randomProgram(depth: number): fc.Arbitrary<RandomProgram> {
  const identifier = fc.createDepthIdentifier()
  const known = new Map<string, Text>()
  /** An expression of this shape; `h`, when it is not undefined, is a name of that shape. */
  const expression = (rows: Size, cols: Size, h?: string): Text => {
    const key = `${rows},${cols},${h}`
    const found = known.get(key)
    if (found !== undefined) return found
    let made: Text | undefined
    const lazy: Text = fc.constant(undefined).chain(() => {
      made ??= fc.oneof(
        { withCrossShrink: true, maxDepth: depth, depthIdentifier: identifier },
        leaf(rows, cols, h),
        ...nodes(rows, cols, h),
      )
      return made
    })
    known.set(key, lazy)
    return lazy
  }

  const leaf = (rows: Size, cols: Size, h: string | undefined): Text => {
    const fitting: string[] = []
    for (const [name, r, c] of names) {
      const weight = variables.includes(name) ? 3 : 1
      if (r === rows && c === cols) fitting.push(...Array(weight).fill(name))
      else if (r === cols && c === rows) fitting.push(...Array(weight).fill(`(${name}')`))
    }
    if (h !== undefined) {
      const [name, r, c] = h.split(' ')
      if (r === rows && c === cols) fitting.push(name, name, name, name, name)
      else if (r === cols && c === rows) fitting.push(`${name}'`, `${name}'`, `${name}'`)
    }
    if (rows === cols && rows !== '1') fitting.push(`eye(${rows})`)
    if (rows === '1' && cols === '1') fitting.push('2', '1/2')
    else fitting.push(`ones(${rows},${cols})`)
    return fc.constantFrom(...fitting)
  }

  const nodes = (rows: Size, cols: Size, h: string | undefined): Text[] => {
    const of = (r: Size, c: Size) => expression(r, c, h)
    const same = of(rows, cols)
    const scalar = of('1', '1')
    const any = fc.constantFrom(...sizes)
    const make = (write: (...parts: string[]) => string, ...parts: Text[]): Text =>
      fc.tuple(...parts).map(texts => write(...texts))
    const call = (name: string, ...parts: Text[]) => make((...texts) => `${name}(${texts.join(', ')})`, ...parts)
    const ones = rows === '1' && cols === '1' ? '1' : `ones(${rows},${cols})`
    const made: Text[] = [
      make((e, f) => `(${e} + ${f})`, same, same),
      make((e, f) => `(${e} - ${f})`, same, same),
      make(e => `(-${e})`, same),
      make(e => `(3*${e})`, same),
      make((s, e) => `(${s}*${e})`, scalar, same),
      make((e, s) => `(${e}/(1 + (${s})^2))`, same, scalar),
      make(e => `((${e})')`, of(cols, rows)),
      any.chain(k => make((e, f) => `(${e}*${f})`, of(rows, k), of(k, cols))),
      any.chain(k => make((e, f) => `(${e}*${f})`, of(rows, k), of(k, cols))),
      fc.tuple(any, any).chain(([j, k]) => make((e, f, g) => `(${e}*${f}*${g})`, of(rows, j), of(j, k), of(k, cols))),
      make(
        (f, e) => `${f}(${e})`,
        fc.constantFrom('exp', 'sin', 'tanh', 'sigmoid', 'atan', 'softplus', 'erf', 'sigma'),
        same,
      ),
      make(e => `log((${e}).^2 + ${ones})`, same),
      make(e => `sqrt((${e}).^2 + ${ones})`, same),
    ]
    if (rows !== '1' || cols !== '1') {
      made.push(
        make((e, f) => `(${e} .* ${f})`, same, same),
        make((e, f) => `(${e} .* ${f})`, same, same),
        make((e, f) => `(${e} ./ ((${f}).^2 + ${ones}))`, same, same),
        make(e => `((${e}).^3)`, same),
        make(s => `(${s}*${ones})`, scalar),
      )
    } else {
      made.push(
        fc.constantFrom(...sizes.slice(1)).chain(k => call('tr', of(k, k))),
        fc.constantFrom('m' as const, 'n' as const).chain(k => call('det', of(k, k))),
        fc.constantFrom('m' as const, 'n' as const).chain(k => make(e => `logdet(${e}'*${e} + eye(${k}))`, of(k, k))),
        make(s => `((${s})^2)`, scalar),
        make(s => `((${s})^3)`, scalar),
        fc
          .tuple(any, any)
          .chain(([j, k]) => make((f, e) => `${f}(${e})`, fc.constantFrom('sum', 'mean', 'norm2'), of(j, k))),
        fc.tuple(any, any).chain(([j, k]) => make(e => `norm2(${e})^2`, of(j, k))),
        fc.tuple(any, any).chain(([j, k]) => call('inner', of(j, k), of(j, k))),
        any.chain(k => call('dot', of(k, '1'), of(k, '1'))),
        fc.constantFrom(...sizes.slice(1)).chain(k => call('logsumexp', of(k, '1'))),
        call('l', of('n', '1')),
        fc.tuple(any, any).chain(([j, k]) => make((e, f) => `sum(kron(${e}, ${f}))`, of(j, k), of('m', '1'))),
      )
    }
    if (rows === cols && rows !== '1') {
      made.push(
        make(e => `((${e})^2)`, same),
        make(e => `((${e})^3)`, same),
        call('diag', of(rows, '1')),
        make((f, e) => `${f}(${e})`, fc.constantFrom('tril', 'triu'), same),
      )
      if (rows !== 'p') {
        made.push(
          make(e => `inv(${e})`, same),
          make(e => `((${e} + 3*eye(${rows}))^-1)`, same),
          make(e => `((${e})^-2)`, same),
          call('adj', same),
          make(e => `expm(1/2*${e})`, same),
        )
      }
    }
    if (cols === '1' && rows !== '1') {
      made.push(call('softmax', same), call('diag', of(rows, rows)))
      if (rows === 'm') made.push(call('g', of('n', '1')))
    }
    return made
  }

  /** Sometimes the root has a shape that only vec, kron and the like give. */
  const root = (h?: string): Text =>
    fc.oneof(
      {
        weight: 8,
        arbitrary: fc
          .tuple(fc.constantFrom(...sizes), fc.constantFrom(...sizes))
          .chain(([j, k]) => expression(j, k, h)),
      },
      { weight: 6, arbitrary: expression('1', '1', h) },
      {
        weight: 1,
        arbitrary: fc.tuple(expression('m', 'n', h), expression('n', '1', h)).map(([e, f]) => `kron(${e}, ${f})`),
      },
      {
        weight: 1,
        arbitrary: fc.tuple(expression('1', 'm', h), expression('n', 'm', h)).map(([e, f]) => `kron(${e}, ${f})`),
      },
      { weight: 1, arbitrary: expression('m', 'n', h).map(e => `vec(${e})`) },
    )
  const named = fc
    .tuple(fc.constantFrom(...sizes), fc.constantFrom(...sizes))
    .chain(([j, k]) => fc.tuple(expression(j, k), root(`h ${j} ${k}`)).map(([e, f]) => `h = ${e}; ${f}`))
  const text = fc.oneof({ weight: 4, arbitrary: root() }, { weight: 1, arbitrary: named })
  return fc
    .record({ text, wrt: fc.constantFrom(...variables) })
    .filter(({ text, wrt }) => new RegExp(`\\b${wrt}\\b`).test(text))
}
