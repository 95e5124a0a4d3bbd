import { run } from './run.ts'

// Whoever reads the output may stop reading: `matrix-derive identities | head -1` is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

run(process.argv.slice(2), process).then(code => {
  process.exitCode = code
})
