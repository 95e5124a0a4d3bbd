import { applyPatches, type Draft, enablePatches, type Patch, produceWithPatches } from 'immer'
import type { Change, Document, Tab } from './state.ts'

enablePatches()

/** Changes the document so that it can be undone; what was undone before is forgotten. */
export function record(tab: Tab, recipe: (document: Draft<Document>) => void): Tab {
  const [document, patches, inverse] = produceWithPatches(tab.document, recipe)
  if (document === tab.document) return tab
  return { ...tab, document, past: [...tab.past, { patches, inverse }], future: [] }
}

export function undo(tab: Tab): Tab {
  const change = tab.past.at(-1)
  if (change === undefined) return tab
  const document = patched(tab.document, change.inverse)
  return { ...tab, document, past: tab.past.slice(0, -1), future: [change, ...tab.future] }
}

export function redo(tab: Tab): Tab {
  const [change, ...future] = tab.future
  if (change === undefined) return tab
  return { ...tab, document: patched(tab.document, change.patches), past: [...tab.past, change], future }
}

const patched = (document: Document, patches: Change['patches']): Document => applyPatches(document, patches as Patch[])
