import { derivationOf, sentenceOf, writingOf } from '../../../packages/request/src/index.ts'
import { standardRegistry } from '../../../packages/standard/src/index.ts'
import { table } from '../table.ts'

/** A program for each operator that is not differentiable everywhere, or that looks as if it were not. */
export interface ConditionRow {
  readonly expression: string
  readonly wrt: string
  readonly order?: 2
  /** What the derivation relies on, sentence by sentence. */
  readonly conditions: readonly string[]
}

const kinds: Readonly<Record<string, string>> = {
  x: 'vector(n)',
  t: 'scalar',
  a: 'scalar',
  k: 'integer',
  X: 'matrix(m,n)',
  Y: 'matrix(n)',
  K: 'spd(n)',
  Q: 'orthogonal(n)',
  S: 'skew(n)',
  y: 'vector(m)',
  c: 'vector(n)',
}

const almostEverywhere = 'in every entry (the derivative exists almost everywhere)'
const principal = 'has no eigenvalue on the closed negative real axis'

/** Where derivatives exist, said of every operator that does not have one everywhere. */
export const needed: readonly ConditionRow[] = [
  { expression: 'sum(abs(x))', wrt: 'x', conditions: [`x ≠ 0 ${almostEverywhere}`] },
  { expression: 'sum(sign(x))', wrt: 'x', conditions: [`x ≠ 0 ${almostEverywhere}`] },
  { expression: 'sum(relu(X*x))', wrt: 'x', conditions: [`X*x ≠ 0 ${almostEverywhere}`] },
  { expression: 'sum(step(x))', wrt: 'x', conditions: [`x ≠ 0 ${almostEverywhere}`] },
  { expression: 'abs(t)', wrt: 't', conditions: ['t ≠ 0 (the derivative exists almost everywhere)'] },
  { expression: 'norm1(X)', wrt: 'X', conditions: [`X ≠ 0 ${almostEverywhere}`] },
  { expression: 'norm2(X)', wrt: 'X', conditions: ['X is nonzero'] },
  { expression: '1/t', wrt: 't', conditions: ['t ≠ 0'] },
  { expression: 'sum(1 ./ x)', wrt: 'x', conditions: ['x ≠ 0 in every entry'] },
  { expression: 't^-2', wrt: 't', conditions: ['t ≠ 0'] },
  { expression: 't^k', wrt: 't', conditions: ['t ≠ 0'] },
  { expression: 't^(1/2)', wrt: 't', conditions: ['t > 0'] },
  { expression: 't^a', wrt: 't', conditions: ['t > 0'] },
  { expression: 'a^t', wrt: 't', conditions: ['a > 0'] },
  { expression: 'sum(x.^a)', wrt: 'x', conditions: ['x > 0 in every entry'] },
  { expression: 'sum(x.^t)', wrt: 't', conditions: ['x > 0 in every entry'] },
  { expression: 'sum(log(x))', wrt: 'x', conditions: ['x > 0 in every entry'] },
  { expression: 'sum(sqrt(x))', wrt: 'x', conditions: ['x > 0 in every entry'] },
  { expression: 'sum(tan(x))', wrt: 'x', conditions: ['cos(x) ≠ 0 in every entry'] },
  { expression: 'sum(asin(x))', wrt: 'x', conditions: ['abs(x) < 1 in every entry'] },
  { expression: 'sum(acos(x))', wrt: 'x', conditions: ['abs(x) < 1 in every entry'] },
  { expression: 'tr(inv(Y))', wrt: 'Y', conditions: ['Y is invertible'] },
  { expression: 'tr(Y^-2)', wrt: 'Y', conditions: ['Y is invertible'] },
  { expression: 'tr(Y^k)', wrt: 'Y', conditions: [] },
  { expression: "c'*Y^k*x", wrt: 'Y', conditions: ['k ≥ 0'] },
  { expression: 'det(Y)', wrt: 'Y', conditions: ['Y is invertible'] },
  { expression: 'tr(adj(Y))', wrt: 'Y', conditions: ['Y is invertible'] },
  { expression: 'logdet(Y)', wrt: 'Y', conditions: ['Y is invertible'] },
  { expression: 'log(det(Y))', wrt: 'Y', conditions: ['det(Y) > 0', 'Y is invertible'] },
  { expression: 'sum(pinv(X))', wrt: 'X', conditions: ['X has constant rank'] },
  { expression: 'sum(logm(Y))', wrt: 'Y', conditions: [`Y ${principal}`] },
  { expression: 'sum(sqrtm(Y))', wrt: 'Y', conditions: [`Y ${principal}`] },
  { expression: 'sum(chol(Y))', wrt: 'Y', conditions: ['Y is positive definite'] },
  { expression: 'x/norm2(x)', wrt: 'x', conditions: ['x is nonzero'] },
  { expression: "x'*Y*x/(x'*x)", wrt: 'x', order: 2, conditions: ['x is nonzero'] },
]

/** Where nothing needs to be said: what is asked for holds anyway. */
export const certain: readonly ConditionRow[] = [
  'sum(abs(exp(x)))',
  'sum(log(vector(2) + sin(x)))',
  "y'*log(vector(1) - sigmoid(X*x))",
  'sum(log(softmax(x)))',
  "log(1 + x'*x)",
  "sqrt(1 + x'*K*x)",
  "c'*(c ./ (vector(1) + exp(x)))",
  "1/(1 + exp(-c'*x))",
  'sum(asin(1/2*tanh(x)))',
  'logdet(diag(exp(x)) + K)',
  "c'*inv(K + x*x')*c",
  "c'*inv(eye(n) + diag(x.^2))*c",
  "tr(inv(eye(n) + (c'*x)*S))",
  "log(det(eye + x*x'))",
  "tr(sqrtm(K + x*x'))",
  "sum(logm(eye(n) + x*x'))",
  "sum(chol(K + x*x'))",
  'sum(pinv(K + diag(exp(x))))',
  "tr(expm(x*c'))",
  'sum(relu(x.^2 + vector(1)))',
  'norm2(exp(x))',
].map(expression => ({ expression, wrt: 'x', conditions: [] }))

const registry = standardRegistry()

/** What a derivation of the row relies on, by deriving it. */
export function conditionsOf({ expression, wrt, order }: ConditionRow): string[] {
  const solution = derivationOf({ expression, wrt, order: order ?? 1, variables: kinds }, { registry })
  const writing = writingOf(solution, 'text')
  return solution.derivation.conditions.map(condition => sentenceOf(condition, writing))
}

/** The page's tables. */
export function conditionTables(): string[] {
  const code = (text: string) => `\`${text}\``
  const rows = needed.map(row => [
    code(row.expression),
    code(row.wrt) + (row.order === 2 ? ', twice' : ''),
    conditionsOf(row).join(', ') || 'nothing',
  ])
  return [
    ...table(['program', 'by', 'relies on'], rows),
    'Nothing is relied on in any of these:',
    '',
    ...certain.map(({ expression, wrt }) => `- ${code(expression)} by ${code(wrt)}`),
    '',
  ]
}
