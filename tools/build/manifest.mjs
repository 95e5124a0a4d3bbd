import { readFileSync } from 'node:fs'
import ts from 'typescript'

/**
 * The custom-elements manifest (https://github.com/webcomponents/custom-elements-manifest) of a Lit element, from its class: what editors
 * and documentation tools read. Nothing in it is written twice.
 * @param {string} file
 */
export function elementsManifest(file) {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const declaration = source.statements.find(ts.isClassDeclaration)
  if (declaration === undefined) throw new Error(`${file} has no class.`)
  const tags = ts.getJSDocTags(declaration)
  const name = declaration.name?.text
  const members = declaration.members.flatMap(member => memberOf(member))
  const attributes = attributesOf(declaration)
  const [tagName] = tagged(tags, 'tagname').map(({ name }) => name)
  const element = {
    kind: 'class',
    name,
    tagName,
    customElement: true,
    description: descriptionOf(declaration),
    superclass: { name: 'LitElement', package: 'lit' },
    attributes: members
      .filter(({ name }) => attributes.includes(name))
      .map(({ name, type, description }) => ({ name, fieldName: name, type, description })),
    members,
    events: tagged(tags, 'fires').map(event => ({ ...event, type: { text: eventType(event.name) } })),
    slots: tagged(tags, 'slot').map(({ name, description }) => ({ name: name === '-' ? '' : name, description })),
    cssParts: tagged(tags, 'csspart'),
    cssProperties: tagged(tags, 'cssproperty'),
  }
  const path = 'matrix-derive.js'
  return {
    schemaVersion: '1.0.0',
    readme: '',
    modules: [
      {
        kind: 'javascript-module',
        path,
        declarations: [element],
        exports: [
          { kind: 'js', name, declaration: { name, module: path } },
          { kind: 'custom-element-definition', name: tagName, declaration: { name, module: path } },
        ],
      },
    ],
  }
}

/** `matrix-derive-change`: MatrixDeriveChangeEvent. @param {string} name */
const eventType = name => `${name.replace(/(^|-)(\w)/g, (_, __, letter) => letter.toUpperCase())}Event`

/**
 * @param {readonly ts.JSDocTag[]} tags
 * @param {string} kind
 */
function tagged(tags, kind) {
  return tags
    .filter(tag => tag.tagName.text === kind)
    .map(tag => {
      const [name, ...words] = `${ts.getTextOfJSDocComment(tag.comment)}`.split(/\s+/)
      return { name, description: words.join(' ').replace(/^- /, '') }
    })
}

/** @param {ts.Node} node */
function descriptionOf(node) {
  const [comment] = ts.getJSDocCommentsAndTags(node)
  return (ts.getTextOfJSDocComment(comment?.comment) ?? '').trim()
}

/**
 * What a page may use of a member; nothing for what is the class's own.
 * @param {ts.ClassElement} member
 * @returns {{ kind: string, name: string, description: string, type?: { text: string } }[]}
 */
function memberOf(member) {
  if (member.name === undefined || !ts.isIdentifier(member.name)) return []
  const modifiers = ts.canHaveModifiers(member) ? (ts.getModifiers(member) ?? []) : []
  const hidden = [ts.SyntaxKind.OverrideKeyword, ts.SyntaxKind.ProtectedKeyword, ts.SyntaxKind.StaticKeyword]
  if (modifiers.some(({ kind }) => hidden.includes(kind))) return []
  const description = descriptionOf(member)
  const name = member.name.text
  if (ts.isMethodDeclaration(member)) return [{ kind: 'method', name, description }]
  if (ts.isPropertyDeclaration(member) || ts.isGetAccessor(member)) {
    const text = member.type?.getText() ?? 'unknown'
    return [{ kind: 'field', name, description, type: { text }, ...(ts.isGetAccessor(member) && { readonly: true }) }]
  }
  return []
}

/** The names in `static properties` that are attributes. @param {ts.ClassDeclaration} declaration */
function attributesOf(declaration) {
  const properties = declaration.members.find(
    member => ts.isPropertyDeclaration(member) && member.name.getText() === 'properties',
  )
  const literal = properties && ts.isPropertyDeclaration(properties) ? properties.initializer : undefined
  if (literal === undefined || !ts.isObjectLiteralExpression(literal)) return []
  return literal.properties.flatMap(property =>
    property.getText().includes('attribute: false') || property.name === undefined ? [] : [property.name.getText()],
  )
}
