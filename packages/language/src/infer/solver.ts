import { type Dimension, unit } from '@matrix-derive/core'

/** A dimension that may still be open: an index into the solver's tables. */
export type Unknown = number

/** The dimension 1, in every solver. */
export const one: Unknown = 0

/** Something to look at again when one of the dimensions it speaks of becomes known. */
export interface Watcher {
  queued: boolean
}

/**
 * The dimensions of a program and what is known of them: which are equal, which are given, which are 1 and which
 * are not. A union-find with a trail, so that a search can try a reading and take it back.
 *
 * Sizes other than 1 are never assumed to be 1: n×1 is a vector, not a scalar that happens to be long.
 */
export class Solver<W extends Watcher> {
  /** What changed and is to be looked at again. */
  readonly queue: W[] = []
  /** How many names are read against their leaning so far. */
  violations = 0

  private readonly parents: Unknown[] = [one]
  private readonly sizes: number[] = [1]
  private readonly given: (Dimension | undefined)[] = [unit]
  private readonly more: boolean[] = [false]
  private readonly watchers: W[][] = [[]]
  /** How many names lean to 1 here, and how many to more. */
  private readonly leanOne: number[] = [0]
  private readonly leanMore: number[] = [0]
  private readonly byText = new Map<Dimension, Unknown>([[unit, one]])
  private readonly trail: (() => void)[] = []
  private searching = false

  /** A dimension of which nothing is known but, possibly, that it is not 1. */
  open(more = false): Unknown {
    const id = this.parents.length
    this.parents.push(id)
    this.sizes.push(1)
    this.given.push(undefined)
    this.more.push(more)
    this.watchers.push([])
    this.leanOne.push(0)
    this.leanMore.push(0)
    return id
  }

  /** A given dimension: `n`, `3`, `m*p`. */
  of(dimension: Dimension): Unknown {
    const known = this.byText.get(dimension)
    if (known !== undefined) return known
    const id = this.open(true)
    this.given[id] = dimension
    this.byText.set(dimension, id)
    return id
  }

  find(id: Unknown): Unknown {
    let root = id
    while (this.parents[root] !== root) root = this.parents[root]
    return root
  }

  isOne(id: Unknown): boolean {
    return this.find(id) === this.find(one)
  }

  /** Whether it is known not to be 1. */
  isMore(id: Unknown): boolean {
    return this.more[this.find(id)]
  }

  /** The dimension, where it is known. */
  known(id: Unknown): Dimension | undefined {
    return this.given[this.find(id)]
  }

  /** Whether it is neither known to be 1 nor to be more. */
  isUndecided(id: Unknown): boolean {
    const root = this.find(id)
    return !this.more[root] && root !== this.find(one)
  }

  /** Notes the leaning of a name whose rows this is. */
  lean(id: Unknown, to: 'one' | 'more'): void {
    const root = this.find(id)
    const counts = to === 'one' ? this.leanOne : this.leanMore
    counts[root]++
    if (to === 'one' ? this.more[root] : root === this.find(one)) this.violations++
  }

  leaning(id: Unknown): { one: number; more: number } {
    const root = this.find(id)
    return { one: this.leanOne[root], more: this.leanMore[root] }
  }

  watch(id: Unknown, watcher: W): void {
    const root = this.find(id)
    this.watchers[root].push(watcher)
    if (this.searching) this.trail.push(() => this.watchers[root].pop())
  }

  private wake(root: Unknown): void {
    for (const watcher of this.watchers[root]) {
      if (watcher.queued) continue
      watcher.queued = true
      this.queue.push(watcher)
    }
  }

  /** Notes that it is not 1. False where it is. */
  setMore(id: Unknown): boolean {
    const root = this.find(id)
    if (root === this.find(one)) return false
    if (this.more[root]) return true
    this.more[root] = true
    this.violations += this.leanOne[root]
    if (this.searching) {
      this.trail.push(() => {
        this.more[root] = false
        this.violations -= this.leanOne[root]
      })
    }
    this.wake(root)
    return true
  }

  /** Makes both one dimension. False where they differ. */
  unify(a: Unknown, b: Unknown): boolean {
    let [into, from] = [this.find(a), this.find(b)]
    if (into === from) return true
    const unitRoot = this.find(one)
    if (into === unitRoot ? this.more[from] : from === unitRoot && this.more[into]) return false
    if (this.given[into] !== undefined && this.given[from] !== undefined) return false
    if (this.sizes[into] < this.sizes[from]) [into, from] = [from, into]
    this.wakeBeforeMerge(into, from)
    this.merge(into, from, unitRoot)
    return true
  }

  /**
   * Only who learns something looks again: of two open dimensions the smaller class, whose members get a new root;
   * and every class that becomes given or more than 1. The many that are 1 already learn nothing from one more.
   */
  private wakeBeforeMerge(into: Unknown, from: Unknown): void {
    const [givenInto, givenFrom] = [this.given[into] !== undefined, this.given[from] !== undefined]
    if (!givenFrom) this.wake(from)
    if (!givenInto && (givenFrom || (this.more[from] && !this.more[into]))) this.wake(into)
  }

  private merge(into: Unknown, from: Unknown, unitRoot: Unknown): void {
    const before = { given: this.given[into], more: this.more[into], violations: this.violations }
    const watched = this.watchers[into].length
    if (into === unitRoot || from === unitRoot) {
      this.violations += this.leanMore[into === unitRoot ? from : into]
    } else if (this.more[into] !== this.more[from]) {
      this.violations += this.leanOne[this.more[into] ? from : into]
    }
    this.parents[from] = into
    this.sizes[into] += this.sizes[from]
    this.given[into] ??= this.given[from]
    this.more[into] ||= this.more[from]
    this.leanOne[into] += this.leanOne[from]
    this.leanMore[into] += this.leanMore[from]
    for (const watcher of this.watchers[from]) this.watchers[into].push(watcher)
    if (!this.searching) return
    this.trail.push(() => {
      this.parents[from] = from
      this.sizes[into] -= this.sizes[from]
      this.given[into] = before.given
      this.more[into] = before.more
      this.violations = before.violations
      this.leanOne[into] -= this.leanOne[from]
      this.leanMore[into] -= this.leanMore[from]
      this.watchers[into].length = watched
    })
  }

  /** Notes how to undo something of the caller's, while a reading is tried. */
  onUndo(undo: () => void): void {
    if (this.searching) this.trail.push(undo)
  }

  /** From here on everything can be taken back to a mark. */
  mark(): number {
    this.searching = true
    return this.trail.length
  }

  undo(mark: number): void {
    while (this.trail.length > mark) this.trail.pop()!()
    for (const watcher of this.queue) watcher.queued = false
    this.queue.length = 0
  }

  /** Ends the search: what holds now holds for good. */
  keep(): void {
    this.searching = false
    this.trail.length = 0
  }
}
