import type { Desk } from '../support/desk.ts'
import type { CaseDesk } from './case-desk.ts'

/** Somebody at Chromium, who reads, fills in and clicks. */
export const browserDesk = (desk: Desk): CaseDesk => ({
  opensCase: (answers, perhaps) => desk.opensCase(answers, perhaps),
  status: (record) => desk.opens(record),
  mayTake: (record) => desk.mayTake(record),
  takes: async (record, step, answers) => {
    // What is asked only after the first try, such as a reason for a departure, is filled in then.
    if ((await desk.tries(record, step, answers)) !== '') await desk.takes(record, step, answers)
  },
  moves: (record, chart) => desk.moves(record, chart),
  names: (record, person) => desk.names(record, person),
})
