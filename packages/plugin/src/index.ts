// Everything the author of an identity, an operator or a layout needs, from one place.
export * from '@matrix-derive/core'
export * from '@matrix-derive/operators'
export * from './block.ts'
export { type Contribution, contributionsOf, referenceOf, registered } from './contribution.ts'
export { elementwiseDerivative } from './elementwise.ts'
export * from './identity.ts'
export { kronBlocks, twoBlocks } from './kron-blocks.ts'
export { kroneckerDelta, signOfDelta } from './kronecker-delta.ts'
export * from './layout.ts'
export * from './manifest.ts'
export {
  defineOperator,
  type ElementwiseDefinition,
  type GeneralDefinition,
  type OperatorContribution,
  type PluginOperatorDefinition,
  type StructureWord,
} from './operator.ts'
export * from './powers.ts'
export * from './rewriting.ts'
export * from './series.ts'
export { type StackedTerm, stackedTerm } from './stack.ts'
export * from './terms.ts'
export * from './unstack.ts'
