/** Two 32-bit lanes that take in numbers one after the other; after the idea of MurmurHash (Austin Appleby). */
export interface Hash {
  add(value: number): void
  /** 53 bits of everything taken in so far. */
  read(): number
  /** A hash that goes on from here. */
  fork(): Hash
}

/** A hash that starts from a seed. */
export function createHash(seed: number): Hash {
  return hashFrom(0xdeadbeef ^ seed, 0x41c6ce57 ^ seed)
}

function hashFrom(firstHigh: number, firstLow: number): Hash {
  let [high, low] = [firstHigh, firstLow]
  return {
    add(value) {
      const upper = Math.floor(value / 2 ** 32)
      high = Math.imul(high ^ value, 0x9e3779b1)
      low = Math.imul(low ^ upper ^ (value << 7), 0x5f356495)
      high ^= low >>> 15
      low ^= high >>> 13
    },
    read() {
      let [a, b] = [high, low]
      a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35)
      b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35)
      return (b & 0x1fffff) * 2 ** 32 + (a >>> 0)
    },
    fork: () => hashFrom(high, low),
  }
}

/** A 32-bit number for a text. */
export function hashText(text: string): number {
  const hash = createHash(text.length)
  for (let i = 0; i < text.length; i++) hash.add(text.charCodeAt(i))
  return hash.read() | 0
}
