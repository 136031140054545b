import type { EntryKind } from './entry-kinds.ts'
import { entryKinds } from './entry-kinds.ts'

/** Somebody: a person of the school by id, or words for somebody it does not know. */
export interface Party {
  readonly personId: string | null
  readonly words: string | null
}

/** A value of an entry's field. */
export type EntryValue = string | number | boolean | readonly string[] | Party

/** Something that happened to an item, or was decided in a case, as it was written down. */
export interface Entry {
  readonly id: string
  readonly kind: EntryKind
  readonly at: Temporal.Instant
  readonly notedAt: Temporal.Instant
  readonly notedBy: string
  readonly from: Party | null
  readonly to: Party | null
  readonly fields: Readonly<Record<string, EntryValue>>
  readonly signatures: readonly Signature[]
}

/** Who stands for an entry. */
export interface Signature {
  readonly part: string
  readonly by: Party
  readonly method: string
  readonly says: string | null
  readonly at: Temporal.Instant
}

/** A signature that an entry asks for. */
export interface Asked {
  readonly part: string
  readonly says: string
  readonly by: Party
}

/** Whom an entry asks to sign: its kind says which parts, the entry says who has them. Nobody signs twice. */
export function askedToSign(entry: Pick<Entry, 'kind' | 'notedBy' | 'from' | 'to' | 'fields'>): Asked[] {
  const asked: Asked[] = []
  for (const { part, says, who } of entryKinds[entry.kind].signers) {
    const by = whoIs(entry, who)
    if (by !== null && !asked.some((one) => isSame(one.by, by))) asked.push({ part, says, by })
  }
  return asked
}

/** The signatures that are still missing. */
export const notSigned = (entry: Entry): Asked[] =>
  askedToSign(entry).filter(({ part }) => !entry.signatures.some((one) => one.part === part))

/** Whether two mean the same person. */
export function isSame(one: Party | null, other: Party | null): boolean {
  if (one === null || other === null) return false
  if (one.personId !== null || other.personId !== null) return one.personId === other.personId
  return one.words?.trim().toLowerCase() === other.words?.trim().toLowerCase()
}

/** Whether a value of a field is somebody. */
export const isParty = (value: unknown): value is Party =>
  typeof value === 'object' && value !== null && 'personId' in value && 'words' in value

function whoIs(
  entry: Pick<Entry, 'notedBy' | 'from' | 'to' | 'fields'>,
  who: 'noter' | 'from' | 'to' | { readonly field: string },
): Party | null {
  if (who === 'noter') return { personId: entry.notedBy, words: null }
  if (who === 'from') return entry.from
  if (who === 'to') return entry.to
  const value = entry.fields[who.field]
  return isParty(value) ? value : null
}
