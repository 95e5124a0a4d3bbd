export { configName, findConfig } from './find.ts'
export { jsonFault, parseJson } from './json.ts'
export { loadProject, type Project, type ProjectOptions } from './project.ts'
export { schema } from './schema.ts'
