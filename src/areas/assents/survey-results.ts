import type { ShownItem } from '#pack/engines/assents/survey.ts'

/** What a survey without names came to at one school. */
export interface SurveyResult {
  readonly assent: string
  readonly title: string
  readonly schoolId: string
  readonly school: string
  /** The first day of the round. */
  readonly round: string
  readonly closesAt: Temporal.Instant
  readonly questions: readonly {
    readonly says: string
    readonly choices: readonly string[]
    readonly shown: ShownItem
  }[]
}

/** Surveys whose time is not over: nothing of them is shown. */
export interface OpenSurvey {
  readonly title: string
  readonly school: string
  readonly closesAt: Temporal.Instant
}
