import type { Area } from '#platform/parts.ts'
import { agreementTasks } from './jobs/tasks.ts'
import { accessApi } from './pages/access-api.ts'
import { certificatePage } from './pages/certificate-page.ts'
import { classPage } from './pages/class-page.tsx'
import { classSlipsPage } from './pages/class-slips-page.tsx'
import { classesChosenPage } from './pages/classes-chosen-page.tsx'
import { emptySlipsPage } from './pages/empty-slips-page.tsx'
import { heardBackPage } from './pages/heard-back-page.tsx'
import { herePage } from './pages/here-page.tsx'
import { linkPage } from './pages/link-page.tsx'
import { listFiles } from './pages/list-files.tsx'
import { minePage } from './pages/mine-page.tsx'
import { overviewPage } from './pages/overview-page.tsx'
import { personPage } from './pages/person-page.tsx'
import { recordLinksPage } from './pages/record-links-page.tsx'
import { remindPage } from './pages/remind-page.tsx'
import { slipPage } from './pages/slip-page.tsx'
import { surveysPage } from './pages/surveys-page.tsx'
import { takeBackPage } from './pages/take-back-page.tsx'
import { paths } from './paths.ts'

export { answerSurvey } from './commands/answer-survey.ts'
export { askOfRecord } from './commands/ask-of-record.ts'
export { endRequestsOf } from './commands/end-requests.ts'
export { giveAgain } from './commands/give-again.ts'
export { issueAgreements } from './commands/issue-agreements.ts'
export { noteChange } from './commands/note-change.ts'
export { recordPaperSlip } from './commands/record-paper-slip.ts'
export { recordWithdrawal } from './commands/record-withdrawal.ts'
export { refuseAgreement } from './commands/refuse-agreement.ts'
export { sendReminders } from './commands/send-reminders.ts'
export { signAgreement } from './commands/sign-agreement.ts'
export { signInPerson } from './commands/sign-in-person.ts'
export { withdrawAgreement } from './commands/withdraw-agreement.ts'
export { grantStands, grantsOf } from './grants.ts'
export { readSurveys } from './queries/read-surveys.ts'
export { assentStandings } from './standings.ts'
export { whomToAsk } from './to-ask.ts'

/** Where somebody signs an asking on a device of the school, with whoever is signed in beside them. */
export const signHereHref = paths.here.to

/** Agreements: asking, signing, reminding, and what stands open only to those who have signed. */
export const assentsArea: Area = {
  name: 'assents',
  menu: [
    { href: paths.overview.to(), label: 'Agreements', for: ['staff'], order: 30 },
    { href: paths.surveys.to(), label: 'Surveys', for: ['governor'], order: 40 },
    { href: paths.mine.to(), label: 'My agreements', for: ['parent', 'pupil', 'visitor', 'governor'], order: 10 },
  ],
  async routes(app, parts) {
    await minePage(app)
    await certificatePage(app, parts)
    await overviewPage(app, parts)
    await listFiles(app, parts)
    await classesChosenPage(app, parts)
    await classPage(app, parts)
    await classSlipsPage(app)
    await slipPage(app)
    await takeBackPage(app)
    await heardBackPage(app)
    await emptySlipsPage(app, parts)
    await surveysPage(app)
    await herePage(app, parts)
    await personPage(app, parts)
    await remindPage(app)
    await recordLinksPage(app, parts)
    await linkPage(app, parts)
    await accessApi(app)
  },
  tasks: agreementTasks,
}
