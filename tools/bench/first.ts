// What a process that has done nothing yet takes for its first piece of work: milliseconds, as the only line of
// output. Reading the code of the program is not in it; see the figure of the whole process for that. The program is
// built and loaded as the command is.

import { conformanceCases, network, wellKnown } from './cases.ts'
import { time } from './measure.ts'
import { prepareWork } from './work.ts'

const [what, folder] = process.argv.slice(2)
const requests = {
  one: () => [{ expression: 'tr(A*X*B)', wrt: 'X' }],
  cases: () => conformanceCases(folder).map(({ request }) => request),
  known: () => wellKnown,
  network: () => [network(16)],
}[what]!()
prepareWork().then(work => {
  performance.now() // the first look at the clock makes it
  const times = requests.map(request => time(() => work(request)))
  process.stdout.write(`${JSON.stringify(times)}\n`)
})
