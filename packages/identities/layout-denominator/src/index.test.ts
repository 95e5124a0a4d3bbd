import { testLayout } from '@matrix-derive/testing'
import layout from './index.ts'

testLayout(layout)
