import { join, resolve } from 'node:path'
import ts from 'typescript'

const root = resolve(import.meta.dirname, '../..')
const entry = join(root, 'packages/api/src/index.ts')

/** The program that begins at what users import; it is made once, for all regions of a run. */
let known: ts.Program | undefined

function program(): ts.Program {
  if (known !== undefined) return known
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile)
  known = ts.createProgram([entry], { ...ts.parseJsonConfigFileContent(config, ts.sys, root).options, noLib: true })
  return known
}

/** What the API exports, by name, each followed to where it is declared. */
function exported(): Map<string, ts.Declaration> {
  const checker = program().getTypeChecker()
  const module = checker.getSymbolAtLocation(program().getSourceFile(entry)!)!
  const all = new Map<string, ts.Declaration>()
  for (const symbol of checker.getExportsOfModule(module)) {
    const { declarations = [] } = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
    all.set(symbol.name, declarations[0])
  }
  return all
}

/** One function, as its source says it: signature, what it does, parameters, result, errors. */
export function apiFunction(name: string): string[] {
  const declaration = exported().get(name)
  if (declaration === undefined || !ts.isFunctionDeclaration(declaration)) {
    throw new Error(`The API has no function "${name}".`)
  }
  const source = declaration.getSourceFile()
  const whole = source.text.slice(declaration.getStart(), declaration.body!.getStart()).trim()
  const signature = whole.replace(/^export (async )?/, '')
  return ['', '```ts signature', signature, '```', '', ...documentation(declaration), '']
}

/** The names of the functions, as the pages must have them. */
export function apiFunctions(): string[] {
  return [...exported()].filter(([, declaration]) => ts.isFunctionDeclaration(declaration)).map(([name]) => name)
}

/** Every type, as its source declares it. */
export function apiTypes(): string[] {
  const types = [...exported()].filter(([, declaration]) => !ts.isFunctionDeclaration(declaration))
  return [...types.sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([name, declaration]) => type(name, declaration)), '']
}

function type(name: string, declaration: ts.Declaration): string[] {
  // Some are called otherwise where they come from.
  const text = declaration.getText().replace(/^export (interface|type) \w+/, `$1 ${name}`)
  return ['', `### ${name}`, '', ...documentation(declaration), '', '```ts signature', ...text.split('\n'), '```']
}

function documentation(declaration: ts.Declaration): string[] {
  const [comment] = ts.getJSDocCommentsAndTags(declaration).filter(ts.isJSDoc)
  if (comment === undefined) return []
  const lines = paragraphs(textOf(comment.comment))
  const labelled = (comment.tags ?? []).map(tag => {
    const said = paragraphs(textOf(tag.comment)).join(' ')
    if (ts.isJSDocParameterTag(tag)) return `- \`${tag.name.getText()}\`: ${said}`
    if (ts.isJSDocReturnTag(tag)) return `- returns ${said}`
    if (ts.isJSDocThrowsTag(tag)) return `- throws ${tag.typeExpression?.getText() ?? ''}${said}`
    return `- ${tag.tagName.text} ${said}`
  })
  return labelled.length === 0 ? lines : [...lines, '', ...labelled]
}

/** The words of a comment; a link to a function is its name. */
function textOf(comment: ts.JSDoc['comment']): string {
  if (comment === undefined || typeof comment === 'string') return comment ?? ''
  return comment.map(part => (ts.isJSDocLink(part) ? `\`${part.name?.getText() ?? ''}\`` : part.text)).join('')
}

function paragraphs(text: string): string[] {
  return text.split('\n').map(line => line.trim())
}
