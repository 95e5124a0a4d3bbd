import { MatrixDerive } from './element.ts'

export { defineIdentity, defineLayout, defineOperator } from '@matrix-derive/plugin'
export { MatrixDerive, type Steps } from './element.ts'
export * from './events.ts'
export { register } from './plugins.ts'
export { fromHash, type Question, toHash } from './question.ts'

if (customElements.get('matrix-derive') === undefined) customElements.define('matrix-derive', MatrixDerive)
