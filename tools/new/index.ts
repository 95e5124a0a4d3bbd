export { explanation } from './explanation.ts'
export { draftIdentity } from './identity.ts'
export { draftLayout } from './layout.ts'
export { withDependency, withPackage } from './preset.ts'
