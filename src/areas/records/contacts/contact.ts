/** How somebody outside is reached, as the pack names it. */
export const ways = ['phone', 'mail', 'web', 'post', 'in_person'] as const
export type Way = (typeof ways)[number]

/** What a line of a contact says: that they were told or not, that they answered, that somebody asked again. */
export type Does = 'told' | 'not_told' | 'replied' | 'asked_again'

/** One line about somebody who was told of a record, as it was entered. It is never changed. */
export interface ContactLine {
  readonly id: string
  readonly recordId: string
  readonly threadId: string
  readonly line: number
  readonly does: Does
  /** `party/police`, or somebody known from the case such as `parents`. */
  readonly party: string
  /** Whose parents: a person, or somebody described. */
  readonly about: string | null
  /** The step of the chart that was done with it. */
  readonly step: string | null
  readonly way: Way | null
  /** When they were told, asked or answered. */
  readonly at: Temporal.Instant
  readonly spokeTo: string | null
  readonly reference: string | null
  readonly said: string | null
  readonly reply: string | null
  readonly chaseOn: Temporal.PlainDate | null
  readonly because: string | null
  /** Why it is said anew. */
  readonly reason: string | null
  readonly enteredBy: string | null
  readonly enteredAt: Temporal.Instant
}

/** Somebody who was told of a record, or not, with all that followed. */
export interface Contact {
  readonly id: string
  readonly recordId: string
  readonly party: string
  readonly about: string | null
  /** What holds now: the first line, or the latest that says it anew. */
  readonly now: ContactLine
  /** Answers and further tries, the first first. */
  readonly later: readonly ContactLine[]
  /** What was said before it was said anew. */
  readonly before: readonly ContactLine[]
  /** Their number for it, as it was last given. */
  readonly reference: string | null
  readonly answered: boolean
  /** The day on which to ask again; null when nobody has to. */
  readonly chaseOn: Temporal.PlainDate | null
}

/** Contacts from their lines, in the order in which they were begun. The last line of each says when to ask again. */
export function contactsFrom(lines: readonly ContactLine[]): Contact[] {
  return [...Map.groupBy(lines, (line) => line.threadId).values()].flatMap((thread) => {
    const sorted = thread.toSorted((a, b) => a.line - b.line)
    const says = sorted.filter((line) => line.does === 'told' || line.does === 'not_told')
    const [now, last] = [says.at(-1), sorted.at(-1)]
    if (now === undefined || last === undefined) return []
    const later = sorted.filter((line) => line.does === 'replied' || line.does === 'asked_again')
    return [
      {
        id: now.threadId,
        recordId: now.recordId,
        party: now.party,
        about: now.about,
        now,
        later,
        before: says.slice(0, -1),
        reference: [now, ...later].findLast((line) => line.reference !== null)?.reference ?? null,
        answered: [now, ...later].some((line) => line.reply !== null),
        chaseOn: last.chaseOn,
      },
    ]
  })
}

/** How a contact stands: told, not told, to be asked again today or late, answered. */
export type Stands = 'told' | 'not_told' | 'answered' | 'waiting' | 'ask_today' | 'ask_late'

/** How a contact stands on a day. */
export function standsOn(contact: Contact, today: Temporal.PlainDate): Stands {
  if (contact.chaseOn !== null) {
    const turn = Temporal.PlainDate.compare(contact.chaseOn, today)
    return turn > 0 ? 'waiting' : turn === 0 ? 'ask_today' : 'ask_late'
  }
  if (contact.now.does === 'not_told') return 'not_told'
  return contact.answered ? 'answered' : 'told'
}
