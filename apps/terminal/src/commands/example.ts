import { derivationOf } from '@matrix-derive/request'
import { standardRegistry } from '@matrix-derive/standard'
import { colours } from '../colours.ts'
import { callOf, Exit, type Host, widthOf } from '../host.ts'
import { viewOf } from '../views/render.ts'

/** Without a command: a derivation as it comes out, and what to type for the next one. */
export async function example(host: Host): Promise<number> {
  const [expression, wrt] = ['norm2(W*x + b)^2', 'W']
  const solution = derivationOf({ expression, wrt }, { registry: standardRegistry() })
  const render = await viewOf('text')
  const look = colours(host.stdout, host.env)
  const call = callOf(host)
  const next = [
    `derive "tr(A*X*B)" --wrt X`,
    `derive "x'*A*x" --wrt x --layout denominator --format unicode`,
    `derive "y = tanh(W*x + b); norm2(y - t)^2" --wrt W --wrt b`,
    'help',
  ]
  const shown = [
    look.quiet(`${call} derive "${expression}" --wrt ${wrt}`),
    '',
    render({ solution, steps: true, colours: look, width: widthOf(host.stdout) }),
    'Next:',
    ...next.map(line => `  ${call} ${line}`),
    '',
    `In a terminal, "${call.replace(/ --$/, '')}" alone opens a session, where you derive with the keyboard.`,
  ]
  host.stdout.write(`${shown.join('\n')}\n`)
  return Exit.done
}
