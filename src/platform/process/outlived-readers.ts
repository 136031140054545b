/**
 * Keeps the program standing when whoever read its output is gone (a closed terminal, a launcher that was killed): what it
 * says goes nowhere then. Without this, saying so fails too, and is said again, for ever.
 */
export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
}
