export { type Choices, choicesFrom } from './choices.ts'
export { familyCount, programDeclarations, programSizes } from './names.ts'
export { type ProgramOptions, type RandomProgram, randomProgram } from './program.ts'
export { programDirection, programValues } from './values.ts'
