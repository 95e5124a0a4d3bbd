const letters =
  'Αα Alpha Ββ Beta Γγ Gamma Δδ Delta Εε Epsilon Ζζ Zeta Ηη Eta Θθ Theta Ιι Iota Κκ Kappa Λλ Lambda Μμ Mu ' +
  'Νν Nu Ξξ Xi Οο Omicron Ππ Pi Ρρ Rho Σσ Sigma Ττ Tau Υυ Upsilon Φφ Phi Χχ Chi Ψψ Psi Ωω Omega'

const spelled = new Map<string, string>([
  ['ς', 'sigma'],
  ['ϵ', 'epsilon'],
  ['ϑ', 'theta'],
  ['ϕ', 'phi'],
  ['ϱ', 'rho'],
  ['ϖ', 'pi'],
  ['ϰ', 'kappa'],
  ['ϴ', 'Theta'],
  ['µ', 'mu'],
])
const parts = letters.split(' ')
for (let i = 0; i < parts.length; i += 2) {
  spelled.set(parts[i][0], parts[i + 1])
  spelled.set(parts[i][1], parts[i + 1].toLowerCase())
}

/**
 * The one spelling of a name: Greek letters by their English names, subscript digits as digits.
 * `Σ` and `Sigma`, `σ₁` and `sigma1` are the same names.
 */
export function canonicalName(name: string): string {
  if (/^[\w]*$/.test(name)) return name
  let canonical = ''
  for (const letter of name) {
    const digit = letter.charCodeAt(0) - 0x2080
    canonical += digit >= 0 && digit < 10 ? String(digit) : (spelled.get(letter) ?? letter)
  }
  return canonical
}
