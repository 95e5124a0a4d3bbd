import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Script } from 'node:vm'

/**
 * Runs a part of the built command. A third of the time of a short command goes into compiling the functions that it
 * calls, so what was compiled for a command is kept, and the next one with its name begins with it: the code cache of V8
 * (https://v8.dev/blog/code-caching-for-devs), which Node gives to scripts and not to modules. That is why the parts are
 * scripts.
 *
 * It is kept in a folder beside the parts, where nobody can write who could not change the parts themselves, and it is
 * never wrong: a part has the hash of its content in its name, each Node has a folder of its own, and V8 refuses what
 * another version or other flags have made. Where nothing can be written, nothing is kept.
 *
 * @param base the folder of the parts
 * @param entry the part to begin with; it and the parts that it asks for run once
 * @param command what the compiled functions are kept for; nothing is kept for what has no name
 */
export function load(base: URL, entry: string, command?: string): void {
  const folder = fileURLToPath(base)
  const kept =
    command !== undefined &&
    /^[a-z]+$/.test(command) &&
    join(folder, 'compiled', `${process.version}-${process.arch}`, command)
  const parts = new Map<string, object>()
  const compiled: { script: Script; file: string }[] = []

  const run = (name: string): object => {
    const known = parts.get(name)
    if (known !== undefined) return known
    const path = join(folder, name)
    const file = kept && join(kept, name)
    const cachedData = file && recall(file)
    const script = new Script(`(function(module,require,importModule,url){${readFileSync(path, 'utf8')}\n})`, {
      filename: path,
      ...(cachedData && { cachedData }),
    })
    if (file && cachedData === undefined) compiled.push({ script, file })
    const module = { exports: {} }
    const url = new URL(name, base).href
    script.runInThisContext()(module, require, (name: string) => import(new URL(name, url).href), url)
    parts.set(name, module.exports)
    return module.exports
  }
  /** What the parts import: each other, and what Node has. */
  const require = (name: string): object =>
    name.startsWith('./') ? run(basename(name)) : process.getBuiltinModule(name)!

  process.on('exit', code => {
    // What a command does that fails is not what most of its name do.
    if (code === 0) for (const { script, file } of compiled) keep(file, script)
  })
  run(entry)
}

/** What was kept, if that is what the file has: V8 believes what it is given, and ends the process over a damaged one. */
function recall(file: string): Buffer | undefined {
  try {
    const content = readFileSync(file)
    const data = content.subarray(digestLength)
    return digest(data).equals(content.subarray(0, digestLength)) ? data : undefined
  } catch {
    return undefined
  }
}

/** By renaming: who reads meanwhile finds a whole file or none. */
function keep(file: string, script: Script): void {
  const data = script.createCachedData()
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(`${file}.${process.pid}`, Buffer.concat([digest(data), data]))
    renameSync(`${file}.${process.pid}`, file)
  } catch {
    // A folder that only others may change: every start compiles again.
  }
}

const digestLength = 32

function digest(data: Uint8Array): Buffer {
  return createHash('sha256').update(data).digest()
}
