import { existsSync, readFileSync } from 'node:fs'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { fail } from '@matrix-derive/core'
import { type Manifest, requiredInterface } from '@matrix-derive/plugin'

/** `./lse.js`, `../shared/lse.js`, `/home/me/lse.js`. */
const isFile = (name: string) => /^\.{1,2}[\\/]/.test(name) || isAbsolute(name)

/** The name of an npm package, perhaps with a path into it: `@acme/identity-woodbury`. */
const packageName = /^(@[\w.~-]+\/)?[\w.~-]+(?=\/|$)/

/**
 * What is known of a plugin before any of its code runs: where its manifest is and which interface it was written for.
 * @param directory that of the configuration file
 * @throws `plugin` for a plugin that is not there
 */
export function locate(name: string, directory: string): { readonly manifest?: string; readonly requires?: string } {
  const manifest = isFile(name) ? manifestAbove(existingFile(name, directory)) : manifestOfPackage(name, directory)
  if (manifest === undefined) return {}
  const requires = requiredInterface(readManifest(manifest))
  return { manifest, ...(requires !== undefined && { requires }) }
}

function existingFile(name: string, directory: string): string {
  const file = resolve(directory, name)
  if (existsSync(file)) return file
  return fail('plugin', `Expected a file, received ${name}, which is not there.`, {
    suggestion: 'Files are looked for from the folder of the configuration file.',
  })
}

function manifestOfPackage(name: string, directory: string): string {
  const found = packageName.exec(name)?.[0]
  if (found === undefined || name.includes(':')) {
    return fail('plugin', `Expected the name of a package or a file such as "./lse.js", received "${name}".`)
  }
  for (let at = directory; ; at = dirname(at)) {
    const manifest = join(at, 'node_modules', found, 'package.json')
    if (existsSync(manifest)) return manifest
    if (dirname(at) === at) break
  }
  return fail('plugin', `Expected an installed package, received ${found}, which is not there.`, {
    suggestion: `Run "npm install ${found}" in the folder of the configuration file.`,
  })
}

function manifestAbove(file: string): string | undefined {
  for (let at = dirname(file); ; at = dirname(at)) {
    const manifest = join(at, 'package.json')
    if (existsSync(manifest)) return manifest
    if (dirname(at) === at) return undefined
  }
}

function readManifest(file: string): Partial<Manifest> {
  try {
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return typeof read === 'object' && read !== null ? read : {}
  } catch {
    return fail('plugin', `Expected a manifest that can be read, received ${file}.`)
  }
}
