/** The kinds of record that an action or an exception of a pack is written down as, and what another system has to do. */
const PREFIX = { action: 'action_', exception: 'exception_', held: 'held_by_', letter: 'sent_letter_' } as const

/** What a derived kind of record is about. */
export type DerivedKind = keyof typeof PREFIX

/** The record kind of an action: `action_remove_access`. */
export const kindOfAction = (id: string): string => `${PREFIX.action}${id}`
/** The record kind of an exception: `exception_filter_for_inquiry`. */
export const kindOfException = (id: string): string => `${PREFIX.exception}${id}`
/** The record kind of what a post has to do in a system that Kept does not hold: `held_by_network_manager`. */
export const kindOfHeld = (post: string): string => `${PREFIX.held}${post}`

/** The record kind of a letter that was written: `sent_letter_sanction_letter`. */
export const kindOfLetter = (document: string): string => `${PREFIX.letter}${document}`

/** Takes a derived kind apart; null for a record that the pack itself declares. */
export function derivedFrom(kind: string): { readonly of: DerivedKind; readonly id: string } | null {
  if (kind === TO_DO) return { of: 'held', id: '' }
  for (const of of ['action', 'exception', 'held', 'letter'] as const)
    if (kind.startsWith(PREFIX[of])) return { of, id: kind.slice(PREFIX[of].length) }
  return null
}

/** The step of a derived record at which what was decided is in force, and the answers that end it. */
export const IN_FORCE = 'in_force'
/** The step of a derived record at which an appeal against it is heard. */
export const APPEAL = 'appeal'
export const ANSWERS = { over: 'over', lifted: 'lifted', appealed: 'appealed' } as const

/** The part of the person whom an action or exception is for. */
export const SUBJECT = 'subject'
/** The fields beside those of the pack: why it was decided, and why it was lifted. */
export const WHY = 'taken_because'

/** The record kind of what somebody of the case has to do by hand: a letter, an entry in a register. */
export const TO_DO = 'to_do'
