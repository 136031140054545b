import { z } from 'zod'
import { ownPath } from './own-path.ts'

/** What goes with somebody through the sign-in: the page they wanted, and what they had typed, sealed. */
export interface Carry {
  readonly next: string | null
  readonly kept: string | null
}

/** What a sign-in form may carry besides its own fields. */
export const carried = { next: z.string().max(2000).catch(''), kept: z.string().catch('') }

/** A typed form of a few hundred kilobytes comes along, sealed. */
export const CARRY_LIMIT = 2 * 1024 * 1024

/** Reads what a form or an address carries; another site is never gone on to. */
export const readCarry = (from: { readonly next?: string; readonly kept?: string }): Carry => ({
  next: ownPath(from.next),
  kept: from.kept === undefined || from.kept === '' ? null : from.kept,
})
