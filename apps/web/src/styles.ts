import { css } from 'lit'

/**
 * Everything that a host page may want to restyle is a custom property or a part. The colours follow the `color-scheme` of
 * the page: an element that turned dark on a page that does not would be unreadable. Typeface, size and colour may be
 * inherited as well; nothing else is, for capitals or spread letters make another formula of one, and a page that is read
 * from the right would turn its terms around.
 */
export const styles = css`
  :host {
    --_font: var(--matrix-derive-font, 'Iowan Old Style', 'Palatino Linotype', Palatino, 'TeX Gyre Pagella', 'Book Antiqua', Georgia, serif);
    --_math-font: var(--matrix-derive-math-font, 'TeX Gyre Pagella Math', 'Latin Modern Math', 'STIX Two Math', 'XITS Math', 'Cambria Math', math);
    --_code-font: var(--matrix-derive-code-font, ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace);
    --_text: var(--matrix-derive-text-color, light-dark(#1b1b1a, #ecebe6));
    --_quiet: var(--matrix-derive-quiet-color, light-dark(#5d5c58, #a9a79f));
    --_accent: var(--matrix-derive-accent-color, light-dark(#7a2531, #f0a3a8));
    --_mark: var(--matrix-derive-mark-color, light-dark(#fbe8b8, #5a4a17));
    --_before: var(--matrix-derive-before-color, light-dark(#f6dcd6, #5b2f2a));
    --_rule: var(--matrix-derive-rule-color, light-dark(#d9d6cd, #46443f));
    --_surface: var(--matrix-derive-surface-color, light-dark(#ffffff, #22211f));
    --_error: var(--matrix-derive-error-color, light-dark(#a4161a, #ff8f8b));
    --_gap: var(--matrix-derive-line-gap, 0.5em);
    display: block;
    container-type: inline-size;
    color: var(--_text);
    font: var(--matrix-derive-font-size, 1.0625rem) / 1.5 var(--_font);
    text-align: start;
  }
  :host([hidden]) { display: none; }
  slot { display: none; }
  .page {
    all: initial; display: block; font: inherit; font-style: normal; font-variant: normal; font-weight: normal; line-height: 1.5;
    color: inherit; color-scheme: inherit; visibility: inherit; pointer-events: inherit; forced-color-adjust: inherit;
  }
  * { box-sizing: border-box; }
  math { font-family: var(--_math-font); font-size: 1.06em; display: inline math; }
  msup > mrow:has(> mrow > mo) + * { position: relative; top: 0.22em; }
  p, ol, ul, pre { margin: 0; padding: 0; }
  ol, ul { list-style: none; }
  button, select, input, textarea { font: inherit; color: inherit; }
  :focus-visible { outline: 2px solid var(--_accent); outline-offset: 2px; }

  .main { container-type: inline-size; min-width: 0; }
  .side { min-width: 0; }
  @container (min-width: 60rem) {
    :host([editable]) .frame { display: grid; grid-template-columns: minmax(19.5rem, 1fr) 2.2fr; gap: 2.2rem; align-items: start; }
    :host([editable]) .side { position: sticky; top: 1rem; }
  }
  :host([editable]) .side { margin-block-end: 1.4em; }
  .heading { display: flex; flex-wrap: wrap; gap: 0.2em 1.8em; align-items: baseline; margin-block-end: 0.7em; }
  :host([editable]) .kinds { display: none; }
  .kinds, .note, .reason, .sources, .conditions, .notes, .summary, summary { color: var(--_quiet); font-size: 0.875em; }
  .derivation {
    display: grid;
    grid-template-columns: max-content max-content minmax(min(14em, 40cqi), max-content) minmax(13em, 19em);
    column-gap: 0.45em;
    row-gap: var(--_gap);
    transition: opacity 0.15s;
  }
  .derivation.results { grid-template-columns: max-content max-content minmax(0, 1fr); }
  .stale { opacity: 0.45; }
  .line { display: grid; grid-template-columns: subgrid; grid-column: 1 / -1; align-items: baseline; break-inside: avoid; }
  .first { margin-block-start: 0.9em; }
  .left { text-align: right; }
  :is(.left, .right, .heading) math { math-style: normal; }
  .right { padding: 0.12em 0.15em; border-radius: 3px; }
  .right, .heading > div, .where, .note { overflow-x: auto; overflow-y: hidden; max-width: 100%; scrollbar-width: thin; }
  .kinds, .conditions, .notes, .judgement, .error { overflow-wrap: anywhere; }
  pre, code { overflow-wrap: anywhere; white-space: pre-wrap; }
  .right math { cursor: pointer; }
  .reason:empty { display: none; }
  .reason { line-height: 1.3; margin-inline-start: 1.8em; padding-inline-start: 1.2em; position: relative; }
  .title { font-style: italic; }
  .identity { font: 0.82em var(--_code-font); opacity: 0.9; white-space: nowrap; display: block; }
  .verdict { position: absolute; inset-inline-start: 0; color: var(--_accent); font-style: normal; }
  .verdict[data-verdict='unchecked'] { color: var(--_error); }
  .result > .middle > .right { border: 1px solid var(--_accent); padding: 0.2em 0.6em; width: fit-content; max-width: 100%; }
  .where { font-size: 0.95em; padding-inline-start: 0.6em; }
  .note { padding-inline-start: 0.6em; }
  .after { background: var(--_mark); border-radius: 3px; }
  .before { background: var(--_before); border-radius: 3px; }
  .chosen { outline: 1.5px solid var(--_accent); outline-offset: 1px; border-radius: 3px; background: var(--_mark); }
  .conditions, .notes, .summary, .sources { margin-block-start: 0.5em; }
  .sources { border-block-start: 1px solid var(--_rule); padding-block-start: 0.4em; text-wrap: pretty; }
  .sources li { display: inline; margin-inline-end: 1.2em; }
  details > summary { cursor: pointer; padding-block: 0.25em; }
  details[open] > summary { margin-block-end: 0.6em; }

  .editor { display: grid; gap: 0.6em; margin-block-end: 1.1em; }
  .field { display: grid; border: 1px solid var(--_rule); border-radius: 4px; background: var(--_surface); }
  .field:focus-within { border-color: var(--_accent); }
  .field > * {
    grid-area: 1 / 1; margin: 0; padding: 0.5em 0.7em; border: 0; background: none; min-width: 0; width: 100%;
    font: 0.95em/1.55 var(--_code-font); white-space: pre-wrap; overflow-wrap: anywhere; resize: none; overflow: hidden;
  }
  .field > textarea:focus { outline: none; }
  .mirror { color: transparent; pointer-events: none; }
  .mirror mark { color: inherit; background: none; text-decoration: underline wavy var(--_error) 1.5px; text-underline-offset: 4px; text-decoration-skip-ink: none; }
  .error { color: var(--_error); font-size: 0.92em; }
  .error button { border: 0; background: none; padding: 0; text-decoration: underline; cursor: pointer; color: inherit; }
  .bar { display: flex; flex-wrap: wrap; gap: 0.5em 1.1em; align-items: center; font-size: 0.875em; }
  .label { color: var(--_quiet); margin-inline-end: 0.35em; }
  .group { display: inline-flex; align-items: center; flex-wrap: wrap; gap: 0.3em; }
  .button, .chip, select {
    border: 1px solid var(--_rule); border-radius: 4px; background: var(--_surface); padding: 0.15em 0.6em; min-height: 2em;
  }
  .button { cursor: pointer; }
  .button:hover { border-color: var(--_accent); }
  .button[aria-pressed='true'] { background: var(--_accent); color: light-dark(#fff, #1b1b1a); border-color: var(--_accent); }
  .chip { display: inline-flex; align-items: center; gap: 0.3em; font-family: var(--_code-font); font-size: 0.92em; padding-inline: 0.5em; }
  .chip.inferred { border-style: dashed; }
  .chip input { border: 0; background: none; padding: 0; field-sizing: content; min-width: 5ch; }
  .claim { display: flex; flex-wrap: wrap; gap: 0.4em 0.6em; align-items: center; margin-block-start: 1em; }
  .claim .button { font-size: 0.875em; }
  .claim input { flex: 1 1 14em; border: 1px solid var(--_rule); border-radius: 4px; background: var(--_surface); padding: 0.3em 0.6em; font: 0.92em var(--_code-font); min-width: 0; }
  .judgement { flex-basis: 100%; font-size: 0.92em; }
  .judgement[data-verdict='equal'] { color: var(--_accent); }
  .judgement[data-verdict='wrong'] { color: var(--_error); }
  .popover {
    border: 1px solid var(--_rule); border-radius: 6px; background: var(--_surface); color: inherit; padding: 0.4em; margin: 0;
    box-shadow: 0 6px 24px rgb(0 0 0 / 0.18); max-width: min(34rem, 92vw); max-height: 60vh; overflow: auto;
    position: fixed; inset: auto; z-index: 10;
  }
  .popover .choice {
    display: grid; gap: 0.15em; width: 100%; text-align: start; border: 0; border-radius: 4px; background: none; padding: 0.4em 0.6em;
    cursor: pointer;
  }
  .popover .choice:hover, .popover .choice:focus-visible { background: var(--_mark); }
  .popover .choice small { color: var(--_quiet); }
  .quiet { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

  @container (max-width: 38rem) {
    .derivation { grid-template-columns: max-content max-content minmax(0, 1fr); }
    .reason { grid-column: 3; margin: 0.1em 0 0.3em; }
    .reason:not(:has(.title)) { display: none; }
    .identity { white-space: normal; }
  }
  @media print {
    :host { --_text: black; --_quiet: #333; color-scheme: light; }
    .editor, .claim input:placeholder-shown, .claim button, .popover { display: none; }
    .claim input { border: 0; padding: 0; background: none; }
    :host([editable]) .kinds { display: block; }
    details::details-content { content-visibility: visible; display: block; }
    .right, .heading > div, .where, .note { overflow: visible; }
    .stale { opacity: 1; }
  }
  @media (prefers-reduced-motion: reduce) { .derivation { transition: none; } }
  @media (forced-colors: active) {
    .chosen, .after, .before { outline: 2px solid Highlight; }
    .button[aria-pressed='true'] { background: Highlight; color: HighlightText; forced-color-adjust: none; }
  }
`
