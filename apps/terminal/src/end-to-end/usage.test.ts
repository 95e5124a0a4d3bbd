import { tmpdir } from 'node:os'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Ended, run, setUp } from './command.ts'

beforeAll(setUp)

const call = (...args: string[]): Promise<Ended> => run(args, { cwd: tmpdir() })

describe('wrong usage ends with 2 and one line', () => {
  it.each([
    ['dervie "x"', ['dervie', 'x'], /did you mean derive\?/],
    ['an expression alone', ["x'*x"], /derive "x'\*x" --wrt/],
    ['no expression', ['derive'], /expected derive EXPR/],
    ['two expressions', ['derive', 'A', '*', 'x', '--wrt', 'x'], /received also "\*"/],
    ['no variable', ['derive', "x'*A*x"], /expected --wrt.*--wrt x or --wrt A/],
    ['an unknown option', ['derive', 'x', '--lay', 'mixed'], /unknown option --lay.*--layout/],
    ['an option without its value', ['derive', 'x', '--wrt', '--no-steps'], /expected a value after --wrt/],
    ['a value for a switch', ['derive', 'x', '--wrt', 'x', '--no-steps=1'], /--no-steps takes no value/],
    ['an unknown layout', ['derive', 'x', '--wrt', 'x', '--layout', 'rows'], /denominator, mixed, numerator/],
    ['an unknown format', ['derive', 'x', '--wrt', 'x', '--format', 'pdf'], /text, unicode, latex, json, markdown/],
    ['order 0', ['derive', 'x', '--wrt', 'x', '--order', '0'], /a whole number from 1/],
    ['two layouts', ['derive', 'x', '--wrt', 'x', '--layout', 'mixed', '--layout', 'mixed'], /--layout once/],
    ['no declaration', ['derive', 'x', '--wrt', 'x', '--var', 'A'], /--var "A: matrix\(m,n\)"/],
    ['an unknown identity', ['identities', 'trace-cylic'], /did you mean trace-cyclic\?/],
    ['an unknown identity to prove', ['prove', 'trace-cylic'], /did you mean trace-cyclic\?/],
    ['a word of identities', ['identities', 'cyclic'], /did you mean trace-cyclic\?/],
    ['a word of many identities', ['identities', 'kron'], /did you mean one of (\S*kron\S*, ){3}/],
    ['a word of none', ['identities', 'nothing-like-it'], /see "identities" for all of them/],
    ['no such file', ['batch', 'none.jsonl'], /none\.jsonl.*ENOENT/],
  ])('%s', async (_, args, message) => {
    const { code, out, err } = await call(...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(message)
    expect(err).toMatch(/^matrix-derive: [^\n]+\n$/)
  })
})

describe('what a newcomer types', () => {
  it('nothing: a worked example and what to type next', async () => {
    const { code, out, err } = await call()
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('∂f/∂W = 2*x*y')
    expect(out).toContain('matrix-derive derive "tr(A*X*B)" --wrt X')
    const started = await run([], { cwd: tmpdir(), env: { npm_lifecycle_event: 'start' } })
    expect(started.out).toContain('npm start --silent -- derive "tr(A*X*B)" --wrt X')
  })

  it.each([[['--help']], [['-h']], [['help']], [['help', 'derive']], [['derive', '--help']], [['batch', '-h']]])(
    '%j: help',
    async args => {
      const { code, out, err } = await call(...args)
      expect({ code, err }).toEqual({ code: 0, err: '' })
      expect(out).toContain('Examples:')
    },
  )

  it('--version', async () => {
    expect(await call('--version')).toEqual({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), err: '' })
  })
})

describe('identities', () => {
  it('lists every one: name, version, statement, title', async () => {
    const { out } = await call('identities')
    expect(out).toMatch(/^trace-cyclic +1\.0\.0 +tr\(A\*B\) = tr\(B\*A\) +factors turn under a trace$/m)
    const all = JSON.parse((await call('identities', '--format', 'json')).out)
    expect(out.trimEnd().split('\n')).toHaveLength(all.length)
  })

  it('shows one in full', async () => {
    const { out } = await call('identities', 'differential-product')
    expect(out).toMatch(/^differential-product 1\.0\.0\n/)
    expect(out).toContain('d(X*Y) = d(X)*Y + X*d(Y)')
    expect(out).toMatch(/^source +Matrix calculus via differentials, eq\. \(10\)$/m)
  })
})
