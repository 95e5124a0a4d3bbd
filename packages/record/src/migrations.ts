import { schema } from './schema.ts'

/** Data of one version of the schema as data of the next. */
export type Migration = (data: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>

/** A version of the schema that files may still have. */
export interface OldVersion {
  /** The schema that such files are checked against. */
  readonly schema: object
  readonly migrate: Migration
}

const { moves: _, ...firstProperties } = schema.properties

/**
 * What leads from each version that ever was to the one after it, by its number. A new version of the schema adds the one
 * before it here, with a file of that version among the tests; none is ever taken out.
 */
export const oldVersions: Readonly<Record<number, OldVersion>> = {
  // The first version had no derivations by hand.
  1: {
    schema: { ...schema, properties: { ...firstProperties, version: { const: 1 } } },
    migrate: data => ({ ...data, version: 2 }),
  },
}
