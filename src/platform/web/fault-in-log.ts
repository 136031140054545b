/** What the log says of a fault: its kind and its places. A message may quote what a person typed, and have lines of its own. */
export const faultInLog = (fault: unknown) =>
  fault instanceof Error ? { name: fault.name, at: placesOf(fault) } : typeof fault

const MOST = 5

function placesOf({ stack = '', message }: Error): string[] {
  // The message stands above the places, and a line of it may look like one.
  const end = stack.indexOf(message) + message.length
  const below = stack.startsWith('    at ') ? stack : stack.slice(end)
  return below
    .split('\n')
    .filter((line) => /^ {4}at /.test(line))
    .slice(0, MOST)
    .map((line) => line.trim())
}
