import { describe, expect, it } from 'vitest'
import { commands } from './command.ts'
import { readArguments } from './command-line.ts'
import { UsageError } from './usage.ts'

const derive = commands.find(({ name }) => name === 'derive')!

describe('an argument', () => {
  it.each([["-x'*x"], ['-x'], ['-h*x'], ['-(A*x)'], ['-2*x'], ['-'], ['-a - b'], ['-x--y=1']])(
    '%s is an expression',
    expression => {
      const { operands, all, help } = readArguments(derive, [expression, '--wrt', 'x'])
      expect({ operands, wrt: all('wrt'), help }).toEqual({ operands: [expression], wrt: ['x'], help: false })
    },
  )

  it('after -- is an expression, whatever it looks like', () => {
    expect(readArguments(derive, ['--wrt', 'x', '--', '--x']).operands).toEqual(['--x'])
    expect(readArguments(derive, ['--wrt', 'x', '--', '-h']).operands).toEqual(['-h'])
  })

  it('may carry its value', () => {
    const args = readArguments(derive, ['x', '--wrt=x', '--wrt', 'y', '--layout=mixed', '--no-steps'])
    expect([args.all('wrt'), args.one('layout'), args.has('no-steps')]).toEqual([['x', 'y'], 'mixed', true])
  })

  it('that asks for help asks for nothing else', () => {
    expect(readArguments(derive, ['-h']).help).toBe(true)
  })

  it('an expression may be the value of an option, too', () => {
    const args = readArguments(derive, ['-a - x', '--wrt', '-x - y', '--layout', 'mixed', '--wrt=-z'])
    expect(args.operands).toEqual(['-a - x'])
    expect(args.all('wrt')).toEqual(['-x - y', '-z'])
    expect(args.one('layout')).toBe('mixed')
  })

  it('with one dash too few is asked back', () => {
    expect(() => readArguments(derive, ['x', '-wrt', 'x'])).toThrow('received also "-wrt"; did you mean --wrt?')
    expect(() => readArguments(derive, ['x', '-y'])).toThrow('put an expression with spaces in quotes')
  })

  it.each([[['x', '--foo']], [['x', '--wrt']], [['x', '--wrt=']], [['x', '--proof', 'all']], [['x', 'y']], [[]]])(
    '%j is wrong usage',
    args => {
      expect(() => readArguments(derive, args)).toThrow(UsageError)
    },
  )
})
