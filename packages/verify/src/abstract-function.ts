/** What the name of a declared function's derivative says: `D(D(l),2)` is l, differentiated in argument 0, then in 1. */
interface Derived {
  readonly root: string
  readonly positions: readonly number[]
}

/** Reads the names that core gives to the Jacobians of declared functions. */
export function readDerivedName(name: string): Derived {
  const positions: number[] = []
  let root = name
  while (root.startsWith('D(') && root.endsWith(')')) {
    const inside = root.slice(2, -1)
    const numbered = /^(.*),(\d+)$/s.exec(inside)
    positions.unshift(numbered ? Number(numbered[2]) - 1 : 0)
    root = numbered ? numbered[1] : inside
  }
  return { root, positions }
}

/** The derivatives of an elementwise function carry primes. */
export function readPrimedName(name: string): { root: string; order: number } {
  const root = name.replace(/'+$/, '')
  return { root, order: name.length - root.length }
}

/**
 * One entry of a declared function or of one of its Jacobians: the partial derivative of output `output` by the inputs
 * `inputs`, both numbered in the order of vec, the arguments one after the other.
 */
export interface Partial {
  readonly output: number
  readonly inputs: readonly number[]
}

interface Size {
  readonly rows: number
  readonly cols: number
}

/**
 * Which partial derivative stands in each entry of the result, listed in the order of vec. Each Jacobian has the outputs
 * so far down and the inputs across; only the one of a scalar by a matrix is transposed (LANGUAGE.md, "Layouts").
 */
export function partialsOf(positions: readonly number[], operands: readonly Size[], count: number): Partial[] {
  const lengths = operands.map(({ rows, cols }) => rows * cols)
  const offsets = lengths.map((_, i) => lengths.slice(0, i).reduce((sum, length) => sum + length, 0))
  const outputs = count / positions.reduce((product, position) => product * lengths[position], 1)
  let partials: Partial[] = Array.from({ length: outputs }, (_, output) => ({ output, inputs: [] }))
  for (const position of positions) {
    const { rows, cols } = operands[position]
    const turned = partials.length === 1
    const before = partials
    partials = []
    for (let k = 0; k < lengths[position]; k++) {
      const input = offsets[position] + (turned ? Math.floor(k / cols) + (k % cols) * rows : k)
      for (const { output, inputs } of before)
        partials.push({ output, inputs: [...inputs, input].sort((a, b) => a - b) })
    }
  }
  return partials
}
