import type { Entry, EntryValue } from './entry.ts'
import type { ItemKind } from './item-kinds.ts'

/** An entry with the record and the item that it is about; no item when it is about the case. */
export interface FoundEntry extends Entry {
  readonly evidenceId: string | null
  readonly recordId: string
}

/** The original of an item, as far as anybody may know of it: where files are locked there is none. */
export interface ItemFile {
  readonly sha256: string
  readonly bytes: number
  readonly type: string
  readonly name: string
  readonly keptAt: Temporal.Instant
  readonly scan: string
  readonly scanSays: string | null
  readonly erased: boolean
}

/** One piece of evidence with what happened to it. */
export interface Item {
  readonly id: string
  readonly recordId: string
  readonly number: number
  readonly kind: ItemKind
  readonly title: string
  readonly shows: string
  readonly label: Readonly<Record<string, EntryValue>>
  readonly enteredAt: Temporal.Instant
  readonly enteredBy: string
  readonly file: ItemFile | null
  readonly entries: readonly FoundEntry[]
}

/** The record that evidence belongs to, as pages name it. */
export interface RecordHead {
  readonly id: string
  readonly kind: string
  readonly reference: string
  readonly title: string
  readonly state: string
  readonly filesLocked: boolean
  /** Nothing may be sent, looked at or copied, now or later, whatever anybody unlocks. */
  readonly never: boolean
  /** Only the place in the chart says so, and nothing is locked: it may go on to where files are taken. */
  readonly notYet: boolean
}
