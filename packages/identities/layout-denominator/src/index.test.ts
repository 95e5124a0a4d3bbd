import { testLayout } from '@matrix-derive/testing'
import layout from './index.ts'

// f is m×n, m×1 or 1×1, and x is p×q, p×1 or 1×1.
testLayout(layout, {
  shapes: {
    'scalar by scalar': '1×1',
    'scalar by vector': 'p×1',
    'scalar by matrix': 'p×q',
    'vector by scalar': '1×m',
    'vector by vector': 'p×m',
    'vector by matrix': 'p*q×m',
    'matrix by scalar': 'n×m',
    'matrix by vector': 'p×m*n',
    'matrix by matrix': 'p*q×m*n',
  },
})
