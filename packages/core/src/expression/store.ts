import { fail } from '../error.ts'
import { defaultLimits, type Limits } from '../limits.ts'
import { freeLevels, heightOf } from './binding.ts'
import { costOf } from './cost.ts'
import type { Data, Expression } from './expression.ts'
import { occurring } from './occurrence.ts'
import type { Operator } from './operator.ts'

/**
 * Where the expressions of one program live: makes every node and never makes one twice.
 * One store for each program keeps ids, and with them every choice that depends on order, the same from run to run.
 */
export interface Store {
  /** The node in the operator's normal form. @throws the operator's shape errors, `limit-exceeded` */
  apply(operator: Operator, operands: readonly Expression[], data?: Data): Expression
  /** The plain node, without the operator's normal form; only `build` functions need it. */
  intern(operator: Operator, operands: readonly Expression[], data?: Data): Expression
  /** How many expressions were made: the measure of the work done. */
  readonly size: number
  /** All names in use: of symbols, intermediates and indices, and those reserved. */
  readonly names: ReadonlySet<string>
  /** Keeps a name for what is no expression, a size or a function: no index is called by it. */
  reserve(name: string): void
}

/**
 * A place in the tree of all nodes: the way to it is operator, data and operands. Most places lead to one other only,
 * and need no map for it.
 */
interface Slot {
  node: Expression | undefined
  key: unknown
  only: Slot | undefined
  next: Map<unknown, Slot> | undefined
}

const emptySlot = (): Slot => ({ node: undefined, key: undefined, only: undefined, next: undefined })

function below(slot: Slot, key: unknown): Slot {
  if (slot.key === key && slot.only !== undefined) return slot.only
  const known = slot.next?.get(key)
  if (known !== undefined) return known
  const added = emptySlot()
  if (slot.only === undefined) {
    slot.key = key
    slot.only = added
  } else {
    slot.next ??= new Map()
    slot.next.set(key, added)
  }
  return added
}

/** Operands per expression, on average, beyond which many long sums or products fill the memory before the count does. */
const entriesPerNode = 5

/** An empty store. */
export function createStore(limits: Limits = defaultLimits): Store {
  const root = emptySlot()
  const names = new Set<string>()
  let size = 0
  let entries = 0
  const store: Store = {
    apply(operator, operands, data) {
      return operator.build ? operator.build(store, operands, data) : store.intern(operator, operands, data)
    },
    intern(operator, operands, data) {
      // By name, so that two copies of one operator, as two installed versions may bring, make one node.
      let slot = below(root, operator.name)
      if (data !== undefined) slot = below(slot, data.key)
      for (const operand of operands) slot = below(slot, operand)
      if (slot.node !== undefined) return slot.node
      if (size >= limits.nodes || entries > entriesPerNode * limits.nodes) {
        fail(
          'limit-exceeded',
          `Expected at most ${limits.nodes} expressions; simplify the input or raise the limit "nodes".`,
        )
      }
      const node: Expression = {
        id: size,
        operator,
        operands,
        data,
        shape: operator.shape(operands, data),
        facts: operator.facts(operands, data),
        cost: costOf(operator, operands, data),
        free: freeLevels(operator, operands, data),
        height: heightOf(operator, operands, data),
        occurring: occurring(operator, operands),
      }
      if (data?.name !== undefined) names.add(data.name)
      size++
      entries += operands.length
      slot.node = node
      return node
    },
    get size() {
      return size
    },
    names,
    reserve(name) {
      names.add(name)
    },
  }
  return store
}
