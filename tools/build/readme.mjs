import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')

/**
 * What a package says of itself where it is published: the command what the repository says of the whole, every other
 * package its summary and where it belongs.
 * @param {{ name: string, description: string }} manifest
 */
export function readmeOf({ name, description }) {
  if (name === 'matrix-derive') return ofTheCommand(readFileSync(join(root, 'README.md'), 'utf8'))
  return `# ${name}\n\n${description}\n\nA part of matrix-derive: \`npm install matrix-derive\`.\n`
}

/** The sections that are about what is installed, not about the repository; links into that would lead nowhere. */
function ofTheCommand(/** @type {string} */ readme) {
  const [first, ...sections] = readme.split(/\n(?=## )/)
  const use = sections.filter(section => section.startsWith('## Use it from a program'))
  return [first, ...use]
    .join('\n')
    .replaceAll('npm start --silent --', 'npx matrix-derive')
    .replace(/\[([^\]]*)\]\((?!https?:)[^)]*\)/g, '$1')
}
