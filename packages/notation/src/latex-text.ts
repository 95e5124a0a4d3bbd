const commands: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '∘': '$\\circ$',
  '⊙': '$\\odot$',
  '⊘': '$\\oslash$',
  '⊗': '$\\otimes$',
  '·': '$\\cdot$',
  '×': '$\\times$',
  '∂': '$\\partial$',
  '∇': '$\\nabla$',
  '‖': '$\\Vert$',
  '′': "$'$",
  ᵀ: '$^\\top$',
  '⁻': '$^{-}$',
  '¹': '$^1$',
  '²': '$^2$',
  '³': '$^3$',
  '→': '$\\to$',
  '≥': '$\\ge$',
  '≤': '$\\le$',
  '≠': '$\\ne$',
  '−': '$-$',
  '…': '\\dots{}',
  Σ: '$\\Sigma$',
  σ: '$\\sigma$',
  λ: '$\\lambda$',
  Λ: '$\\Lambda$',
  '’': "'",
}

/** Text for LaTeX. What a plain article has no sign for is left out rather than stopping it. */
export function latexText(text: string): string {
  const written = [...text].map(character => commands[character] ?? (character <= 'ſ' ? character : '?')).join('')
  // Two formulas side by side are one: a doubled dollar means something else.
  return written.replace(/(?<!\\)\$\$/g, '')
}
