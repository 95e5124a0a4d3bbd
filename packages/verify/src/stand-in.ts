import { type Partial, readPrimedName } from './abstract-function.ts'
import { createRandom, type Random } from './arithmetic.ts'
import { hashText } from './hash.ts'

// Concrete functions that stand in for the abstract ones of a program where numbers are real: smooth, without symmetry,
// different for every name, all derivatives in closed form. What holds for the abstract function holds for them.

/** How many waves a stand-in is the sum of: enough that no two derivatives are proportional. */
const waves = 3

/** The n-th derivative of sin. */
function sinDerivative(n: number, x: number): number {
  return Math.sin(x + (n * Math.PI) / 2)
}

interface Wave {
  readonly amplitude: number
  readonly phase: number
  readonly frequency: number
}

function wavesOf(random: Random): Wave[] {
  return Array.from({ length: waves }, () => ({
    amplitude: 0.5 + random(),
    phase: 6 * random(),
    frequency: 0.5 + random(),
  }))
}

/** The stand-in of the elementwise function of that name, with its primes. */
export function elementwiseStandIn(name: string): (x: number) => number {
  const { root, order } = readPrimedName(name)
  const parts = wavesOf(createRandom(hashText(root)))
  return x =>
    parts.reduce(
      (value, { amplitude, phase, frequency }) =>
        value + amplitude * frequency ** order * sinDerivative(order, frequency * x + phase),
      0,
    )
}

/**
 * The stand-in of the declared function of that name at the arguments x, all in one vector: output k is
 * Σₜ aₜₖ sin(bₜ'x + cₜₖ), and the answer gives any partial derivative of it.
 */
export function standIn(root: string, x: readonly number[]): (partial: Partial) => number {
  const random = createRandom(hashText(root))
  const frequencies = Array.from({ length: waves }, () => x.map(() => random() - 0.3))
  const inside = frequencies.map(frequency => x.reduce((sum, entry, j) => sum + entry * frequency[j], 0))
  const seed = Math.floor(random() * 2 ** 32)
  const outputs: Wave[][] = []
  return ({ output, inputs }) => {
    outputs[output] ??= wavesOf(createRandom(seed + output))
    return outputs[output].reduce((value, { amplitude, phase }, t) => {
      const slope = inputs.reduce((product, input) => product * frequencies[t][input], amplitude)
      return value + slope * sinDerivative(inputs.length, inside[t] + phase)
    }, 0)
  }
}
