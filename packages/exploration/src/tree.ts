import type { Expression } from '@matrix-derive/core'
import { nodeAt } from '@matrix-derive/request'

/** The nodes from the root down the way, as far as it leads. */
export function along(root: Expression, path: readonly number[]): Expression[] {
  const nodes = [root]
  for (const index of path) {
    const next = nodes[nodes.length - 1].operands[index]
    if (next === undefined) break
    nodes.push(next)
  }
  return nodes
}

export type Direction = 'in' | 'out' | 'left' | 'right'

/** The way to a neighbour in the tree; the same way where there is none. */
export function stepIn(root: Expression, path: readonly number[], direction: Direction): readonly number[] {
  switch (direction) {
    case 'in':
      return (nodeAt(root, path)?.operands.length ?? 0) > 0 ? [...path, 0] : path
    case 'out':
      return path.slice(0, -1)
    case 'left':
    case 'right': {
      const last = path.at(-1)
      if (last === undefined) return path
      const next = last + (direction === 'left' ? -1 : 1)
      const siblings = nodeAt(root, path.slice(0, -1))?.operands.length ?? 0
      return next < 0 || next >= siblings ? path : [...path.slice(0, -1), next]
    }
  }
}
