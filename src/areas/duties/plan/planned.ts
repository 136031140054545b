/** One occurrence of a duty before it is written down. */
export interface Planned {
  /** The duty of the pack, without `duty/`. */
  readonly duty: string
  readonly key: string
  readonly title: string
  readonly party: string
  /** Null: done once for all schools. */
  readonly schoolId: string | null
  readonly recordId: string | null
  readonly startsAt: Temporal.Instant
  readonly dueAt: Temporal.Instant
}
