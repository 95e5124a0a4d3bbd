import type { Identity, Phase } from '../../packages/core/src/index.ts'
import { standardRegistry } from '../../packages/standard/src/index.ts'

/** The phases in the order in which a derivation comes to them. */
const phases: Readonly<Record<Phase, string>> = {
  prepare: 'Before differentiating, rewrites what is easier to differentiate in another form.',
  chain: 'The chain rule: goes on through an intermediate variable.',
  differential: 'Expands d(.) by one operator.',
  isolate: 'Moves a differential to the end of its term, from where a derivative can be read off.',
  collect: 'Merges the terms that hold one differential.',
  identify: 'Reads the derivative off.',
  stack: 'Writes a sum over samples with the matrices of all samples, where that is asked for.',
  structure: 'Takes account of the structure that the variable is declared with.',
  definition: 'Gives a name to an expression, or writes one out.',
  simplify: 'Brings an expression to textbook form.',
  layout: 'Converts the derivative to the layout that was asked for.',
}

/** Every identity in full, by phase; one that serves at several times is where it is first used. */
export function catalogue(): string[] {
  const { identities } = standardRegistry()
  return (Object.keys(phases) as Phase[]).flatMap(phase => {
    const own = identities.filter(identity => firstPhase(identity) === phase)
    return own.length === 0 ? [] : ['', `## ${phase}`, '', phases[phase], ...own.flatMap(entry), '']
  })
}

function firstPhase({ phases: own }: Identity): Phase | undefined {
  return (Object.keys(phases) as Phase[]).find(phase => own.includes(phase))
}

function entry({ name, version, title, summary, source, statements, where, phases: own }: Identity): string[] {
  const kinds = Object.entries(where).map(([metavariable, kind]) => `${metavariable}: ${kind}`)
  const also = own.slice(1).map(phase => `\`${phase}\``)
  return [
    '',
    `### ${name}`,
    '',
    summary,
    '',
    '```text',
    ...statements,
    ...(kinds.length > 0 ? [`    where ${kinds.join(', ')}`] : []),
    '```',
    '',
    `Version ${version}. Shown as “${title}”.${also.length > 0 ? ` Also of phase ${also.join(' and ')}.` : ''} Source: ${source}.`,
  ]
}
