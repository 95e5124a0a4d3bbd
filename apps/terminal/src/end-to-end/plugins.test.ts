import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Ended, run, setUp } from './command.ts'

let folder: string

beforeAll(async () => {
  await setUp()
}, 60_000)

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'matrix-derive-plugins-'))
})

afterAll(() => rmSync(folder, { recursive: true }))

/** A project of its own, with these files. */
function project(name: string, files: Readonly<Record<string, string | object>>): string {
  for (const [file, content] of Object.entries(files)) {
    const path = join(folder, name, file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  }
  return join(folder, name)
}

const cache = () => join(folder, 'cache')
const type = (cwd: string, ...args: string[]): Promise<Ended> => run(args, { cwd, env: { XDG_CACHE_HOME: cache() } })

const config = (plugins: readonly string[], more: object = {}) => ({
  'matrix-derive.config.json': { plugins, ...more },
})

const manifest = (name: string, more = '') =>
  `{ name: '@me/${name}', version: '1.0.0', description: 'It is so.'${more} }`

/** The text of a module that brings an identity. */
const identity = (name: string, definition: string, more = '') => `
  import { defineIdentity, scale, rational } from '@matrix-derive/plugin'
  export default defineIdentity(${manifest(name, more)}, { phase: 'simplify', title: 'a law', source: 'a test', ${definition} })`

const operator = (name: string, definition: string) => `
  import { defineOperator } from '@matrix-derive/plugin'
  export default defineOperator(${manifest(`operator-${name}`)}, { summary: 'a test', ${definition} })`

const layout = (name: string, row: string) => `
  import { defineLayout, rational, scale, transpose } from '@matrix-derive/plugin'
  export default defineLayout(${manifest(`layout-${name}`)}, { title: 'a layout', source: 'a test', rows: { 'scalar by vector': ${row} } })`

/** Never comes back, like a loop without an end, and leaves the processor to the tests that run meanwhile. */
const forever = 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)'

const turn = `statement: "P'' -> P", where: { P: 'matrix(m,n)' }`

/** What is wrong, the module, and what the command says of it. */
const bad: Readonly<Record<string, readonly [text: string | undefined, message: string]>> = {
  'false.js': [
    identity('false', `statement: 'tr(P*Q) -> tr(P)*tr(Q)', where: { P: 'matrix(n)', Q: 'matrix(n)' }`),
    'Expected a true statement in false@1.0.0, received tr(P*Q) -> tr(P)*tr(Q).',
  ],
  'unbound.js': [
    identity('unbound', `statement: "P'' -> P + Q - Q*1", where: { P: 'matrix(n)', Q: 'matrix(n)' }`),
    'unbound@1.0.0 to be one whose right side speaks of nothing that its left side lacks',
  ],
  'undeclared.js': [
    identity('undeclared', `statement: "P'' -> R", where: { P: 'matrix(n)' }`),
    'identity undeclared@1.0.0: Expected a known name, received "R".',
  ],
  'unknown-function.js': [
    identity('unknown-function', `statement: "frob(P) -> P", where: { P: 'matrix(n)' }`),
    'Expected a known function, received "frob".',
  ],
  'shapes.js': [
    identity('shapes', `statement: "P'' -> tr(P)", where: { P: 'matrix(n)' }`),
    'Expected sides of one shape, received n×n and 1×1.',
  ],
  'condition.js': [
    identity('condition', `statement: "P'' -> P", where: { P: 'matrix(n) holy' }`),
    'Expected a known side condition for P of "condition", received "holy".',
  ],
  'throwing.js': [
    identity('throwing', `${turn}, on: 'transpose', apply: () => { throw new Error('no way') }`),
    "throwing@1.0.0 to be one that rewrites as its statement says; P'' -> P, rewriting disagrees",
  ],
  'disagreeing.js': [
    identity('disagreeing', `${turn}, on: 'transpose', apply: (node, { store }) => scale(store, rational(2), node)`),
    'disagreeing@1.0.0 to be one that rewrites as its statement says',
  ],
  'idle.js': [
    identity('idle', `${turn}, on: 'tr', apply: () => undefined`),
    'rewriting does not apply to its own statement',
  ],
  'endless.js': [
    identity('endless', `statement: "P*Q -> (Q'*P')'", where: { P: 'matrix(m,k)', Q: 'matrix(k,n)' }`),
    'endless@1.0.0 to be one that comes to an end',
  ],
  'hanging-apply.js': [
    identity('hanging-apply', `${turn}, on: 'transpose', apply: () => { ${forever} }`),
    'Expected a plugin that is proved within 10 s, received none; one of its functions may never end.',
  ],
  'Name.js': [
    identity('Wrong Name', turn),
    'Expected "name" of an identity "Wrong Name" to be a name in lower-case-with-dashes, received "Wrong Name".',
  ],
  'version.js': [
    identity('version', turn).replace("version: '1.0.0'", "version: 'one'"),
    'Expected "version" of an identity "version" to be a version such as 1.0.0, received "one".',
  ],
  'phase.js': [
    identity('phase', turn).replace("phase: 'simplify'", "phase: 'identify'"),
    'Expected a phase of "phase" in which it rewrites, received "identify".',
  ],
  'clash.js': [
    identity('trace-cyclic', 'statement: "tr(P*Q) = tr(Q*P)", where: { P: "matrix(m,n)", Q: "matrix(n,m)" }'),
    'Expected trace-cyclic@1.0.0 to be the only one; the standard has one too.',
  ],
  'twin-one.js': [identity('twin', turn), 'Expected twin@1.0.0 to be the only one; ./twin-two.js has one too.'],
  'twin-two.js': [identity('twin', turn), 'Expected twin@1.0.0 to be the only one; ./twin-one.js has one too.'],
  'future.js': [
    identity('future', turn, ", dependencies: { '@matrix-derive/plugin': '^9.0.0' }"),
    'Expected a plugin for @matrix-derive/plugin 1.',
  ],
  'no-default.js': ['export const law = 1', 'Expected a default export, received none.'],
  'number.js': ['export default 7', 'Expected an identity, an operator or a layout, received a number.'],
  'empty.js': ['export default []', 'Expected a plugin that brings something, received an empty list.'],
  'syntax.js': ['export default {', 'Expected a plugin that can be read, received SyntaxError'],
  'throws.js': ["throw new Error('not today')", 'Expected a plugin that can be read, received Error: not today.'],
  'rejects.js': ['export default await Promise.reject(null)', 'Expected a plugin that can be read, received null.'],
  'imports.js': [
    "import 'not-there'",
    "Expected a plugin that can be read, received Error: Cannot find package 'not-there'",
  ],
  'hangs.js': ['for (;;);', 'Expected a module that is read at once, received none after 3 s.'],
  'waits.js': ['await new Promise(() => {})', 'Expected a plugin that lets the program go on, received an end of it'],
  'exits.js': [
    'process.exit(0)',
    'Expected a plugin that lets the program go on, received an end of it (exit code 0).',
  ],
  'fills-memory.js': ['const all = []; for (;;) all.push(new Array(1e6).fill(all.length))', 'Expected a '],
  'derivative.js': [
    operator('cubed', "elementwise: { program: 'x^3', derivative: '2*x^2' }"),
    'Expected the operator operator-cubed@1.0.0 to be one with its true derivative',
  ],
  'value.js': [
    operator('squared', "elementwise: { program: 'x^2', value: x => x ** 3, derivative: '2*x' }"),
    'Expected the operator operator-squared@1.0.0 to be one whose value is that of its program',
  ],
  'built-in.js': [
    operator('sigmoid', "elementwise: { program: 'x^3', derivative: '3*x^2' }"),
    'Expected the operator "sigmoid" to be the only one; the standard has one too.',
  ],
  'operator-shape.js': [
    operator('flip', "signature: 'matrix(m,n) -> matrix(n,m)', linear: [0], evaluate: (algebra, [x]) => x"),
    'Expected the operator operator-flip@1.0.0 to be one that computes what its signature says',
  ],
  'operator-empty.js': [
    operator('nothing', "signature: 'matrix(m,n) -> matrix(n,m)'"),
    'Expected what the operator "nothing" computes, received nothing.',
  ],
  'doubles.js': [
    layout(
      'doubles',
      '{ from: (store, x) => scale(store, rational(2), x), to: (store, x) => scale(store, rational(1, 2), x) }',
    ),
    'Expected the layout layout-doubles@1.0.0 to be one that only rearranges entries',
  ],
  'no-way-back.js': [
    layout('no-way-back', '{ from: transpose, to: (store, x) => x }'),
    'layout layout-no-way-back@1.0.0: Expected one shape on both sides, received p×1 and 1×p.',
  ],
  'missing.js': [undefined, 'Expected a file, received ./missing.js, which is not there.'],
}

describe('bad plugins', () => {
  let ended: Ended
  let plain: Ended
  beforeAll(async () => {
    const files = Object.entries(bad).flatMap(([file, [text]]) => (text === undefined ? [] : [[file, text]]))
    const names = Object.keys(bad).map(file => `./${file}`)
    const others = ['@acme/not-installed', 'https://example.org/plugin.js']
    const cwd = project('bad', { ...Object.fromEntries(files), ...config([...names, ...others]) })
    ended = await type(cwd, 'derive', "tr(X'*A*X)", '--wrt', 'X')
    plain = await type(project('none', { 'matrix-derive.config.json': {} }), 'derive', "tr(X'*A*X)", '--wrt', 'X')
  }, 120_000)

  it('change nothing of a derivation', () => {
    expect(ended.code).toBe(0)
    expect(ended.out).toBe(plain.out)
  })

  it.each(Object.entries(bad).map(([file, [, message]]) => [file, message]))('%s: %s', (file, message) => {
    const told = ended.err.split('\n').filter(line => line.startsWith(`warning (plugin): ./${file}: `))
    expect(told).toHaveLength(1)
    expect(told[0]).toContain(message)
    expect(told[0].length).toBeLessThan(1_000)
  })

  it('that are no files and no installed packages', () => {
    expect(ended.err).toContain('Expected an installed package, received @acme/not-installed, which is not there.')
    expect(ended.err).toContain('Run "npm install @acme/not-installed"')
    expect(ended.err).toContain('Expected the name of a package or a file such as "./lse.js"')
  })

  it('are told of with what to do, and never with a stack', () => {
    const warnings = ended.err.split('\n').filter(line => line.startsWith('warning (plugin)'))
    expect(warnings).toHaveLength(Object.keys(bad).length + 2)
    expect(ended.err.split('\n').filter(line => line.startsWith('  '))).toHaveLength(warnings.length)
    expect(ended.err).not.toMatch(/^\s+at /m)
    expect(ended.err).not.toContain('a defect of matrix-derive')
  })
})

const softplus2 = operator(
  'softplus2',
  "elementwise: { program: 'log(1 + exp(2*x))', derivative: '2*exp(2*x)/(1 + exp(2*x))' }, notation: { form: 'function', unicode: 'softplus₂', latex: '\\\\mathrm{sp}_2' }",
)

const woodbury = (version: string) => `
  import { defineIdentity } from '@matrix-derive/plugin'
  import manifest from './package.json' with { type: 'json' }
  export default defineIdentity(manifest, {
    phase: 'simplify',
    statement: 'inv(A) - inv(A)*U*inv(inv(C) + V*inv(A)*U)*V*inv(A) -> inv(A + U*C*V)',
    where: { A: 'matrix(n) invertible', U: 'matrix(n,k)', C: 'matrix(k) invertible', V: 'matrix(k,n)' },
    title: 'Woodbury ${version}',
    source: 'Matrix Cookbook (2012), eq. 156',
  })`

const rows = (statement: string) => layout('rows', statement)

/** A package as npm installs it. */
const installed = (folder: string, version: string, index: string) => ({
  [`node_modules/${folder}/package.json`]: {
    name: '@acme/inverse-woodbury',
    version,
    description: 'The inverse of a matrix with a correction of low rank.',
    type: 'module',
    exports: './index.js',
    peerDependencies: { '@matrix-derive/plugin': '^1.0.0' },
  },
  [`node_modules/${folder}/index.js`]: index,
})

const unnamed = "import { writeFileSync } from 'node:fs'; writeFileSync(new URL('./was-loaded', import.meta.url), '')"

describe('a project with plugins', () => {
  const long = "tr(X'*(inv(A) - inv(A)*U*inv(inv(C) + V*inv(A)*U)*V*inv(A))*B)"
  let cwd: string
  beforeAll(() => {
    cwd = project('good', {
      'softplus2.js': softplus2,
      'layouts/rows.js': rows("'transpose'"),
      'unnamed.js': unnamed,
      ...installed('@acme/inverse-woodbury', '1.0.0', woodbury('1.0.0')),
      ...installed('woodbury-next', '2.1.0', woodbury('2.1.0')),
      ...config(['@acme/inverse-woodbury', './layouts/rows.js', './softplus2.js', 'woodbury-next']),
      'values.json': {
        W: [
          [1, 0],
          [0, 1],
        ],
        x: [0, 0],
      },
      'claims.jsonl':
        '{"expression":"sum(softplus2(x))","wrt":"x","claim":"2*(exp(2*x)./(1 + exp(2*x)))\'","layout":"numerator"}\n',
      'requests.jsonl': '{"expression":"sum(softplus2(x))","wrt":"x"}\n',
    })
  })

  it('uses them in every command', async () => {
    const derived = await type(cwd, 'derive', 'sum(softplus2(W*x))', '--wrt', 'x')
    expect(derived.err).toBe('')
    expect(derived.out).toContain('∂f/∂x = ')
    expect(derived.out).toContain('✓ differential-elementwise 1.0.0')
    const latex = await type(cwd, 'derive', 'sum(softplus2(x))', '--wrt', 'x', '--format', 'latex')
    expect(latex.out).toContain('\\mathrm{sp}_2')
    const unicode = await type(cwd, 'derive', 'sum(softplus2(x))', '--wrt', 'x', '--format', 'unicode')
    expect(unicode.out).toContain('softplus₂(x)')
    const evaluated = await type(
      cwd,
      'evaluate',
      'sum(softplus2(W*x))',
      '--wrt',
      'x',
      '--values',
      'values.json',
      '--format',
      'json',
    )
    expect(JSON.parse(evaluated.out).derivative).toEqual([[1, 1]])
    const checked = await type(
      cwd,
      'check',
      'sum(softplus2(x))',
      '--wrt',
      'x',
      '--claim',
      "2*(exp(2*x)./(vector(1) + exp(2*x)))'",
    )
    expect(checked).toMatchObject({ code: 0, err: '' })
    const audited = await type(cwd, 'audit', 'claims.jsonl')
    expect(audited.err).toBe('')
    const batch = await type(cwd, 'batch', 'requests.jsonl')
    expect(JSON.parse(batch.out)).toMatchObject({ ok: true, identities: { 'operator-softplus2': '1.0.0' } })
    const proved = await type(cwd, 'prove', 'inverse-woodbury')
    expect(proved).toMatchObject({ code: 0, out: expect.stringContaining('inverse-woodbury') })
    const listed = await type(cwd, 'identities', 'inverse-woodbury')
    expect(listed.out).toContain('Woodbury 2.1.0')
  }, 60_000)

  it('uses the highest version, or the one that a pin allows', async () => {
    const version = async (pins: object) => {
      project('good', config(['woodbury-next', '@acme/inverse-woodbury'], { identities: pins }))
      const { out } = await type(cwd, 'derive', long, '--wrt', 'X', '--format', 'json')
      return JSON.parse(out).identities['inverse-woodbury']
    }
    expect(await version({})).toBe('2.1.0')
    expect(await version({ 'inverse-woodbury': '^1.0.0' })).toBe('1.0.0')
    expect(await version({ 'inverse-woodbury': '2.x' })).toBe('2.1.0')
    project('good', config(['woodbury-next'], { identities: { 'inverse-woodbury': '^1.0.0' } }))
    const refused = await type(cwd, 'derive', long, '--wrt', 'X')
    expect(refused.code).toBe(1)
    expect(refused.err).toContain(
      'identities.inverse-woodbury: Expected an installed version that "^1.0.0" allows, received 2.1.0.',
    )
  }, 60_000)

  it('writes in a layout of theirs, which the configuration may name', async () => {
    project('good', config(['./layouts/rows.js'], { layout: 'rows' }))
    const { out } = await type(cwd, 'derive', "a'*x", '--wrt', 'x')
    expect(out).toMatch(/= a +✓ layout-rows 1\.0\.0/)
    expect(out).toContain('rows layout, m×1')
    const other = await type(cwd, 'derive', "a'*x", '--wrt', 'x', '--layout', 'numerator')
    expect(other.out).toContain("∂f/∂x = a'")
  }, 30_000)

  it('loads nothing that the project does not name', () => {
    expect(existsSync(join(cwd, 'was-loaded'))).toBe(false)
  })

  it('is told of a plugin that it cannot do without', async () => {
    project('good', config(['./gone.js'], { layout: 'rows' }))
    const { code, err } = await type(cwd, 'derive', "a'*x", '--wrt', 'x')
    expect(code).toBe(1)
    expect(err).toContain('layout: Expected a layout, received "rows".')
    expect(err).toContain('Not loaded: ./gone.js.')
  })

  it('keeps what a plugin prints out of the answers', async () => {
    project('good', { 'talkative.js': `console.log('hello'); ${softplus2}`, ...config(['./talkative.js']) })
    const { out, err } = await type(cwd, 'derive', 'sum(softplus2(x))', '--wrt', 'x', '--format', 'json')
    expect(JSON.parse(out)).toMatchObject({ ok: true })
    expect(err).toBe('hello\n')
  }, 30_000)

  it('has what was refused in its JSON', async () => {
    project('good', config(['./gone.js', './softplus2.js']))
    const { out } = await type(cwd, 'derive', 'sum(softplus2(x))', '--wrt', 'x', '--format', 'json')
    expect(JSON.parse(out)).toMatchObject({ ok: true, warnings: [{ code: 'plugin', plugin: './gone.js' }] })
  })
})

describe('what was proved once', () => {
  const derive = (cwd: string) => type(cwd, 'derive', 'sum(softplus2(x))', '--wrt', 'x', '--no-steps')
  const remembered = () =>
    readdirSync(join(cache(), 'matrix-derive/plugins')).map(file => join(cache(), 'matrix-derive/plugins', file))

  it('is remembered by its content, and what is damaged is proved again', async () => {
    const cwd = project('memory', { 'softplus2.js': softplus2, ...config(['./softplus2.js']) })
    const first = await derive(cwd)
    expect(first.err).toBe('')
    const own = remembered().filter(file => readFileSync(file, 'utf8').includes('memory/softplus2.js'))
    expect(own).toHaveLength(1)
    const before = statSync(own[0]).mtimeMs
    expect(await derive(cwd)).toEqual(first)
    expect(statSync(own[0]).mtimeMs).toBe(before)
    for (const damage of ['', '{"generation":1', '[]', '{"generation":1,"key":7,"files":7}']) {
      writeFileSync(own[0], damage)
      expect(await derive(cwd)).toEqual(first)
      expect(JSON.parse(readFileSync(own[0], 'utf8'))).toHaveProperty('files')
    }
    project('memory', { 'softplus2.js': softplus2.replace('2*exp(2*x)/', '3*exp(2*x)/') })
    expect((await derive(cwd)).err).toContain('to be one with its true derivative')
    project('memory', { 'softplus2.js': softplus2 })
    expect(await derive(cwd)).toEqual(first)
  }, 60_000)

  it('includes the files that it consists of', async () => {
    const text = "export const program = 'log(1 + exp(2*x))'"
    const cwd = project('parts', {
      'program.js': text,
      'softplus2.js': `import { program } from './program.js'\n${softplus2.replace("program: 'log(1 + exp(2*x))'", 'program')}`,
      ...config(['./softplus2.js']),
    })
    expect((await derive(cwd)).err).toBe('')
    project('parts', { 'program.js': text.replace('2*x', '3*x') })
    expect((await derive(cwd)).err).toContain('to be one with its true derivative')
  }, 30_000)

  it('does not need the cache', async () => {
    const cwd = project('no-cache', { 'softplus2.js': softplus2, ...config(['./softplus2.js']), file: '' })
    const { code, err } = await run(['derive', 'sum(softplus2(x))', '--wrt', 'x'], {
      cwd,
      env: { XDG_CACHE_HOME: join(cwd, 'file') },
    })
    expect({ code, err }).toEqual({ code: 0, err: '' })
  }, 30_000)
})

it('a law that is true and never ends in some derivation is left out of that one', async () => {
  const cwd = project('ping-pong', {
    'turning.js': `
      import { defineIdentity, differential, transpose } from '@matrix-derive/plugin'
      export default defineIdentity(${manifest('turning')}, {
        phase: 'differential', on: 'times', title: 'a law', source: 'a test',
        statement: "d(P*Q*R*S) = d((P*Q*R*S)')'",
        where: { P: 'matrix(k,l)', Q: 'matrix(l,m)', R: 'matrix(m,n)', S: 'matrix(n,p)' },
      })`,
    ...config(['./turning.js']),
  })
  const spoilt = await type(cwd, 'derive', 'tr(A*X*B*X*C)', '--wrt', 'X', '--format', 'json')
  const plain = await type(project('none', {}), 'derive', 'tr(A*X*B*X*C)', '--wrt', 'X', '--format', 'json')
  const { warnings, ...rest } = JSON.parse(spoilt.out)
  expect(rest).toEqual(JSON.parse(plain.out))
  expect(warnings).toMatchObject([{ code: 'plugin', plugin: './turning.js' }])
  expect(spoilt.err).toContain('warning (plugin): ./turning.js: Expected')
  const other = await type(cwd, 'derive', "x'*A*x", '--wrt', 'x')
  expect(other.err).toBe('')
}, 60_000)
