import { html, type TemplateResult } from 'lit'

/** What can be copied. */
export type Copied = 'LaTeX' | 'MathML' | 'text' | 'link'

const formats: readonly Copied[] = ['LaTeX', 'MathML', 'text', 'link']

/** The button that offers the derivation to be copied; what was copied last is said beside it. */
export function copyMenu(copied: Copied | undefined, copy: (format: Copied) => void): TemplateResult {
  return html`<span class="group" part="copy" role="group" aria-label="Copy">
    <span class="label">copy</span>
    ${formats.map(
      format => html`<button type="button" class="button" part="copy-button" @click=${() => copy(format)}>
        ${copied === format ? '✓ ' : ''}${format}
      </button>`,
    )}
    <span class="quiet" role="status">${copied === undefined ? '' : `${copied} copied`}</span>
  </span>`
}
