/** What was told and what was written since, as the person who told it reads it. */
export interface Conversation {
  readonly id: string
  /** `over`: the case that came of it is, and the closing answer is still to be written. */
  readonly state: 'new' | 'taken' | 'incident' | 'over' | 'closed'
  /** Somebody who looks after concerns has opened it. */
  readonly read: boolean
  readonly body: string
  readonly toldAt: Temporal.Instant
  readonly messages: readonly {
    readonly from: 'reporter' | 'school' | 'software'
    readonly body: string
    readonly at: Temporal.Instant
  }[]
}
