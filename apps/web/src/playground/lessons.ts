/** A part of the tutorial: what to see, and the derivation in which it is seen. */
export interface Lesson {
  readonly title: string
  readonly text: string
  readonly attributes: Readonly<Record<string, string>>
}

/** The tutorial, in the order of docs/tutorial.md. */
export const lessons: readonly Lesson[] = [
  {
    title: 'A vector',
    text: 'How does the squared length of x change when x does? Each line is equal to the one above it; beside it stands the identity that was used. When df has the form “something times dx”, that something is the derivative: it is read off. Point at a line to see what its step changed.',
    attributes: { expression: "x'*x", wrt: 'x' },
  },
  {
    title: 'A matrix',
    text: 'Under a trace the factors turn in a circle. B goes round to the front; then dX stands last, and what stands before it is read off.',
    attributes: { expression: 'tr(A*X*B)', wrt: 'X' },
  },
  {
    title: 'Another layout',
    text: 'In denominator layout the derivative by a matrix has the shape of the matrix. The derivation is the same up to the last line: layouts are conversions.',
    attributes: { expression: 'tr(A*X*B)', wrt: 'X', layout: 'denominator' },
  },
  {
    title: 'Conditions',
    text: 'The logarithm of a determinant has a derivative only where the matrix is invertible. What a derivation relies on is said below it.',
    attributes: { expression: 'log(det(X))', wrt: 'X' },
  },
  {
    title: 'Declarations',
    text: 'A symmetric matrix is its own transpose, and the result is simpler for it. Kinds that nobody declares are inferred, and said to be.',
    attributes: { expression: "x'*A*x", wrt: 'x', variables: 'A: symmetric(n)' },
  },
  {
    title: 'The chain rule',
    text: 'A name for an intermediate result is all that the chain rule needs: df is the same whether y is a variable or a function of others.',
    attributes: { expression: 'y = W*x + b; norm2(y - t)^2', wrt: 'W' },
  },
  {
    title: 'A small network',
    text: 'Two layers, and the gradients by the weights of both. What is passed back from layer to layer gets a name of its own.',
    attributes: { expression: 'h = tanh(W1*x); y = W2*h; norm2(y - t)^2', wrt: 'W1, W2', steps: 'folded' },
  },
  {
    title: 'Second derivatives',
    text: 'The gradient of a scalar is a vector, and is derived again.',
    attributes: { expression: "x'*A*x", wrt: 'x', order: '2' },
  },
  {
    title: 'By hand',
    text: 'Choose a subexpression, by click or with the arrow keys, and see which identities apply there. What you do by hand is proved like everything else.',
    attributes: { expression: 'norm2(A*x - b)^2', wrt: 'x', layout: 'denominator' },
  },
]
