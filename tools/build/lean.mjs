// What makes one small file of many packages. Each plugin leaves out what a page never reads; none changes what the code does.

import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** @typedef {import('esbuild').Plugin} Plugin */

/**
 * Of a manifest the sources read its name, its version and its summary; the element shows no summaries.
 * @type {Plugin}
 */
export const slimManifests = {
  name: 'slim-manifests',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]package\.json$/ }, ({ path }) => {
      const { name, version } = JSON.parse(readFileSync(path, 'utf8'))
      return { contents: JSON.stringify({ name, version }), loader: 'json' }
    })
  },
}

/**
 * A page cannot ask for sums over samples to be written with matrices, so the laws that do that stay at home.
 * @type {Plugin}
 */
export const withoutCollecting = {
  name: 'without-collecting',
  setup({ onLoad }) {
    onLoad({ filter: /standard[\\/]src[\\/]identities\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(/^.*(series-as-|seriesAs).*\n/gm, ''),
      loader: 'ts',
      resolveDir: dirname(path),
    }))
  },
}

/**
 * Likewise of a built-in operator: its summary is for catalogues.
 * @type {Plugin}
 */
export const slimOperators = {
  name: 'slim-operators',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/](operators[\\/]src|core[\\/]src[\\/]expression)[\\/].*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(/^ +summary: (['"`]).*\1,\n/gm, ''),
      loader: 'ts',
    }))
  },
}

/**
 * What is imported when it is needed is in the one file anyway: importing it at once spares the bundler from wrapping
 * every module in a function of its own, and from an object of all its exports.
 * @type {Plugin}
 */
export const importsAtOnce = {
  name: 'imports-at-once',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/](packages|apps)[\\/].*\.ts$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8')
      /** @type {string[]} */
      const imports = []
      const contents = source.replace(/const ({[^}]*}) = await import\(('[^']+')\)/g, (_, names, module) => {
        imports.push(`import ${names.replaceAll(':', ' as')} from ${module}\n`)
        return ''
      })
      return imports.length === 0
        ? undefined
        : { contents: imports.join('') + contents, loader: 'ts', resolveDir: dirname(path) }
    })
  },
}

/**
 * The parser library comes as CommonJS, of which nothing can be left out; as ES modules only the few combinators that are used
 * remain. What its compiler wrote is regular enough to be rewritten line by line.
 * @type {Plugin}
 */
export const parserAsModules = {
  name: 'parser-as-modules',
  setup({ onLoad }) {
    onLoad({ filter: /typescript-parsec[\\/]lib[\\/].*\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8')
        .replace(/^"use strict";|^Object\.defineProperty\(exports.*$|^exports\.\w+ = .*void 0;$/gm, '')
        .replace(/^var __(createBinding|exportStar) = [\s\S]*?^}(\)\))?;$/gm, '')
        .replace(/^__exportStar\(require\((".*?")\), exports\);$/gm, 'export * from $1;')
        .replace(/^var (\w+) = require\((".*?")\);$/gm, 'import * as $1 from $2;')
        .replace(/^exports\.(\w+) = \1;$/gm, 'export { $1 };')
        .replace(/\/\*\* @class \*\//g, '/* @__PURE__ */'),
      loader: 'js',
    }))
  },
}

/**
 * An exploration is plain data of a few kilobytes, so that undoing may as well put back the whole of what was before. With whole
 * documents for patches the library that finds small ones is not needed.
 * @type {Plugin}
 */
export const wholePatches = {
  name: 'whole-patches',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]immer[\\/]dist[\\/].*\.m?js$/ }, () => ({
      contents: `
        export const enablePatches = () => {}
        export const castDraft = value => value
        export const applyPatches = (_, [{ value }]) => value
        export function produceWithPatches(before, recipe) {
          const after = structuredClone(before)
          recipe(after)
          const whole = value => [{ op: 'replace', path: [], value }]
          return JSON.stringify(after) === JSON.stringify(before) ? [before, [], []] : [after, whole(after), whole(before)]
        }`,
      loader: 'js',
    }))
  },
}

/**
 * Style sheets without what only their writers need.
 * @type {Plugin}
 */
export const slimStyles = {
  name: 'slim-styles',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]styles\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(/css`([^`]*)`/g, (_, text) => `css\`${slim(text)}\``),
      loader: 'ts',
    }))
  },
}

/** @param {string} text */
export function slim(text) {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .trim()
}
