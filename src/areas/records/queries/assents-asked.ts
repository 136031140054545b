import type { Pack } from '#pack/types/pack.ts'

/**
 * The agreements of which the expressions of a pack ask by a function, such as `signed`: the ids that the pattern's group
 * finds. Looked for once for each pack.
 */
export function assentsAskedBy(pattern: RegExp): (pack: Pack) => readonly string[] {
  const asked = new WeakMap<Pack, readonly string[]>()
  return (pack) => {
    const known = asked.get(pack)
    if (known !== undefined) return known
    const text = JSON.stringify([pack.records, pack.flows, pack.guards])
    const found = [...new Set([...text.matchAll(pattern)].flatMap((match) => match[1] ?? []))]
    asked.set(pack, found)
    return found
  }
}
