import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { defaultLimits, readable } from '../../packages/core/src/index.ts'
import { schema as derivationSchema } from '../../packages/record/src/index.ts'
import { standardRegistry } from '../../packages/standard/src/index.ts'
import { apiFunction, apiTypes } from './api.ts'
import { catalogue } from './catalogue.ts'
import { table } from './table.ts'

const root = resolve(import.meta.dirname, '../..')

/** What goes between `<!-- generated: NAME -->` and `<!-- end -->`. */
export async function generated(name: string): Promise<string[]> {
  const [kind, argument] = name.split(' ')
  switch (kind) {
    case 'identities':
      return catalogue()
    case 'coverage':
      return (await import('./tables/page.ts')).coverage()
    case 'conditions':
      return (await import('./tables/conditions.ts')).conditionTables()
    case 'operators':
      return operators()
    case 'limits':
      return limits()
    case 'readable':
      return readableSizes()
    case 'api':
      return apiFunction(argument)
    case 'api-types':
      return apiTypes()
    case 'derivation-schema':
      return ['', '```json', ...JSON.stringify(derivationSchema, undefined, 2).split('\n'), '```', '']
    case 'file':
      return file(argument)
    default:
      throw new Error(`Nothing is generated under the name "${name}".`)
  }
}

function operators(): string[] {
  const written = standardRegistry().operators.filter(({ notation }) =>
    ['function', 'delimited'].includes(notation.form),
  )
  const rows = written.map(({ name, aliases, summary, signatures }) => {
    const names = [name, ...aliases].map(name => `\`${name}\``).join(', ')
    return [names, summary, signatures.map(({ text }) => `\`${text}\``).join(', ')]
  })
  return table(['function', 'what it is', 'kinds'], rows)
}

function limits(): string[] {
  const meanings: Record<keyof typeof defaultLimits, string> = {
    inputLength: 'characters of a program',
    nesting: 'nested brackets of a program',
    nodes: 'distinct expressions of one derivation',
    steps: 'rewriting steps of one derivation',
    time: 'milliseconds of one derivation',
    order: 'how often something is derived',
  }
  return table(['limit', 'default', 'of what'], explained(defaultLimits, meanings))
}

function readableSizes(): string[] {
  const meanings: Record<keyof typeof readable, string> = {
    linearMapParts:
      'distinct expressions of an f whose derivative is written as a linear map although its lines were stacked',
    linearMap:
      'cost of such a linear map; a longer one is left out, which a note says; the matrix for vec(dX) is there all the same',
    withoutNames: 'cost of an answer that is written without the names of intermediates',
    withGivenNames: 'cost of an answer that has names of its program, and none that the derivation gave on its way',
    abbreviated: 'cost of an answer in which what is repeated gets a name',
  }
  return table(['size', 'value', 'of what'], explained(readable, meanings))
}

/** Each number by its name, and what it is a number of. */
function explained<T extends string>(numbers: Readonly<Record<T, number>>, meanings: Readonly<Record<T, string>>) {
  return (Object.keys(numbers) as T[]).map(name => [`\`${name}\``, numbers[name].toLocaleString('en'), meanings[name]])
}

function file(path: string): string[] {
  const language = path.slice(path.lastIndexOf('.') + 1)
  return ['', `\`\`\`${language}`, ...readFileSync(join(root, path), 'utf8').trimEnd().split('\n'), '```', '']
}
