import type { Expression } from '@matrix-derive/core'

const namespace = 'http://www.w3.org/1998/Math/MathML'
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }
const tokens = /<(\/?)([a-z]+)((?: [\w-]+="[^"]*")*)>|([^<]+)/g

/**
 * Written MathML as nodes. Nothing is ever given to the page as markup: every element is made in the namespace of MathML, where
 * nothing has a meaning but mathematics, and every text is a text node.
 */
function nodesOf(markup: string): Element {
  const root = document.createElementNS(namespace, 'math')
  let at: Element = root
  for (const [, slash, tag, attributes, text] of markup.matchAll(tokens)) {
    if (text !== undefined) at.append(text.replace(/&(\w+);/g, (_, name) => entities[name] ?? ''))
    else if (slash === '/') at = at.parentElement ?? root
    else {
      const element = document.createElementNS(namespace, tag)
      for (const [, name, value] of attributes.matchAll(/ ([\w-]+)="([^"]*)"/g)) element.setAttribute(name, value)
      at.append(element)
      at = element
    }
  }
  return root
}

const isSign = (node: Element): boolean =>
  node.localName === 'mo' && /^[+−]$/.test(node.textContent ?? '') && node.getAttribute('form') !== 'prefix'

/** A formula to stand in running text. */
export function mathOf(markup: string): Element {
  return nodesOf(markup)
}

/**
 * The right side of a line. Browsers do not break formulas into lines, so each term of a sum is one of its own, with its
 * sign in front: what does not fit goes on below.
 */
export function formulaOf(markup: string): HTMLElement {
  const whole = nodesOf(markup)
  const formula = document.createElement('span')
  const only = whole.childElementCount === 1 ? whole.firstElementChild! : whole
  const sum = only.localName === 'mrow' ? only : whole
  const id = sum.getAttribute('data-id')
  if (id !== null) formula.dataset.id = id
  let term = document.createElementNS(namespace, 'math')
  formula.append(term)
  for (const node of [...(sum.childNodes as NodeListOf<Element>)]) {
    if (isSign(node)) {
      node.setAttribute('form', 'infix')
      term = document.createElementNS(namespace, 'math')
      formula.append(document.createElement('wbr'), term)
    }
    term.append(node)
  }
  return formula
}

/** Every marked place of a node below an element, and where the node is not marked, those of its operands. */
export function placesOf(root: Element, expression: Expression, depth = 3): Element[] {
  const own = [...root.querySelectorAll(`[data-id="${expression.id}"]`)]
  if (own.length > 0 || depth === 0) return own
  // What became part of a larger sum or product has no place of its own there, but its parts have.
  return expression.operands.flatMap(operand => placesOf(root, operand, depth - 1))
}

/** The ids of the marked elements around a place, from the outermost to its own. */
export function addressOf(place: Element, root: Element): number[] {
  const ids: number[] = []
  for (let at: Element | null = place; at !== null && at !== root; at = at.parentElement) {
    const id = at.getAttribute('data-id')
    if (id !== null) ids.unshift(Number(id))
  }
  return ids
}
