/** Signs of other notations, and how this language says what they mean. */
const signs: readonly (readonly [characters: string, suggestion: string])[] = [
  ['|', 'Write norm2(x) for a norm, abs(x) for an absolute value, det(X) for a determinant.'],
  ['@⋅∙•∗', 'Write * for a product.'],
  ['.', "Write X' for X.T; functions have no prefix: dot(x,y)."],
  ['†', "Write X' for a transpose."],
  ['\\', 'LaTeX is not read; for a solution write inv(A)*b.'],
  ['₀₁₂₃₄₅₆₇₈₉', 'Leave it out; ‖X‖ is the Euclidean or the Frobenius norm.'],
  ['$"`', 'Leave it out.'],
  ['{}', 'Write ( and ).'],
  ['⟨⟩〈〉<>', "Write x'*y or tr(X'*Y) for an inner product."],
  [':', "Write tr(A'*B) for A : B; kinds are declared apart."],
  ['√', 'Write sqrt(x).'],
  ['∑', 'Write sum(i in 1..N, x[i]).'],
  ['∏', 'Write out the product, or exp of a sum of logarithms.'],
  ['∂∇', 'Write only the function; what to derive it by is asked apart.'],
  ['÷', 'Write / for a quotient.'],
  ['∞', 'There is no infinity.'],
]

/** What to write instead of a character that the language does not know, where people are likely to try it. */
export function suggestInstead(character: string): string | undefined {
  return signs.find(([characters]) => characters.includes(character))?.[1]
}

/** What functions are called elsewhere, and here. */
const functions: Readonly<Record<string, string>> = {
  adjugate: 'adj',
  cholesky: 'chol',
  diagonal: 'diag',
  frobenius: 'norm2',
  heaviside: 'step',
  inverse: 'inv',
  kronecker: 'kron',
  ln: 'log',
  logistic: 'sigmoid',
  lse: 'logsumexp',
  max: 'relu',
  pseudoinverse: 'pinv',
  sgn: 'sign',
}

/** The name that a function has here, where people are likely to know it by another one. */
export function nameHere(name: string): string | undefined {
  const word = name.toLowerCase()
  return Object.hasOwn(functions, word) ? functions[word] : undefined
}
