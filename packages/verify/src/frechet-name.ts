const frechetPrefix = 'frechet-'

/** The `expm` of `frechet-expm`, undefined for names that are no Fréchet derivative. */
export function frechetOf(name: string): string | undefined {
  return name.startsWith(frechetPrefix) ? name.slice(frechetPrefix.length) : undefined
}
