/** The folder with package.json. */
export const root = new URL('../../', import.meta.url)

/** A fault with one clear line for the person at the terminal. */
export class Halt extends Error {}

/** Tells the person at the terminal; on standard error, so that standard output stays the command's own. */
export const say = (line) => console.error(line)

/** Runs a launcher: ends with the status it returns, and with 1 and one line when something is wrong. */
export async function launcher(work) {
  try {
    process.exitCode = await work()
  } catch (fault) {
    say(fault instanceof Halt ? fault.message : fault)
    process.exitCode = 1
  }
}
