/** Something that somebody told with their own name, as their own list shows it. */
export interface OwnConcern {
  readonly id: string
  readonly begins: string
  readonly toldAt: Temporal.Instant
  readonly answered: boolean
}
