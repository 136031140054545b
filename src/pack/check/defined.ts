import { topicsOf } from '../engines/duties/covers.ts'
import { nearestWord } from '../load/near.ts'
import type { refKinds } from '../types/base.ts'
import { builtInMoments } from '../types/event.ts'
import type { Pack } from '../types/pack.ts'
import { allFieldsOf, type RefParts } from '../types/parts.ts'

const HOLDERS = {
  party: 'parties',
  signal: 'signals',
  list: 'lists',
  document: 'documents',
  grant: 'grants',
  record: 'records',
  flow: 'flows',
  assent: 'assents',
  decision: 'decisions',
  guard: 'guards',
  duty: 'duties',
  notify: 'notify',
  table: 'tables',
  measure: 'measures',
  action: 'actions',
  exception: 'exceptions',
  conduct: 'conduct',
  report: 'reports',
  reading: 'readings',
  setting: 'settings',
} as const satisfies Record<(typeof refKinds)[number], keyof Pack>

/** Under which key of a pack the things of a kind stand, or null when the kind is unknown. */
export const holderOf = (kind: string): (typeof HOLDERS)[keyof typeof HOLDERS] | null =>
  isKind(kind) ? HOLDERS[kind] : null

const isKind = (kind: string): kind is keyof typeof HOLDERS => Object.hasOwn(HOLDERS, kind)

/** Whether a pack defines what a reference names, its part left aside. */
export const isDefined = (pack: Pack, { kind, id }: RefParts): boolean => {
  const holder = holderOf(kind)
  return holder !== null && Object.hasOwn(pack[holder], id)
}

/** Ids of the same kind that begin alike, to offer when one is unknown. */
export function nearest(pack: Pack, { kind, id }: RefParts): string | null {
  const holder = holderOf(kind)
  if (holder === null) return null
  const known = Object.keys(pack[holder])
  const near = nearestWord(id, known)
  return near === null ? null : `${kind}/${near}`
}

/** Whether the part after `#` exists in a thing that is defined. */
export function hasPart(pack: Pack, { kind, id, part }: RefParts): boolean {
  if (part === undefined) return true
  return partsOfThing(pack, kind, id).has(part)
}

function partsOfThing(pack: Pack, kind: string, id: string): ReadonlySet<string> {
  const moments = new Map<string, readonly string[]>(Object.entries(builtInMoments)).get(kind) ?? []
  return new Set([...moments, ...ownParts(pack, kind, id)])
}

function ownParts(pack: Pack, kind: string, id: string): readonly string[] {
  if (kind === 'list') return pack.lists[id]?.values.map((value) => value.id) ?? []
  if (kind === 'flow') return Object.keys(pack.flows[id]?.steps ?? {})
  if (kind === 'assent') return pack.assents[id]?.items.map((item) => item.id) ?? []
  if (kind === 'table') return pack.tables[id]?.rows.map((row) => row.id) ?? []
  if (kind === 'measure') return Object.keys(pack.measures[id]?.value ?? {})
  if (kind === 'report') return pack.reports[id]?.parts.map((part) => part.id) ?? []
  const proof = kind === 'duty' ? pack.duties[id]?.proof : undefined
  if (proof !== undefined && 'covers' in proof) return topicsOf(pack, proof).map((topic) => topic.id)
  const party = kind === 'party' ? pack.parties[id] : undefined
  if (party?.kind === 'group') return party.seats.map((seat) => seat.id)
  const record = kind === 'record' ? pack.records[id] : undefined
  if (record === undefined) return []
  const fields = allFieldsOf(pack, id, record).map((field) => field.id)
  const rows = record.rows.map((row) => row.id)
  return [
    ...Object.keys(record.steps),
    ...fields,
    ...rows,
    ...record.dates.map((date) => date.id),
    'columns',
    'sight',
    'keep',
  ]
}
