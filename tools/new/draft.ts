import { DerivationError } from '../../packages/core/src/index.ts'

/** A package that has not been written: its files by path below its folder. */
export interface Draft {
  readonly name: string
  /** Which list of the preset it belongs to. */
  readonly list: 'identities' | 'layouts' | 'operators'
  readonly files: Readonly<Record<string, string>>
  /** What to tell its author, line by line. */
  readonly report: readonly string[]
}

/** The three files that make up a package of the catalogue. */
export function filesOf(name: string, summary: string, source: string, test: string): Record<string, string> {
  const manifest = {
    name: `@matrix-derive/${name}`,
    version: '1.0.0',
    description: summary,
    type: 'module',
    sideEffects: false,
    exports: './src/index.ts',
    dependencies: { '@matrix-derive/plugin': 'workspace:^' },
    devDependencies: { '@matrix-derive/testing': 'workspace:^' },
  }
  return {
    'package.json': `${JSON.stringify(manifest, undefined, 2)}\n`,
    'src/index.ts': source,
    'src/index.test.ts': test,
  }
}

/** One sentence on one line, as every manifest has. */
export function summaryOf(given: string | undefined, otherwise: readonly string[]): string {
  const candidates = given === undefined ? otherwise : [given.endsWith('.') ? given : `${given}.`]
  return candidates.find(text => /^\S.{9,119}\.$/.test(text)) ?? otherwise[otherwise.length - 1]
}

/** What was asked for fails its test. @throws `plugin` */
export function refuse(message: string, suggestion: string): never {
  throw new DerivationError({ code: 'plugin', message, suggestion: `Nothing was written. ${suggestion}` })
}
