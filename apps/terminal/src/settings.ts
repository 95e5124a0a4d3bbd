import { type Registry, requireProblem, type StructureMode } from '@matrix-derive/core'
import { loadProject, type Project } from '@matrix-derive/project'
import type { DerivationRequest, SolvingOptions } from '@matrix-derive/request'
import { layoutNamed, variableNames } from '@matrix-derive/request'
import type { Arguments } from './command-line.ts'
import { type Host, readAll } from './host.ts'
import { misuse } from './usage.ts'
import { warn } from './warning.ts'

/** Everything that a derivation uses, and what the project of the working directory settles. */
export interface Workplace {
  readonly project: Project
  readonly registry: Registry
  readonly options: SolvingOptions
}

/** The workplace of the working directory. Plugins that are refused are told of, and the rest goes on without them. */
export async function workplace(host: Host): Promise<Workplace> {
  const project = await loadProject(host.cwd(), { env: host.env })
  const { registry, refused } = project
  for (const problem of refused) warn(problem, host)
  if (registry.plugins.length === 0) return { project, registry, options: { registry } }
  const { interrupting } = await import('./interrupting.ts')
  return { project, registry, options: { registry, interrupting } }
}

/** The request that the arguments make; they win over the project. @throws UsageError, `config` */
export async function requestOf(
  args: Arguments,
  host: Host,
): Promise<Workplace & { readonly request: DerivationRequest }> {
  const place = await workplace(host)
  const { registry, project } = place
  const [operand] = args.operands
  const expression = operand === '-' ? await readAll(host.stdin) : operand
  const variables = { ...project.variables, ...declarationsOf(args.all('var')) }
  const layout = layoutOf(args, registry) ?? project.layout
  const wrt = args.all('wrt').flatMap(names => names.split(',').map(name => name.trim()))
  if (wrt.length === 0) misuse(missingVariable(expression, variables, registry))
  const order = orderOf(args)
  const structure = structureOf(args) ?? project.structure
  const collect = collectOf(args, project)
  const chosen = { ...(layout && { layout }), ...(structure && { structure }), ...(collect && { collect }) }
  const request = { expression, variables, wrt, order, ...chosen }
  return { ...place, request }
}

/** Whether sums over samples are to be collected. */
export function collectOf(args: Arguments, project: Project): boolean {
  return args.has('collect') || (project.collect ?? false)
}

/** The mode after --structure, which the parser lets through only where there is one. */
export function structureOf(args: Arguments): StructureMode | undefined {
  return args.one('structure') as StructureMode | undefined
}

/** The number after --order. @throws UsageError */
function orderOf(args: Arguments): number {
  const text = args.one('order') ?? '1'
  return /^[1-9]\d{0,5}$/.test(text)
    ? Number(text)
    : misuse(`expected --order N, a whole number from 1, received "${text}"`)
}

/** The layout that --layout names. @throws UsageError */
export function layoutOf(args: Arguments, registry: Registry): string | undefined {
  const name = args.one('layout')
  if (name === undefined) return undefined
  try {
    return layoutNamed(registry, name).name
  } catch (thrown) {
    const problem = requireProblem(thrown)
    return misuse(`unknown layout "${name}"; ${problem.suggestion?.replace(/\.$/, '').toLowerCase()}`)
  }
}

/** Reads `A: matrix(m,n)` lines; what a kind may be is for the language to say. */
export function declarationsOf(lines: readonly string[]): Record<string, string> {
  const declarations = new Map<string, string>()
  for (const line of lines) {
    const colon = line.indexOf(':')
    if (colon < 1) misuse(`expected --var "A: matrix(m,n)", received --var "${line}"`)
    const name = line.slice(0, colon).trim()
    if (declarations.has(name)) misuse(`expected one --var for ${name}, received two`)
    declarations.set(name, line.slice(colon + 1).trim())
  }
  return Object.fromEntries(declarations)
}

function missingVariable(expression: string, variables: Record<string, string>, registry: Registry): string {
  const expected = 'expected --wrt, the variable to derive by'
  try {
    const names = variableNames(expression, variables, registry)
    if (names.length > 0) return `${expected}: ${names.map(name => `--wrt ${name}`).join(' or ')}`
  } catch (thrown) {
    requireProblem(thrown)
  }
  return expected
}
