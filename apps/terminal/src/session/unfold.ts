import { type Look, lineNumber, linesFrom, matchingOf, type Verdict, type Verdicts } from '@matrix-derive/exploration'
import { boundText, sentenceOf, type Writing } from '@matrix-derive/request'

/** What stands behind the line at the cursor: what its law says, what that means here, on what conditions, and how it is known. */
export function unfold(verdicts: Verdicts, { draft, tab }: Look, writing: Writing): string[] {
  const [line] = linesFrom(draft, lineNumber(draft, tab.cursor.at), 1)
  const { step, part, at } = line
  const identity = step?.identity ?? draft.blocks[at.block].by
  const verdict = labelled('proof', [verdictText(verdicts.of(part))])
  if (identity === undefined) return labelled('as asked', ['nothing is claimed by this line']).concat(verdict)
  const { store, registry } = draft.request
  const uses = (step?.from ?? []).map((from, i) => ({ from, to: step!.to[i] }))
  const matching =
    uses.length === 1 ? matchingOf(store, identity, registry.operators, uses[0].from, uses[0].to) : undefined
  const values = matching?.values.map(({ name, value }) => `${name} = ${writing.expression(value)}`) ?? []
  return [
    `${identity.name}@${identity.version}: ${identity.title}`,
    ...labelled('says', matching === undefined ? identity.statements : [matching.statement]),
    ...labelled('here', values.length > 0 ? [values.join(', ')] : []),
    ...labelled(
      'turns',
      uses.map(({ from, to }) => `${writing.expression(from)}  into  ${writing.expression(to)}`),
    ),
    ...labelled('if', step?.conditions.map(condition => sentenceOf(condition, writing)) ?? []),
    ...verdict,
    ...labelled('source', [identity.source]),
  ]
}

function labelled(label: string, texts: readonly string[]): string[] {
  return texts.map((text, i) => `${(i === 0 ? label : '').padEnd(8)}${text}`)
}

/** What is known of a line, in words. */
function verdictText(verdict: Verdict | undefined): string {
  switch (verdict?.verdict) {
    case 'proved':
      return verdict.errorBound === 0
        ? '✓ both sides are one expression'
        : `✓ proved exactly, error below ${boundText(verdict.errorBound)}`
    case 'agrees':
      return '≈ equal in floating point, at random points'
    case 'unchecked':
      return `? not checked: ${verdict.reason}`
    case 'failed':
      return `✗ ${verdict.problem.message}`
    default:
      return '· under way'
  }
}
