import type { Area } from '#platform/parts.ts'
import { dutyTasks } from './jobs/tasks.ts'
import { allFiles } from './pages/all-files.tsx'
import { allPage } from './pages/all-page.tsx'
import { calendarPage } from './pages/calendar-page.ts'
import { chosenPage } from './pages/chosen-page.ts'
import { donePage } from './pages/done-page.tsx'
import { dutyPage } from './pages/duty-page.tsx'
import { homePage } from './pages/home-page.tsx'
import { missedPage } from './pages/missed-page.tsx'
import { paths } from './paths.ts'

export { addCaseDuty } from './commands/add-case-duty.ts'
export { doDuty } from './commands/do-duty.ts'
export { dutiesOfEvent } from './commands/duties-of-event.ts'
export { planDuties } from './commands/plan-duties.ts'
export { settleCheck } from './commands/settle-check.ts'
export { settleMissed } from './commands/settle-missed.ts'
export { startDuty } from './commands/start-duty.ts'
export { tellLate } from './commands/tell-late.ts'
export { planAtStart } from './jobs/tasks.ts'
export { countMine } from './queries/count-mine.ts'
export { namesInReport } from './report/names-in-report.ts'
export { dutyStandings } from './standings.ts'

/** Duties: what each post has to do by when, and who did it. */
export const dutiesArea: Area = {
  name: 'duties',
  menu: [{ href: paths.mine.to(), label: 'My duties', for: ['staff', 'governor'], order: 5 }],
  async routes(app, parts) {
    await homePage(app, parts)
    await donePage(app)
    await calendarPage(app, parts)
    await allPage(app)
    await allFiles(app)
    await chosenPage(app)
    await missedPage(app)
    await dutyPage(app)
  },
  tasks: dutyTasks,
}
