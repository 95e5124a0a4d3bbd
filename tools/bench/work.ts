import { viewOf } from '../../apps/terminal/src/views/render.ts'
import type { Render } from '../../apps/terminal/src/views/view.ts'
import { type DerivationRequest, derivationOf } from '../../packages/request/src/index.ts'
import { standardRegistry } from '../../packages/standard/src/index.ts'

const same = (text: string): string => text
const look = { steps: true, width: 120, colours: { strong: same, quiet: same, name: same, bad: same } }

let render: Render | undefined

/** What a user waits for: read the program, derive, simplify, and write all steps as text. */
export async function prepareWork(): Promise<(request: DerivationRequest) => string> {
  render ??= await viewOf('text')
  const view = render
  return request => view({ solution: derivationOf(request, { registry: standardRegistry() }), ...look })
}
