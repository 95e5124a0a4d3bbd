import type { Problem } from '@matrix-derive/core'

/** What a worker is asked to prove. */
export interface ProofTask {
  /** As the project names it. */
  readonly name: string
  /** The URL of the file that names it. */
  readonly from: string
}

/** How a worker answers: `imported` first, then what it found. */
export type ProofAnswer = 'imported' | { readonly files: readonly string[]; readonly problem?: Problem }

/** The plugin read and proved, and every file that it consists of. */
export async function prove({ name, from }: ProofTask, imported: () => void = () => {}): Promise<ProofAnswer> {
  const { blame, judge } = await import('@matrix-derive/admission')
  const { filesLoaded, importPlugin } = await import('./sharing.ts')
  let files: readonly string[] = []
  try {
    const exported = await importPlugin(name, from)
    files = filesLoaded()
    imported()
    judge({ name, exported })
    return { files }
  } catch (thrown) {
    return { files, problem: blame(name, thrown) }
  }
}
