/** One concern in the list of those who look after them. */
export interface ConcernLine {
  readonly id: string
  readonly state: 'new' | 'taken' | 'incident' | 'closed'
  readonly aboutKind: string | null
  readonly begins: string
  readonly reporterKind: string
  readonly named: boolean
  readonly inDanger: boolean
  readonly wantsAnswer: boolean
  /** Somebody has written to the reporter. */
  readonly written: boolean
  /** The reporter has the closing answer, or wanted none. */
  readonly finished: boolean
  /** The reporter wrote last: they wait for somebody. */
  readonly waitsForUs: boolean
  readonly toldAt: Temporal.Instant
  readonly takenBy: string | null
}

/** A concern as its handlers see it: the whole of it. */
export interface ConcernFile {
  readonly id: string
  readonly state: ConcernLine['state']
  readonly schoolId: string
  readonly circle: string
  readonly policyVersionId: string
  readonly aboutKind: string | null
  readonly body: string
  readonly reporterKind: string
  readonly reporter: string | null
  readonly cameBy: string
  /** Who wrote it down for somebody, and who told them as far as they said. */
  readonly entered: { readonly by: string; readonly toldBy: string | null } | null
  readonly inDanger: boolean
  readonly wantsAnswer: boolean
  /** Null where it was not asked or not answered. */
  readonly byAccident: boolean | null
  /** The parties that the reporter chose to tell. */
  readonly chosen: readonly string[]
  readonly toldAt: Temporal.Instant
  readonly takenBy: string | null
  readonly takenById: string | null
  /** The concern with which it is dealt with together. */
  readonly joinedTo: string | null
  readonly recordId: string | null
  /** The case that it became is over. */
  readonly caseOver: boolean
  /** Whoever told it has the closing answer, or wanted none. */
  readonly finished: boolean
  readonly closingReason: string | null
  readonly messages: readonly {
    readonly id: string
    readonly from: 'reporter' | 'school' | 'software'
    readonly who: string | null
    readonly body: string
    readonly at: Temporal.Instant
  }[]
  readonly notes: readonly {
    readonly id: string
    readonly who: string
    readonly body: string
    readonly at: Temporal.Instant
  }[]
  /** Staff who were named in it and cannot see it. */
  readonly keptOut: readonly string[]
}

export type ConcernView = 'open' | 'new' | 'mine' | 'closed' | 'all'

/** A file that came with a concern, cleaned. */
export interface ConcernAttachment {
  readonly id: string
  readonly type: string
  readonly bytes: number
  /** What was taken out, in words. */
  readonly says: string
  readonly at: Temporal.Instant
}

/** A concern about the same thing, dealt with together with another. */
export interface JoinedLine {
  readonly id: string
  readonly state: ConcernFile['state']
  readonly body: string
  readonly reporterKind: string
  readonly wantsAnswer: boolean
  readonly recordId: string | null
  /** Its reporter has the closing answer, or wanted none. */
  readonly finished: boolean
  readonly toldAt: Temporal.Instant
}
