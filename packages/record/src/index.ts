export { checksumOf } from './checksum.ts'
export { recordOf, recordText } from './make.ts'
export { type Migration, type OldVersion, oldVersions } from './migrations.ts'
export { readRecord, type Versions } from './read.ts'
export {
  currentVersion,
  type DerivationRecord,
  format,
  type RecordedDerivative,
  type RecordedRequest,
  type RecordedStep,
} from './record.ts'
export { type Difference, type Replay, replay, type Stop, type VersionChange } from './replay.ts'
export { schema } from './schema.ts'
