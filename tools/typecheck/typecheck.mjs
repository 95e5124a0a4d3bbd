// `node tools/typecheck/typecheck.mjs packages/core`: the types of one package, with the settings of the whole
// repository and no settings of its own.

import { join, resolve } from 'node:path'
import ts from 'typescript'

const root = resolve(import.meta.dirname, '../..')
const folder = join(root, process.argv[2] ?? '', '/')

const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile)
const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, root)
const program = ts.createProgram(
  fileNames.filter(file => file.startsWith(folder)),
  options,
)
const diagnostics = ts.getPreEmitDiagnostics(program)

process.stderr.write(
  ts.formatDiagnosticsWithColorAndContext(diagnostics, {
    getCanonicalFileName: name => name,
    getCurrentDirectory: () => root,
    getNewLine: () => '\n',
  }),
)
process.exitCode = diagnostics.length > 0 ? 1 : 0
