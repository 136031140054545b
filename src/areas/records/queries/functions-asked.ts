import type { Pack } from '#pack/types/pack.ts'

/** Which of the things that only the database knows the expressions of a pack ask for. */
export type FunctionsAsked = Readonly<Record<'holds' | 'signed' | 'agreed', boolean>>

const known = new WeakMap<Pack, FunctionsAsked>()

/** What the expressions about records ask: looked for once for each pack, so that nothing is read that nobody asks for. */
export function functionsAsked(pack: Pack): FunctionsAsked {
  const before = known.get(pack)
  if (before !== undefined) return before
  const guards = Object.values(pack.guards).filter(({ stops }) => stops.startsWith('record/'))
  const text = JSON.stringify([pack.records, pack.flows, pack.facts, guards])
  const asks = (name: string) => new RegExp(`\\b${name}\\s*\\(`).test(text)
  const found = { holds: asks('holds'), signed: asks('signed'), agreed: asks('agreed') }
  known.set(pack, found)
  return found
}
