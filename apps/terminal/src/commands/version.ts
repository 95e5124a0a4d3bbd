import manifest from '../../package.json' with { type: 'json' }
import { Exit, type Host } from '../host.ts'

export function version({ stdout }: Host): number {
  stdout.write(`${manifest.version}\n`)
  return Exit.done
}
