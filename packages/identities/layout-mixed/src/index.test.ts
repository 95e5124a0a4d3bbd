import { testLayout } from '@matrix-derive/testing'
import layout from './index.ts'

// f is m×n, m×1 or 1×1, and x is p×q, p×1 or 1×1.
testLayout(layout, {
  shapes: {
    'scalar by scalar': '1×1',
    'scalar by vector': 'p×1',
    'scalar by matrix': 'p×q',
    'vector by scalar': 'm×1',
    'vector by vector': 'm×p',
    'vector by matrix': 'm×p*q',
    'matrix by scalar': 'm×n',
    'matrix by vector': 'm*n×p',
    'matrix by matrix': 'm*n×p*q',
  },
})
