/** When something was: so many school days before now, at a time of that day; or so many minutes ago. */
export type StoryTime = { readonly daysAgo: number; readonly at: string } | { readonly minutesAgo: number }

/**
 * Who is meant: a pupil of a year group, one of the staff, a parent of a pupil of the case, the holder of a post, or words. A
 * pupil `as` in another story is the one whom the same words mean there.
 */
export type StoryWho =
  | { readonly year: number; readonly nth?: number; readonly as?: string }
  | { readonly staff: number }
  | { readonly parentOf: number }
  | { readonly post: string }
  | { readonly words: string }

/** Somebody in a part of a case. */
export interface StoryPerson {
  readonly part: string
  readonly who: StoryWho
}

/** A duty for a post, due so many weeks later, or a change of the policy. */
export type StoryFollows =
  | { readonly duty: string; readonly post: string; readonly weeks: number }
  | { readonly change: string; readonly why: string; readonly clause: string }

/** A case as it went, told by what was answered. What is not said here is drawn or filled in from the texts of the steps. */
export interface CaseStory {
  readonly id: string
  readonly title: string
  readonly kind: string
  readonly when: StoryTime
  /** How long before it was entered, in minutes, it happened. */
  readonly happened?: number
  /** How long before it was entered, in minutes, somebody noticed it. */
  readonly noticed?: number
  readonly opener?: string
  readonly room: string
  readonly device: string
  readonly owner: 'school' | 'pupil' | 'staff' | 'other' | 'not_known'
  readonly technology: readonly string[]
  readonly details: string
  readonly teacher?: string
  readonly byAccident?: boolean
  /** What is asked of a case once it is known: in school or outside, the account, the service, the law. */
  readonly more?: Readonly<Record<string, string | readonly string[]>>
  readonly people: readonly StoryPerson[]
  /** By the id of the step; a child's own answer under `step/part`. */
  readonly answers: Readonly<Record<string, string | readonly string[]>>
  /** Optional steps that were not needed, with the reason. */
  readonly skip?: Readonly<Record<string, string>>
  /** What was entered, by the id of the field. */
  readonly fields?: Readonly<Record<string, string>>
  /** A note on a step. */
  readonly notes?: Readonly<Record<string, string>>
  /** Who is named at a step that asks for people. */
  readonly adds?: Readonly<Record<string, readonly StoryPerson[]>>
  /** The step at which the case stands today. */
  readonly stopsAt?: string
  /** What the school draws from it, at the step that asks. */
  readonly follows?: readonly StoryFollows[]
  /** A phone is kept with it, and what was on it is described. */
  readonly evidence?: true
  /** Once this step is open, the case goes over to another chart. */
  readonly moves?: { readonly before: string; readonly to: `flow/${string}`; readonly reason: string }
  /** After this step, an earlier answer is put right. */
  readonly corrects?: {
    readonly after: string
    readonly step: string
    readonly answer: string
    readonly reason: string
  }
}
