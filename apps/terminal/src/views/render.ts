import { renderText } from './text.ts'
import type { Render } from './view.ts'

/** The formats for people; `json` is data and has no view. */
export type Format = 'text' | 'unicode' | 'latex' | 'markdown'

/** The view of a format; those that most people do not ask for are read when they are. */
export async function viewOf(format: Format): Promise<Render> {
  if (format === 'latex') return (await import('./latex.ts')).renderLatex
  if (format === 'markdown') return (await import('./markdown.ts')).renderMarkdown
  return renderText(format)
}
