import type { Draft } from './draft.ts'

/** The manifest of the preset with one package more. */
export function withDependency(manifest: string, name: string): string {
  const { dependencies, ...rest } = JSON.parse(manifest) as { dependencies: Record<string, string> }
  const all = { ...dependencies, [`@matrix-derive/${name}`]: 'workspace:^' }
  const sorted = Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)))
  const entries = Object.entries(rest).flatMap(([key, value]) =>
    key === 'devDependencies' ? [['dependencies', sorted] as const, [key, value] as const] : [[key, value] as const],
  )
  const whole = Object.fromEntries('devDependencies' in rest ? entries : [...entries, ['dependencies', sorted]])
  return `${JSON.stringify(whole, undefined, 2)}\n`
}

/**
 * The module of the preset with one package more, in the order of the packages' names. Where its import goes is for
 * biome to say.
 */
export function withPackage(source: string, { name, list }: Pick<Draft, 'name' | 'list'>): string {
  const found = new RegExp(`export const ${list}: readonly [\\w ]+\\[\\] = \\[([^\\]]*)\\]`).exec(source)
  if (found === null) throw new Error(`The preset has no list "${list}".`)
  const imports = [...source.matchAll(/^import (\w+) from '@matrix-derive\/([\w-]+)'$/gm)]
  const packageOf = new Map(imports.map(([, variable, module]) => [variable, module]))
  const [whole, between] = found
  const listed = between.split(',').flatMap(part => (part.trim() === '' ? [] : [part.trim()]))
  const later = listed.findIndex(variable => (packageOf.get(variable) ?? '') > name)
  const variable = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
  const all = listed.toSpliced(later < 0 ? listed.length : later, 0, variable)
  const replaced = whole.replace(/\[[^\]]*\]$/, () => `[\n  ${all.join(',\n  ')},\n]`)
  return `import ${variable} from '@matrix-derive/${name}'\n${source.replace(whole, () => replaced)}`
}
