import type { Tx } from '../database/tx.ts'
import { contextOf } from '../database/tx.ts'

/** What a command did, for the ledger. Ids and codes are open; `details` is salted, hashed and kept apart. */
export interface LedgerEvent {
  /** `subject.verb`, such as `concern.told`. */
  readonly code: string
  readonly subject?: { readonly kind: string; readonly id: string }
  /** The record it belongs to: whoever may not see the record does not see the entry. */
  readonly recordId?: string
  /** The person it is about: whoever may not know the person does not see the entry. */
  readonly personId?: string
  readonly policyVersionId?: string
  readonly clauses?: readonly string[]
  readonly details?: Readonly<Record<string, unknown>>
}

/** Notes a change for the ledger; it is written with the change, at the end of the transaction, or not at all. */
export const recordEvent = (tx: Tx, event: LedgerEvent): void => {
  contextOf(tx).page.main.push(event)
}

/** Notes that somebody opened a sensitive record, in the chain of looks. */
export const recordLook = (tx: Tx, event: LedgerEvent): void => {
  contextOf(tx).page.read.push(event)
}
