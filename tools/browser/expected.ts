import { derivationOf, linesOf, writingOf } from '../../packages/request/src/index.ts'
import { standardRegistry } from '../../packages/standard/src/index.ts'
import type { Case } from './cases.ts'

const commands: Readonly<Record<string, string>> = {
  top: '⊤',
  odot: '∘',
  oslash: '⊘',
  otimes: '⊗',
  circ: '∘',
  cdots: '⋯',
  partial: '∂',
  nabla: '∇',
  times: '×',
  lVert: '‖',
  rVert: '‖',
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ε',
  theta: 'θ',
  lambda: 'λ',
  mu: 'μ',
  sigma: 'σ',
  phi: 'φ',
  psi: 'ψ',
  omega: 'ω',
  Sigma: 'Σ',
  Lambda: 'Λ',
  Phi: 'Φ',
  log: 'log',
  det: 'det',
  exp: 'exp',
  sin: 'sin',
  cos: 'cos',
  tan: 'tan',
  arcsin: 'arcsin',
  arccos: 'arccos',
  arctan: 'arctan',
  sinh: 'sinh',
  cosh: 'cosh',
  tanh: 'tanh',
  ln: 'ln',
  max: 'max',
}

/** What a reader sees of a formula in LaTeX, as bare signs: the other writer's opinion of what MathML has to show. */
export function signsOfLatex(latex: string): string {
  return signs(
    latex
      .replace(/\\(?:mathrm|operatorname|mathbf|text|left|right|frac|,|quad)(?![a-zA-Z])/g, ' ')
      .replace(/\\([a-zA-Z]+)/g, (_, name: string) => commands[name] ?? ` ${name} `)
      .replace(/\\_/g, '')
      .replace(/[{}^_&]/g, ' '),
  )
}

/** The same of the text of MathML. Functions may have brackets that LaTeX leaves to its commands, so brackets do not count. */
export function signsOfText(text: string): string {
  return signs(text.replaceAll('𝟏', '1').replaceAll('−', '-').replaceAll('′', "'"))
}

const signs = (text: string): string => text.replace(/[\s()\u2061\u2062]/g, '')

/** What the lines of a case must show, in order. */
export function expectedLines({ expression, wrt, variables, order = 1 }: Case, layout: string): string[] {
  const solution = derivationOf(
    { expression, wrt, variables, layout, order: order as 1 },
    { registry: standardRegistry() },
  )
  const writing = writingOf(solution, 'latex')
  return [...linesOf(solution.derivation)].map(({ right, partial }) =>
    signsOfLatex(partial ? writing.partOfLine(right) : writing.expression(right)),
  )
}
