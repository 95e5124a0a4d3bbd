import { register } from 'node:module'
import { MessageChannel, type MessagePort, receiveMessageOnPort } from 'node:worker_threads'
import * as core from '@matrix-derive/core'
import * as language from '@matrix-derive/language'
import * as operators from '@matrix-derive/operators'
import * as plugin from '@matrix-derive/plugin'

/**
 * What a plugin gets when it imports these, whatever is installed beside it: the very objects that are in use here. With
 * a copy of its own it would make expressions that nobody else knows.
 */
const shared: Readonly<Record<string, object>> = {
  '@matrix-derive/core': core,
  '@matrix-derive/language': language,
  '@matrix-derive/operators': operators,
  '@matrix-derive/plugin': plugin,
}

/** Where the modules below find the objects: a module that is made of text has no other way to them. */
const place = Symbol.for('matrix-derive.shared')

/** A module for each name that hands on what is shared. */
function modules(): Record<string, string> {
  const module = (name: string) =>
    `export const { ${Object.keys(shared[name]).join(', ')} } = globalThis[Symbol.for('matrix-derive.shared')]['${name}']`
  return Object.fromEntries(Object.keys(shared).map(name => [name, module(name)]))
}

const sharedScheme = 'matrix-derive-shared:'
const pluginScheme = 'matrix-derive-plugin:'

/**
 * Runs in the thread in which Node resolves imports. A name that is shared is one of our modules; a plugin is looked for
 * from the file that names it; every other file that is loaded is told of.
 */
const hooks = `
let modules = {}, port
export async function initialize(data) { ({ modules, port } = data) }
export async function resolve(specifier, context, next) {
  if (Object.hasOwn(modules, specifier)) return { url: '${sharedScheme}' + specifier, shortCircuit: true }
  if (!specifier.startsWith('${pluginScheme}')) return next(specifier, context)
  const [name, parentURL] = JSON.parse(decodeURIComponent(specifier.slice(${pluginScheme.length})))
  return next(name, { ...context, parentURL })
}
export async function load(url, context, next) {
  if (url.startsWith('${sharedScheme}')) {
    return { format: 'module', source: modules[url.slice(${sharedScheme.length})], shortCircuit: true }
  }
  port.postMessage(url)
  return next(url, context)
}
`

let loaded: MessagePort | undefined

/** From here on plugins share our modules. Once for all: what is resolved stays resolved. */
function share(): void {
  if (loaded !== undefined) return
  Object.defineProperty(globalThis, place, { value: shared, configurable: true })
  const { port1, port2 } = new MessageChannel()
  port1.unref()
  loaded = port1
  register(`data:text/javascript,${encodeURIComponent(hooks)}`, {
    parentURL: import.meta.url,
    data: { modules: modules(), port: port2 },
    transferList: [port2],
  })
}

/** The default export of a plugin. @param from the URL of the file that names it */
export async function importPlugin(name: string, from: string): Promise<unknown> {
  share()
  const specifier = `${pluginScheme}${encodeURIComponent(JSON.stringify([name, from]))}`
  // By a module of its own: whatever else resolves the imports of this one, a bundler or a test runner, leaves it to Node.
  const bridge = `export * as plugin from ${JSON.stringify(specifier)}`
  const module = await import(`data:text/javascript,${encodeURIComponent(bridge)}`)
  return module.plugin.default
}

/** The files that were loaded since the last time of asking, as URLs. */
export function filesLoaded(): string[] {
  const files = new Set<string>()
  if (loaded === undefined) return []
  for (let next = receiveMessageOnPort(loaded); next !== undefined; next = receiveMessageOnPort(loaded)) {
    if (next.message.startsWith('file:')) files.add(next.message)
  }
  return [...files]
}
