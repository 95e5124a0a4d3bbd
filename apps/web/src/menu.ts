import { html, type TemplateResult } from 'lit'

/** What can be copied. */
export type Copied = 'LaTeX' | 'MathML' | 'text' | 'link'

const formats: readonly Copied[] = ['LaTeX', 'MathML', 'text', 'link']

/** What became of copying. */
export interface Copying {
  readonly format: Copied
  /** Whether the page may use the clipboard: it must be served securely. */
  readonly done: boolean
}

/** The buttons that offer the derivation to be copied; what was copied last is said beside them. */
export function copyMenu(last: Copying | undefined, copy: (format: Copied) => void): TemplateResult {
  return html`<span class="group" part="copy" role="group" aria-label="Copy">
    <span class="label">copy</span>
    ${formats.map(
      format => html`<button type="button" class="button" part="copy-button" @click=${() => copy(format)}>
        ${last?.done && last.format === format ? '✓ ' : ''}${format}
      </button>`,
    )}
    <span class=${last?.done === false ? '' : 'quiet'} role="status">${statusOf(last)}</span>
  </span>`
}

function statusOf(last: Copying | undefined): string {
  if (last === undefined) return ''
  return last.done ? `${last.format} copied` : 'this page may not use the clipboard'
}
