import type { Area } from '#platform/parts.ts'
import { dutyTasks } from './jobs/tasks.ts'
import { allPage } from './pages/all-page.tsx'
import { calendarPage } from './pages/calendar-page.ts'
import { donePage } from './pages/done-page.tsx'
import { dutyPage } from './pages/duty-page.tsx'
import { homePage } from './pages/home-page.tsx'
import { paths } from './paths.ts'

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
  menu: [{ href: paths.mine.to(), label: 'My duties', for: ['staff', 'governor'], order: 5 }],
  async routes(app, parts) {
    await homePage(app)
    await donePage(app)
    await calendarPage(app, parts)
    await allPage(app)
    await dutyPage(app)
  },
  tasks: dutyTasks,
}
