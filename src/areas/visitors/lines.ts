/** One agreement that a visitor is asked for. */
export interface VisitorAsking {
  readonly id: string
  readonly title: string
  readonly signed: boolean
  readonly late: boolean
  /** Whether it may be signed on a device of the school. */
  readonly here: boolean
}

/** A visitor who comes to the school now. */
export interface VisitorLine {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly since: Temporal.PlainDate
  readonly mailed: boolean
  readonly askings: readonly VisitorAsking[]
}
