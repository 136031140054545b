import { Halt } from '#core/errors.ts'

// The one entry of the program: `kept.mjs start | serve | <command> …`. Each part is loaded only when it is asked for.
const [command = 'start', ...rest] = process.argv.slice(2)
try {
  if (command === 'start' || command === 'serve') {
    const { main } = await import('./main.ts')
    await main(command === 'start' ? 'sample' : 'real')
  } else {
    const { cli } = await import('./cli.ts')
    process.exitCode = await cli([command, ...rest])
  }
} catch (fault) {
  if (!(fault instanceof Halt)) throw fault
  process.stderr.write(`${fault.message}\n`)
  process.exitCode = 1
}
