/** A row of a published table of matrix derivatives, said in our language so that it can be judged. */
export interface Row {
  readonly id: string
  /** The program whose derivative the row states. */
  readonly expression: string
  /** A name, or several for a differential or a mixed second derivative. */
  readonly wrt: string
  readonly order?: 1 | 2
  readonly variables: Readonly<Record<string, string>>
  /** The row's own formulas in our language. `D[f]` in them stands for the derivative of f in the same layout. */
  readonly numerator?: string
  readonly denominator?: string
  /** Instead of a derivative, the row states this differential. */
  readonly differential?: string
  /** What holds besides the declarations. */
  readonly note?: string
  /** Set where the row is about any function of a kind that the language has not, and this one stands for it. */
  readonly instance?: string
}

/** A row that cannot be said in our language, and why. */
export interface OutOfScope {
  readonly id: string
  readonly expression: string
  readonly reason: string
}

export interface Table {
  readonly title: string
  readonly rows: readonly (Row | OutOfScope)[]
}
