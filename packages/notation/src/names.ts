const greekLetters: Readonly<Record<string, string>> = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ε',
  zeta: 'ζ',
  eta: 'η',
  theta: 'θ',
  iota: 'ι',
  kappa: 'κ',
  lambda: 'λ',
  mu: 'μ',
  nu: 'ν',
  xi: 'ξ',
  omicron: 'ο',
  pi: 'π',
  rho: 'ρ',
  sigma: 'σ',
  tau: 'τ',
  upsilon: 'υ',
  phi: 'φ',
  chi: 'χ',
  psi: 'ψ',
  omega: 'ω',
  Gamma: 'Γ',
  Delta: 'Δ',
  Theta: 'Θ',
  Lambda: 'Λ',
  Xi: 'Ξ',
  Pi: 'Π',
  Sigma: 'Σ',
  Upsilon: 'Υ',
  Phi: 'Φ',
  Psi: 'Ψ',
  Omega: 'Ω',
}

/** A map, not an object: a program may call something `constructor`. */
const greekNames: ReadonlyMap<string, string> = new Map(
  Object.entries(greekLetters).map(([name, letter]) => [letter, name]),
)

/** The parts of a name as a book would set them: `W1` is W with index 1, `sigma''` a twice primed Greek letter. */
export interface NameParts {
  /** One letter, Greek ones as the letter itself, or a word. */
  readonly base: string
  /** How the Greek letter in `base` is called; undefined for any other base. */
  readonly greek: string | undefined
  readonly index: string
  readonly primes: number
  /** The function this one is the derivative D(.) of; `index` is the argument that it is by, if there are several. */
  readonly derivativeOf?: string
}

/** What is no digit, no sign and no prime is a letter: naming the letters of Unicode would make a slow pattern. */
const namePattern = /^([^\d_']+?)_?(\d+|(?<=_)[^']+)?('*)$/
const derivativePattern = /^D\((.+?)(?:,(\d+))?\)$/

/** Takes a name apart. A name of no known form is all base. */
export function nameParts(name: string): NameParts {
  if (name.length === 1) return { base: name, greek: greekNames.get(name), index: '', primes: 0 }
  const derivative = derivativePattern.exec(name)
  if (derivative) {
    const [, derivativeOf, position = ''] = derivative
    return { base: 'D', greek: undefined, index: position, primes: 0, derivativeOf }
  }
  const found = namePattern.exec(name)
  if (!found) return { base: name, greek: undefined, index: '', primes: 0 }
  const [, word, index = '', primes] = found
  const base = Object.hasOwn(greekLetters, word) ? greekLetters[word] : word
  return { base, greek: greekNames.get(base), index, primes: primes.length }
}
