/** A dimension of a generated program. They are pairwise different, so that nothing fits by accident. */
export type Size = '1' | 'm' | 'n' | 'p' | 'm*n'

export interface Shape {
  readonly rows: Size
  readonly cols: Size
}

/** How many members every family has. */
export const familyCount = 'J'

/** How large the dimensions are. */
export const programSizes: Readonly<Record<Size | typeof familyCount, number>> = {
  '1': 1,
  m: 2,
  n: 3,
  p: 4,
  'm*n': 6,
  [familyCount]: 5,
}

/** The dimensions that vectors and matrices are declared with. */
export const plainSizes: readonly Size[] = ['m', 'n', 'p']

/** What the numbers of a name are like, apart from its declared structure. */
export type Entries = 'mixed' | 'positive' | 'structured'

interface Name extends Shape {
  readonly name: string
  /** Of a member, where it is a family. */
  readonly declaration: string
  readonly entries: Entries
}

const table: readonly (readonly [name: string, rows: Size, cols: Size, declaration: string, entries?: Entries])[] = [
  ['t', '1', '1', 'scalar'],
  ['x', 'n', '1', 'vector(n)'],
  ['X', 'm', 'n', 'matrix(m,n)'],
  ['c', '1', '1', 'scalar'],
  ['s', '1', '1', 'scalar', 'positive'],
  ['a', 'm', '1', 'vector(m)'],
  ['b', 'n', '1', 'vector(n)'],
  ['u', 'p', '1', 'vector(p)'],
  ['v', 'n', '1', 'vector(n)', 'positive'],
  ['r', '1', 'n', 'rowvector(n)'],
  ['z', '1', 'm', 'rowvector(m)'],
  ['A', 'm', 'n', 'matrix(m,n)'],
  ['B', 'n', 'p', 'matrix(n,p)'],
  ['C', 'p', 'm', 'matrix(p,m)'],
  ['V', 'm', 'n', 'matrix(m,n)', 'positive'],
  ['M', 'n', 'n', 'matrix(n)'],
  ['Y', 'n', 'n', 'matrix(n)'],
  ['N', 'm', 'm', 'matrix(m)'],
  ['S', 'n', 'n', 'symmetric(n)', 'structured'],
  ['P', 'm', 'm', 'spd(m)', 'structured'],
  ['R', 'n', 'n', 'spd(n)', 'structured'],
  ['K', 'n', 'n', 'skew(n)', 'structured'],
  ['L', 'n', 'n', 'lower(n)', 'structured'],
  ['U', 'p', 'p', 'upper(p)', 'structured'],
  ['G', 'p', 'p', 'diagonal(p)', 'structured'],
  ['Q', 'm', 'm', 'orthogonal(m)', 'structured'],
]

/** Families of values of every kind; a name is not the beginning of another one, so that texts can be searched for them. */
const familyTable: typeof table = [
  ['tt', '1', '1', 'scalar'],
  ['ss', '1', '1', 'scalar', 'positive'],
  ['xx', 'n', '1', 'vector(n)'],
  ['aa', 'm', '1', 'vector(m)', 'positive'],
  ['rr', '1', 'n', 'rowvector(n)'],
  ['XX', 'm', 'n', 'matrix(m,n)'],
  ['VV', 'n', 'p', 'matrix(n,p)', 'positive'],
  ['MM', 'n', 'n', 'matrix(n)'],
  ['SS', 'n', 'n', 'symmetric(n)', 'structured'],
  ['PP', 'm', 'm', 'spd(m)', 'structured'],
  ['KK', 'n', 'n', 'skew(n)', 'structured'],
  ['LL', 'n', 'n', 'lower(n)', 'structured'],
  ['UU', 'p', 'p', 'upper(p)', 'structured'],
  ['GG', 'p', 'p', 'diagonal(p)', 'structured'],
  ['QQ', 'm', 'm', 'orthogonal(m)', 'structured'],
]

/** Values made of all members of families; those that are positive have entries like any other. */
const wholeTable: typeof table = [
  [`(ss'*ss/${familyCount})`, '1', '1', '', 'positive'],
  [`([aa[1], ..., aa[${familyCount}]]*ss/${familyCount})`, 'm', '1', '', 'positive'],
  [`(tt'*ss)`, '1', '1', '', 'structured'],
  [`([xx[1], ..., xx[${familyCount}]]*tt)`, 'n', '1', '', 'structured'],
  [`(tt'*[rr[1]; ...; rr[${familyCount}]])`, '1', 'n', '', 'structured'],
  [`([XX[1], ..., XX[${familyCount}]]*kron(tt, eye(n)))`, 'm', 'n', '', 'structured'],
]

const namesIn = (rows: typeof table): readonly Name[] =>
  rows.map(([name, rows, cols, declaration, entries = 'mixed']) => ({ name, rows, cols, declaration, entries }))

export const names: readonly Name[] = namesIn(table)
export const families: readonly Name[] = namesIn(familyTable)
export const wholes: readonly Name[] = namesIn(wholeTable)

/** The name of an integer, which is the exponent of matrices, a limit of sums, and no variable. */
export const integerName = 'k'

/** The name of an integer that is the number of a member. */
export const numberName = 'e'

interface Declared extends Shape {
  readonly name: string
  readonly operands: readonly Shape[]
}

const scalar: Shape = { rows: '1', cols: '1' }
const vector = (rows: Size): Shape => ({ rows, cols: '1' })
const row = (cols: Size): Shape => ({ rows: '1', cols })
const matrix = (rows: Size, cols: Size): Shape => ({ rows, cols })

/** Declared functions of every kind of argument and result. */
export const declaredFunctions: readonly Declared[] = [
  { name: 'l', operands: [vector('n')], ...scalar },
  { name: 'loss', operands: [matrix('m', 'n')], ...scalar },
  { name: 'alpha', operands: [row('m')], ...scalar },
  { name: 'beta', operands: [vector('n'), matrix('m', 'n')], ...scalar },
  { name: 'curve', operands: [scalar], ...vector('n') },
  { name: 'g', operands: [vector('n')], ...vector('m') },
  { name: 'gamma', operands: [scalar, row('m')], ...vector('p') },
  { name: 'lift', operands: [matrix('m', 'n')], ...vector('n') },
  { name: 'rho', operands: [row('m')], ...row('n') },
  { name: 'path', operands: [scalar], ...matrix('m', 'n') },
  { name: 'frame', operands: [vector('n')], ...matrix('m', 'n') },
  { name: 'field', operands: [matrix('n', 'm')], ...matrix('m', 'n') },
]

/** Declared functions of one number. */
export const elementwiseNames: readonly string[] = ['sigma', 'phi']

export const programDeclarations: Readonly<Record<string, string>> = {
  ...Object.fromEntries(names.map(({ name, declaration }) => [name, declaration])),
  ...Object.fromEntries(families.map(({ name, declaration }) => [name, `${declaration}[${familyCount}]`])),
  [integerName]: 'integer',
  [numberName]: 'integer',
  ...Object.fromEntries(elementwiseNames.map(name => [name, 'elementwise'])),
  ...Object.fromEntries(
    declaredFunctions.map(({ name, operands, rows, cols }) => [
      name,
      `function(${operands.map(kindText).join(', ')}) -> ${kindText({ rows, cols })}`,
    ]),
  ),
}

function kindText({ rows, cols }: Shape): string {
  if (cols === '1') return rows === '1' ? 'scalar' : `vector(${rows})`
  return rows === '1' ? `rowvector(${cols})` : `matrix(${rows},${cols})`
}

/** Values, or transposes of values, that have the shape; what is called otherwise than its name says so in `called`. */
export function fitting(
  among: readonly Name[],
  { rows, cols }: Shape,
  entries: readonly Entries[],
  called: (name: string) => string = name => name,
): string[] {
  return among.flatMap(name => {
    if (!entries.includes(name.entries)) return []
    if (name.rows === rows && name.cols === cols) return [called(name.name)]
    return name.rows === cols && name.cols === rows ? [`${called(name.name)}'`] : []
  })
}
