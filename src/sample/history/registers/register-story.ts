import type { StoryPerson, StoryTime, StoryWho } from '../case-story.ts'

/** Somebody whom the school knows. */
export type KnownWho = Exclude<StoryWho, { words: string }>

/** What stands in a field: the value, or a day, a moment, somebody or another entry as the story knows them. */
export type StoryValue =
  | string
  | number
  | boolean
  | readonly string[]
  /** So many days from the day on which it is written. */
  | { readonly day: number }
  /** So many minutes before the moment at which it is written. */
  | { readonly minutesBefore: number }
  | { readonly who: KnownWho }
  /** Another entry, by the id of its story. */
  | { readonly entry: string }

/** The fields of a form, by their id. */
export type StoryFields = Readonly<Record<string, StoryValue>>

/** One step of an entry. */
export interface StoryStep {
  readonly step: string
  /** Who takes it; whoever opened the entry, unless told. */
  readonly by?: KnownWho
  /** The answer, or `yes` or `no` to a decision; done, unless told. */
  readonly answer?: string
  readonly note?: string
  readonly fields?: StoryFields
  /** So many school days after what came before; the same day, unless told. */
  readonly after?: number
  /** The time of that day, where it matters. */
  readonly at?: string
}

/** An entry of a register as it went. Where its steps end before the policy's do, it stands open. */
export interface RegisterStory {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly when: StoryTime
  readonly by: KnownWho
  readonly people?: readonly StoryPerson[]
  readonly fields: StoryFields
  /** The lists inside the form, by their id. */
  readonly rows?: Readonly<Record<string, readonly StoryFields[]>>
  readonly steps: readonly StoryStep[]
}
