import { type Identity, type Registry, requireProblem } from '@matrix-derive/core'
import { readConditions, readStatement } from '@matrix-derive/language'
import { createPrinter, mathml } from '@matrix-derive/notation'
import { boundText } from '@matrix-derive/request'
import { identityProof, inTurns } from '@matrix-derive/verify'
import { html, nothing, type TemplateResult } from 'lit'
import { mathOf } from '../formula.ts'
import { nextFrame, takingTurns } from '../turns.ts'

/** A statement as a formula; as it stands where it cannot be set, and as long as nobody has come to it. */
type Formula = Element | string

/** What is known of identities by name: their statements as formulas, what came of proving them. */
export interface Known {
  readonly formulas: Map<string, readonly Formula[]>
  readonly proofs: Map<string, string>
}

/** Sets all statements; `show` is called as often as the page has its turn, and at the end. */
export async function setFormulas(registry: Registry, { formulas }: Known, show: () => void): Promise<void> {
  const pause = takingTurns(() => {
    show()
    return nextFrame()
  })
  for (const identity of registry.identities) {
    formulas.set(
      identity.name,
      identity.statements.map(statement => written(statement, identity, registry)),
    )
    await pause()
  }
  show()
}

/** What is known of an identity, and the way to prove it here and now. */
export function law(
  identity: Identity,
  registry: Registry,
  { formulas, proofs }: Known,
  prove: () => void,
): TemplateResult {
  const { name, version, title, summary, source, statements, where, phases } = identity
  const kinds = Object.entries(where).map(([metavariable, kind]) => `${metavariable}: ${kind}`)
  const proof = proofs.get(name)
  const others = registry.versions(name).filter(other => other !== version)
  return html`<article class="law" id=${name}>
    <h2>${name} <span>${version}${others.map(other => `, also installed ${other}`)}</span></h2>
    <p>${summary}</p>
    ${(formulas.get(name) ?? statements).map(formula => html`<p class="statement" tabindex="0">${formula}</p>`)}
    <p><small>${kinds.length > 0 ? html`where ${kinds.join(', ')}. ` : nothing}Shown as “${title}”, used to ${phases.join(', ')}. ${source}.</small></p>
    <p><button class="tool" type="button" @click=${prove}>Prove it</button> <small role="status">${proof ?? ''}</small></p>
  </article>`
}

function written(statement: string, { where, directed, operators = [] }: Identity, registry: Registry): Formula {
  try {
    const kinds = Object.fromEntries(
      [...readConditions(where)].map(([name, { declaration }]) => [name, declaration.text]),
    )
    const { left, right } = readStatement(statement, kinds, [...new Set([...registry.operators, ...operators])])
    const print = createPrinter(mathml.mathmlStyle)
    return mathOf(print(left) + mathml.element('mo', directed ? '→' : '=') + print(right))
  } catch (thrown) {
    requireProblem(thrown)
    return statement
  }
}

/** Proves the statements of an identity by computation, and says what came of it. */
export async function proofOf(identity: Identity, { operators }: Registry): Promise<string> {
  const proofs = await inTurns(identityProof(identity, operators), takingTurns())
  return proofs
    .map(({ verdict, instances, errorBound, dims }) => {
      const sizes = dims.map(sizes =>
        Object.entries(sizes)
          .map(([name, size]) => `${name} = ${size}`)
          .join(', '),
      )
      const where = sizes[0] ? `, first at ${sizes[0]}` : ''
      const count = `${instances} random ${instances === 1 ? 'instance' : 'instances'}${where}`
      if (verdict === 'proved')
        return `✓ proved: ${count}${errorBound === 0 ? '' : `; error below ${boundText(errorBound)}`}`
      return verdict === 'agrees' ? `≈ agrees in floating point: ${count}` : '✗ false'
    })
    .join('; ')
}
