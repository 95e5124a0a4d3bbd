import { families, familyCount, integerName, names, numberName, programSizes } from './names.ts'

type Rows = number[][]

/**
 * Numbers for every name, with the structure that it is declared with and no entry near 0, where `abs` and its like
 * have a kink.
 */
export function programValues(random: () => number): Record<string, Rows | Rows[] | number> {
  const values: Record<string, Rows | Rows[] | number> = {
    [integerName]: 2 + Math.floor(2 * random()),
    [numberName]: 1 + Math.floor(programSizes[familyCount] * random()),
  }
  const draw = ({ rows, cols, declaration, entries }: (typeof names)[number]) => {
    const sign = () => (entries !== 'positive' && random() < 0.4 ? -1 : 1)
    const drawn = Array.from({ length: programSizes[rows] }, () =>
      Array.from({ length: programSizes[cols] }, () => sign() * (0.6 + 0.35 * random())),
    )
    return structured(declaration, drawn)
  }
  for (const name of names) values[name.name] = draw(name)
  for (const family of families) {
    values[family.name] = Array.from({ length: programSizes[familyCount] }, () => draw(family))
  }
  return values
}

/** A direction in which a name, or the member of a family, may change and keep its structure: any one for a plain matrix. */
export function programDirection(name: string, value: Rows, random: () => number): Rows {
  const drawn = value.map(row => row.map(() => 2 * random() - 1))
  const declaration = [...names, ...families].find(other => other.name === name.split('[')[0])!.declaration
  const kind = declaration.split('(')[0]
  if (kind === 'orthogonal') {
    // The tangents at Q are Q times the skew matrices.
    const skew = structured('skew', drawn)
    return value.map(row => skew[0].map((_, j) => row.reduce((sum, entry, k) => sum + entry * skew[k][j], 0)))
  }
  return structured(kind === 'spd' ? 'symmetric' : declaration, drawn)
}

function structured(declaration: string, x: Rows): Rows {
  const entry: Readonly<Record<string, (i: number, j: number) => number>> = {
    symmetric: (i, j) => x[Math.min(i, j)][Math.max(i, j)],
    spd: (i, j) => x.reduce((dot, _, k) => dot + x[i][k] * x[j][k], i === j ? 1 : 0),
    skew: (i, j) => (i === j ? 0 : i < j ? x[i][j] : -x[j][i]),
    lower: (i, j) => (i >= j ? x[i][j] : 0),
    upper: (i, j) => (i <= j ? x[i][j] : 0),
    diagonal: (i, j) => (i === j ? x[i][j] : 0),
    // A rotation of the plane.
    orthogonal: (i, j) => (i === j ? Math.cos(x[0][0]) : i < j ? Math.sin(x[0][0]) : -Math.sin(x[0][0])),
  }
  const rule = entry[declaration.split('(')[0]]
  return rule ? x.map((row, i) => row.map((_, j) => rule(i, j))) : x
}
