import type { RefKind } from '../types/base.ts'

/** The maps of a pack that hold constructs, and the kind by which a reference names what they hold. */
export const holders = {
  settings: 'setting',
  parties: 'party',
  signals: 'signal',
  lists: 'list',
  documents: 'document',
  grants: 'grant',
  records: 'record',
  flows: 'flow',
  assents: 'assent',
  decisions: 'decision',
  guards: 'guard',
  duties: 'duty',
  notify: 'notify',
  tables: 'table',
  measures: 'measure',
  actions: 'action',
  exceptions: 'exception',
  conduct: 'conduct',
  reports: 'report',
  readings: 'reading',
} as const satisfies Readonly<Record<string, RefKind>>
export type Holder = keyof typeof holders

const byName = new Map<string, RefKind>(Object.entries(holders))
const byKind = new Map<string, Holder>((Object.keys(holders) as Holder[]).map((holder) => [holders[holder], holder]))

/** The kind of what a map of the pack holds: `duties` hold each a `duty`. */
export const kindOfHolder = (holder: string): RefKind | undefined => byName.get(holder)

/** The map of the pack that holds a kind: a `duty` stands in `duties`. */
export const holderOfKind = (kind: string): Holder | undefined => byKind.get(kind)
