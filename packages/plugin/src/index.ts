// Everything the author of an identity, an operator or a layout needs, from one place.
export * from '@matrix-derive/core'
export * from '@matrix-derive/operators'
export * from './elementwise.ts'
export * from './identity.ts'
export * from './layout.ts'
export * from './rewriting.ts'
