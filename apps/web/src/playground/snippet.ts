import { emptyQuestion, type Question } from '../question.ts'

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!)

/** The lines that show a question in any page. */
export function snippetOf(question: Question, script: string): string {
  const { expression, ...others } = question
  const attributes = Object.entries(others)
    .filter(([name, value]) => value !== emptyQuestion[name as keyof Question])
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
  return `<script type="module" src="${escaped(script)}"></script>\n\n<matrix-derive${attributes.join('')}>${escaped(expression)}</matrix-derive>\n`
}
