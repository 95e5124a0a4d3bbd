/**
 * SHA-256 of data, whatever the order of its keys and the space between them: someone may have formatted the file, and
 * that changes nothing of what it says. The key `checksum` at the top is left out.
 */
export async function checksumOf(data: object): Promise<string> {
  const { checksum: _, ...content } = data as { readonly checksum?: unknown }
  const bytes = new TextEncoder().encode(canonical(content))
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, '0')).join('')
}

/** JSON with the keys in order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
