/** What is derived by where nobody says so: the letters that people use for variables come first. */
export function usualVariable(variables: readonly string[]): string | undefined {
  const usual = ['x', 'X', 'W', 'w', 'theta', 't']
  return usual.find(name => variables.includes(name)) ?? variables[0]
}
