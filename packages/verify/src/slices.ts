/** Work in slices: after each of them, whoever shares the thread may have a turn. */
export type Slices<T> = Generator<void, T, void>

/** All slices, one after the other. */
export function atOnce<T>(slices: Slices<T>): T {
  for (;;) {
    const slice = slices.next()
    if (slice.done) return slice.value
  }
}

/** All slices, with a pause before each. */
export async function inTurns<T>(slices: Slices<T>, pause: () => Promise<unknown>): Promise<T> {
  for (;;) {
    await pause()
    const slice = slices.next()
    if (slice.done) return slice.value
  }
}
