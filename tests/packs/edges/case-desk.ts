import type { Answers } from '../support/fill.ts'

/** What somebody does with a case on its pages, in whichever browser. */
export interface CaseDesk {
  /** Opens a case; what may be asked is filled in where the form asks for it. Its address. */
  opensCase(answers: Answers, perhaps: Answers): Promise<string>
  /** How the page of a case is answered: 404 is what somebody gets who must not know of it. */
  status(record: string): Promise<number>
  /** The steps that are theirs, by the ids of the policy. */
  mayTake(record: string): Promise<string[]>
  takes(record: string, step: string, answers?: Answers): Promise<void>
  /** Moves a case to another chart. */
  moves(record: string, chart: string): Promise<void>
  /** Names one more person in a case, in a part. */
  names(record: string, person: readonly [string, string]): Promise<void>
}
