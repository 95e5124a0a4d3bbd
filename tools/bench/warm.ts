// What a process that has been at work for a while takes: all figures as one JSON object.

import { derivationOf } from '../../packages/request/src/index.ts'
import { standardRegistry } from '../../packages/standard/src/index.ts'
import { closedForms, conformanceCases, growing, network, wellKnown } from './cases.ts'
import { timeOften } from './measure.ts'
import { prepareWork } from './work.ts'

const [folder] = process.argv.slice(2)
const work = await prepareWork()
const cases = conformanceCases(folder)

/** So often that the engine of Node has compiled what it is going to compile. */
const warmUp = 20
const repetitions = 25

for (let round = 0; round < warmUp; round++) for (const { request } of cases) work(request)
const times = cases.map(({ name, request }) => ({ name, ms: timeOften(() => work(request), repetitions) }))

/** After so many milliseconds of a piece of work Node has compiled what only that runs: times have stopped falling. */
const warmUpTime = 4_000

function timeWarm(round: () => void): number {
  for (const start = performance.now(); performance.now() - start < warmUpTime; ) round()
  return timeOften(round, 4 * repetitions)
}

const known = timeWarm(() => {
  for (const request of wellKnown) work(request)
})
const closed = closedForms.map(({ name, request }) => ({ name, ms: timeWarm(() => work(request)) }))
const wide = timeWarm(() => work(network(16)))

const registry = standardRegistry()
const growth = Object.entries(growing).map(([kind, make]) => ({
  kind,
  sizes: [4, 8, 16, 32, 64, 128, 256].map(layers => {
    const request = make(layers)
    const { program, derivation } = derivationOf(request, { registry })
    return {
      layers,
      steps: derivation.blocks.reduce((count, { steps }) => count + steps.length, 0),
      nodes: program.scope.store.size,
      ms: timeOften(() => derivationOf(request, { registry }), 5),
    }
  }),
}))

process.stdout.write(`${JSON.stringify({ times, known, closed, wide, growth })}\n`)
