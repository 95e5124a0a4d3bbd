/** Milliseconds of work between two moments in which the page may react; a frame has sixteen. */
const share = 8

/** Lets everything else that waits for the thread go first. */
export function nextTask(): Promise<void> {
  return new Promise(settle => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      settle()
    }
    port2.postMessage(undefined)
  })
}

/** A pause for long work: it is over at once as long as the work has not used its share of the thread. */
export function takingTurns(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < share) return
    await nextTask()
    since = performance.now()
  }
}
