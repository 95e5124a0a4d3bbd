/** The JSON Schema of `matrix-derive.config.json`. What a value has to be is said once, in its description. */
export const schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'matrix-derive.config.json',
  type: 'object',
  description: 'an object with the settings of the project',
  properties: {
    $schema: { type: 'string', description: 'where editors find this schema' },
    layout: { type: 'string', description: 'the name of a layout, such as "numerator"' },
    structure: {
      enum: ['ignore', 'projected', 'independent'],
      description: 'what becomes of the structure of variables: "ignore", "projected" or "independent"',
    },
    collect: {
      type: 'boolean',
      description: 'true or false: whether sums over samples are written with the matrices of all samples',
    },
    variables: {
      type: 'object',
      description: 'declarations by name, such as { "A": "matrix(m,n)" }',
      additionalProperties: { type: 'string', description: 'a declaration, such as "matrix(m,n)"' },
    },
    plugins: {
      type: 'array',
      description: 'names of packages and files, such as ["@acme/identity-woodbury", "./identities/lse.js"]',
      items: { type: 'string', minLength: 1, description: 'the name of a package or a file' },
    },
    identities: {
      type: 'object',
      description: 'versions by name, such as { "trace-cyclic": "^1.0.0" }',
      additionalProperties: { type: 'string', description: 'versions, such as "^1.0.0"' },
    },
  },
  additionalProperties: false,
} as const
