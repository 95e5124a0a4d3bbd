import { type ForeignPlugin, readPlugin } from './foreign-plugin.ts'
import { provePlugin } from './proving.ts'

export { blame, type ForeignPlugin, requireInterface } from './foreign-plugin.ts'
export type { Pins } from './pins.ts'
export { usualProvingTime } from './proving.ts'
export { type Additions, type ProjectRegistry, registryFor } from './registry-for.ts'

/** Reads and proves one plugin alone. @throws `plugin`, and whatever the plugin throws; {@link blame} says it */
export function judge(plugin: ForeignPlugin, time?: number): void {
  provePlugin(readPlugin(plugin), time)
}
