import { type Identity, type Registry, requireProblem } from '@matrix-derive/core'
import { readConditions, readStatement } from '@matrix-derive/language'
import { createPrinter, mathml } from '@matrix-derive/notation'
import { boundText } from '@matrix-derive/request'
import { proveIdentity } from '@matrix-derive/verify'
import { html, nothing, type TemplateResult } from 'lit'
import { mathOf } from '../formula.ts'

/** What is known of an identity, and the way to prove it here and now. */
export function law(
  identity: Identity,
  registry: Registry,
  proofs: ReadonlyMap<string, string>,
  prove: () => void,
): TemplateResult {
  const { name, version, title, summary, source, statements, where, phases, directed } = identity
  const kinds = Object.entries(where).map(([metavariable, kind]) => `${metavariable}: ${kind}`)
  const proof = proofs.get(name)
  const others = registry.versions(name).filter(other => other !== version)
  return html`<article class="law" id=${name}>
    <h2>${name} <span>${version}${others.map(other => `, also installed ${other}`)}</span></h2>
    <p>${summary}</p>
    ${statements.map(statement => html`<p class="statement" tabindex="0">${written(statement, identity, registry, directed)}</p>`)}
    <p><small>${kinds.length > 0 ? html`where ${kinds.join(', ')}. ` : nothing}Shown as “${title}”, used to ${phases.join(', ')}. ${source}.</small></p>
    <p><button class="tool" type="button" @click=${prove}>Prove it</button> <small role="status">${proof ?? ''}</small></p>
  </article>`
}

/** A statement as a formula; as it stands where it cannot be set. */
function written(
  statement: string,
  { where, operators = [] }: Identity,
  registry: Registry,
  directed: boolean,
): Element | string {
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
export function proofOf(identity: Identity, { operators }: Registry): string {
  return proveIdentity(identity, operators)
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
