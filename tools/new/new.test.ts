import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { problemOf } from '../../packages/core/src/index.ts'
import { root } from '../setup/setup.mjs'
import { explanation } from './explanation.ts'
import { draftIdentity, type IdentityOptions } from './identity.ts'
import { draftLayout, type LayoutOptions } from './layout.ts'
import { draftOperator, type OperatorOptions } from './operator.ts'
import { withDependency, withPackage } from './preset.ts'

const identity = (statement: string, more: Partial<IdentityOptions> = {}) =>
  draftIdentity({ name: 'some-law', statement, ...more })
const layout = (statement: string, more: Partial<LayoutOptions> = {}) =>
  draftLayout({ name: 'some', statement, ...more })

const operator = (statement: string, more: Partial<OperatorOptions> = {}) =>
  draftOperator({ name: /^\w*/.exec(statement)![0], statement, ...more })

/** What somebody reads who asked for what there cannot be. */
async function refusal(draw: () => unknown, statement = ''): Promise<string> {
  try {
    await draw()
  } catch (thrown) {
    return `${problemOf(thrown)?.code}: ${explanation(thrown, statement)}`
  }
  return 'nothing was wrong'
}

describe('a new identity', () => {
  it('has three files, which say what was asked for', () => {
    const { files } = identity("tr(A') = tr(A)", { title: 'T', source: 'S', reason: 'The diagonal stays.' })
    expect(Object.keys(files)).toEqual(['package.json', 'src/index.ts', 'src/index.test.ts'])
    expect(JSON.parse(files['package.json'])).toMatchObject({ name: '@matrix-derive/some-law', version: '1.0.0' })
    expect(files['src/index.ts']).toContain(`statement: "tr(A') = tr(A)"`)
    expect(files['src/index.ts']).toContain('The diagonal stays.')
  })

  it('has the kinds that its names must have, inferred from both sides', () => {
    expect(identity('tr(A*B) = tr(B*A)').report).toEqual(['tr(A*B) = tr(B*A)', '  A: matrix(m,n)', '  B: matrix(n,m)'])
  })

  it('relies on what it inverts', () => {
    expect(identity('inv(X*Y) = inv(Y)*inv(X)').report).toContain('  X: matrix(m,m) invertible')
    expect(identity('inv(A)*A -> eye(n)').report).toContain('  A: matrix(n,n)')
  })

  it('takes the word of its author for the rest', () => {
    const { report } = identity("A' -> A", { where: 'A: symmetric matrix(n)' })
    expect(report).toContain('  A: symmetric matrix(n)')
  })

  it('expands differentials where it states how', () => {
    const { files } = identity('d(X*Y) = d(X)*Y + X*d(Y)')
    expect(files['src/index.ts']).toContain('phase: "differential"')
  })

  it.each([
    ['Trace', 'tr(A) = tr(A)', 'value: Expected a name in lower-case-with-dashes, received "Trace".\n  Try "trace".'],
    ['2d', 'tr(A) = tr(A)', 'Try "d".'],
    ['delete', 'tr(A) = tr(A)', 'no language reserves'],
    ['trace-cyclic', 'tr(A) = tr(A)', 'that of packages/identities/trace-cyclic'],
    ['core', 'tr(A) = tr(A)', 'that of packages/core'],
    ['layout-x', 'tr(A) = tr(A)', 'pnpm new layout x'],
    ['law', 'tr(A)', 'syntax: Expected one statement'],
    ['law', 'tr(A*B = tr(B*A)', '    tr(A*B = tr(B*A)\n      ^'],
    ['law', 'tr(A*B) = tr(B*q(A))', 'unknown-function: Expected a known function, received "q".'],
    ['law', 'tr(A) = A*B', 'shape-mismatch: '],
    ['law', 'tr(A*B) = tr(A)*tr(B)', 'plugin: tr(A*B) = tr(A)*tr(B) is false'],
    ['law', 'tr(A) = tr(A) + tr(B) - tr(B)', 'B'],
    ['law', "A' -> A", 'is false'],
  ])('called %s that states %s is refused, and told why', async (name, statement, expected) => {
    expect(await refusal(() => identity(statement, { name }), statement)).toContain(expected)
  })

  it('is blamed where the fault is, also on its right side', async () => {
    const statement = 'tr(A*B) = tr(B*q(A))'
    const text = await refusal(() => identity(statement), statement)
    const [, line, mark] = text.split('\n')
    expect(line.slice(mark.indexOf('^')).startsWith('q')).toBe(true)
  })

  it('belongs to a phase in which something is rewritten', async () => {
    expect(await refusal(() => identity('tr(A*B) = tr(B*A)', { phase: 'identify' }))).toContain('prepare, differential')
  })
})

describe('a new layout', () => {
  it('has the shapes that follow from what is transposed', () => {
    const { name, list, files, report } = layout('scalar by vector, other', { aliases: 'rows, jax' })
    expect({ name, list }).toEqual({ name: 'layout-some', list: 'layouts' })
    expect(files['src/index.ts']).toContain('aliases: ["rows", "jax"]')
    expect(report).toContain('  scalar by vector: p×1')
    expect(report).toContain('  matrix by matrix: p*q×m*n')
    expect(report).toContain('  vector by vector: m×p')
  })

  it('may not transpose what no layout speaks of', async () => {
    expect(await refusal(() => layout('scalar by tensor'))).toContain('Rows are scalar by vector')
  })
})

describe('a new operator', () => {
  it('that works entry by entry states its derivative, which was derived', async () => {
    const { name, list, files, report } = await operator('softplus2(x) = log(1 + exp(2*x))')
    expect({ name, list }).toEqual({ name: 'operator-softplus2', list: 'operators' })
    expect(report[2]).toBe('  derivative: 2*sigmoid(2*x)')
    expect(files['src/index.test.ts']).toContain('testOperator(operator)')
  })

  it('says where it has a derivative, if not everywhere', async () => {
    expect((await operator('xlogx(t) = t*log(t)')).report[2]).toContain(', where x > 0')
    expect((await operator('cosec(x) = 1/sin(x)')).report[2]).toContain(', where sin(x) <> 0')
    expect(await refusal(() => operator('both(x) = log(x)/sin(x)'))).toContain('Say with --condition')
  })

  it('of several matrices states its differential, which was derived', async () => {
    const { report } = await operator("form(A, x) = x'*A*x")
    expect(report.slice(1, 3)).toEqual(['  A: matrix(m,m)', '  x: vector(m)'])
    expect(report[3]).toMatch(/^ {2}d\(form\(A, x\)\) = .*d\(x\).*d\(A\)/)
    expect((await operator("gram(X) = X'*X")).report[2]).toBe("  d(gram(X)) = d(X)'*X + X'*d(X)")
    expect((await operator('layer(W, x, b) = tanh(W*x + b)')).report).toHaveLength(5)
  })

  it.each([
    ['tr(X) = sum(X)', 'which programs call the trace'],
    ['sum(X) = tr(X)', 'which programs call'],
    ['eye(X) = X', 'which programs call already'],
    ['f(x) = y', 'does not speak of it'],
    ['f(x) = x + y', 'one that speaks of y'],
    ['f(x) -> x', 'syntax: Expected what it computes'],
    ['f(x, x) = x', 'Expected different names as operands'],
    ['f(x) = q(x)', 'unknown-function'],
  ])('%s is refused, and told why', async (statement, expected) => {
    expect(await refusal(() => operator(statement), statement)).toContain(expected)
  })

  it('computes what it is called by, and can be called', async () => {
    expect(await refusal(() => operator('f(x) = x', { name: 'g' }))).toContain('what g computes')
    expect(await refusal(() => operator('f(x) = x', { name: 'soft-plus' }))).toContain('a program can call')
  })
})

describe('the preset', () => {
  const read = (path: string) => readFileSync(join(root, 'packages/standard', path), 'utf8')

  it('lists a new package where its name belongs, and changes nothing else', () => {
    const before = read('src/identities.ts')
    const after = withPackage(before, { name: 'hadamard-and-so-on', list: 'identities' })
    const names = /readonly Identity\[\] = \[([^\]]*)\]/
      .exec(after)![1]
      .split(',')
      .map(name => name.trim())
    expect(names.find(name => name.startsWith('hadamard'))).toBe('hadamardAndSoOn')
    const added = ["import hadamardAndSoOn from '@matrix-derive/hadamard-and-so-on'\n", '  hadamardAndSoOn,\n']
    expect(added.reduce((text, line) => text.replace(line, ''), after)).toBe(before)
  })

  it('lists layouts with the layouts', () => {
    const after = withPackage(read('src/identities.ts'), { name: 'layout-zigzag', list: 'layouts' })
    expect(after).toMatch(/layouts: readonly Layout\[\] = \[[^\]]*layoutNumerator,\s+layoutZigzag,\s+\]/)
  })

  it('depends on a new package, in order', () => {
    const { dependencies } = JSON.parse(withDependency(read('package.json'), 'hadamard-power-one'))
    const names = Object.keys(dependencies)
    expect(names).toContain('@matrix-derive/hadamard-power-one')
    expect(names).toEqual([...names].sort())
  })
})
