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

/** Lets the page be drawn first; what cannot be seen is not drawn, and does not wait for it. */
export function nextFrame(): Promise<void> {
  return new Promise(settle => {
    requestAnimationFrame(() => settle())
    setTimeout(settle, 100)
  })
}

/** A pause for long work: it is over at once, and false, as long as the work has not used its share of the thread. */
export function takingTurns(next = nextTask): () => Promise<boolean> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < share) return false
    await next()
    since = performance.now()
    return true
  }
}
