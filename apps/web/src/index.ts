import { MatrixDerive } from './element.ts'

export { MatrixDerive, type Steps } from './element.ts'
export * from './events.ts'
export { fromHash, type Question, toHash } from './question.ts'

if (customElements.get('matrix-derive') === undefined) customElements.define('matrix-derive', MatrixDerive)
