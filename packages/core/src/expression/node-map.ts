import type { Expression } from './expression.ts'

/**
 * A map from the nodes of one store. Positions of birth are dense, so an array serves, which is several times as fast as
 * a map of objects.
 */
export class NodeMap<Value> {
  readonly #values: (Value | undefined)[] = []

  get(node: Expression): Value | undefined {
    return this.#values[node.id]
  }

  has(node: Expression): boolean {
    return this.#values[node.id] !== undefined
  }

  set(node: Expression, value: Value): void {
    this.#values[node.id] = value
  }
}
