// What `import { derive } from 'matrix-derive'` gives; the command itself is main.ts.
export * from '@matrix-derive/api'
