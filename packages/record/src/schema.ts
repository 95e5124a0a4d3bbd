import { structureModes } from '@matrix-derive/request'
import { currentVersion, format } from './record.ts'

const text = { type: 'string' }
const texts = { type: 'array', items: text }
const textByName = { type: 'object', additionalProperties: text }
const verdict = { enum: ['proved', 'agrees', 'unchecked'], description: 'what proving by computation found' }

const count = { type: 'integer', minimum: 0 }
const place = {
  type: 'object',
  required: ['block', 'line'],
  additionalProperties: false,
  properties: {
    block: { ...count, description: 'which chain of equations' },
    line: { ...count, description: 'which line of it' },
  },
  description: 'the line that it was done to',
}

const moves = {
  description: 'what was done by hand, in order; the strategy did everything if absent',
  type: 'array',
  minItems: 1,
  items: {
    oneOf: [
      {
        title: 'an identity at a place',
        type: 'object',
        required: ['kind', 'at', 'path', 'nth'],
        additionalProperties: false,
        properties: {
          kind: { const: 'apply' },
          at: place,
          path: { type: 'array', items: count, description: 'which operand of which operand of the line' },
          law: { ...text, pattern: '.@', description: 'name@version; absent where nothing is claimed' },
          opens: { ...text, description: 'what a new chain of equations is about' },
          result: { ...text, description: 'the line that came of it, if it is not long' },
          nth: { type: 'integer', minimum: -1, description: 'which of the results of the identity there' },
        },
      },
      {
        title: 'lines by the strategy',
        type: 'object',
        required: ['kind', 'at'],
        additionalProperties: false,
        properties: {
          kind: { const: 'strategy' },
          at: place,
          lines: { ...count, description: 'how many; all that there are if absent' },
        },
      },
    ],
  },
}

/** The JSON Schema of derivation files of the current version. */
export const schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'A derivation by matrix-derive',
  type: 'object',
  required: [
    'format',
    'version',
    'request',
    'assumptions',
    'conditions',
    'steps',
    'derivatives',
    'identities',
    'checksum',
  ],
  additionalProperties: false,
  properties: {
    format: { const: format, description: 'what kind of file this is' },
    version: { const: currentVersion, description: 'the version of this schema' },
    request: {
      description: 'what was asked',
      type: 'object',
      required: ['expression', 'variables', 'wrt', 'layout', 'order'],
      additionalProperties: false,
      properties: {
        expression: { ...text, description: 'the program' },
        variables: { ...textByName, description: 'the declarations that the program used, by name' },
        wrt: { ...texts, minItems: 1, description: 'the names that it was derived by' },
        layout: { ...text, description: 'the name of the layout' },
        order: { type: 'integer', minimum: 1, description: 'which derivative' },
        structure: {
          enum: structureModes,
          description: 'what became of the structure of variables; "ignore" if absent',
        },
        collect: {
          type: 'boolean',
          description: 'whether sums over samples were written with the matrices of all samples; false if absent',
        },
      },
    },
    moves,
    assumptions: { ...texts, description: 'kinds that were inferred' },
    conditions: { ...texts, description: 'what the derivation relied on' },
    steps: {
      description: 'every line of the argument, in order',
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['left', 'line'],
        additionalProperties: false,
        dependentRequired: { identity: ['version'], version: ['identity'] },
        properties: {
          left: { ...text, description: 'what the line is equal to' },
          line: { ...text, description: 'the right side' },
          identity: { ...text, description: 'the identity that led here from the line above' },
          version: { ...text, description: 'its version' },
          title: { ...text, description: 'its reason' },
          source: { ...text, description: 'where it can be looked up' },
          conditions: { ...texts, description: 'what this step relied on' },
          where: { ...texts, description: 'the intermediates that the line introduces' },
          partial: { const: true, description: 'the line shows only the terms that changed' },
          verdict,
        },
      },
    },
    derivatives: {
      description: 'the results, in the order asked',
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['wrt', 'shape', 'text'],
        additionalProperties: false,
        properties: {
          wrt: { ...text, description: 'the variable' },
          shape: { ...texts, minItems: 2, maxItems: 2, description: 'rows and columns' },
          text: { ...text, description: 'the derivative, a program again' },
          verdict,
        },
      },
    },
    errorBound: { type: 'number', description: 'the probability, at most, that anything called proved is false' },
    identities: { ...textByName, description: 'the version of every identity and operator package that was used' },
    checksum: { type: 'string', pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of the rest' },
  },
} as const
