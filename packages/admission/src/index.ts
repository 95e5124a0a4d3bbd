export { blame, type ForeignPlugin, requireInterface } from './foreign-plugin.ts'
export type { Pins } from './pins.ts'
export { usualProvingTime } from './proving.ts'
export { type Additions, type ProjectRegistry, registryFor } from './registry-for.ts'
