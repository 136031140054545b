import type { Area } from '#platform/parts.ts'
import { dutyTasks } from './jobs/tasks.ts'

export { doDuty } from './commands/do-duty.ts'
export { dutiesOfEvent } from './commands/duties-of-event.ts'
export { planDuties } from './commands/plan-duties.ts'
export { tellLate } from './commands/tell-late.ts'
export { planSoon } from './jobs/queue.ts'
export { planAtStart } from './jobs/tasks.ts'
export type { DutyEvent } from './plan/event-duties.ts'
export { dutyStandings } from './standings.ts'

/** Duties: what each post has to do by when, and who did it. */
export const dutiesArea: Area = {
  name: 'duties',
  async routes() {},
  tasks: dutyTasks,
}
