import { circleOfOffice } from '#areas/policy/index.ts'
import { systemActor } from '#core/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { JobPayload } from '#platform/jobs/runner.ts'
import type { Area, Parts } from '#platform/parts.ts'
import { chase } from './jobs/chase.ts'
import { sendMails } from './jobs/send-mails.ts'
import { tellOfEffect } from './jobs/tell-of-effect.ts'
import { tellOfPosts } from './jobs/tell-of-posts.ts'
import { tellOfRecord } from './jobs/tell-of-record.ts'
import { noticesPage } from './pages/notices-page.tsx'
import { outboxPage } from './pages/outbox-page.tsx'
import { chasePayload, recordMoment } from './payloads.ts'

export { insertNotices } from './commands/insert-notices.ts'
export { markRead } from './commands/mark-read.ts'
export { writeNotices } from './commands/write-notices.ts'
export { callInOrder } from './jobs/call-in-order.ts'
export { chase } from './jobs/chase.ts'
export { sendMails } from './jobs/send-mails.ts'
export { tellOfEffect } from './jobs/tell-of-effect.ts'
export { tellOfPosts } from './jobs/tell-of-posts.ts'
export { tellOfRecord } from './jobs/tell-of-record.ts'
export { callsAbout, openCall } from './queries/calls.ts'
export { holdersAt, partiesOfCircle } from './queries/holders.ts'
export { mailHeldUp } from './queries/list-mail.ts'
export { mailIsLate } from './queries/mail-is-late.ts'
export { teachersOf } from './queries/people-by-word.ts'
export type { SubjectFacts } from './queries/subject-facts.ts'
export { subjectFacts } from './queries/subject-facts.ts'
export { unreadNotices } from './queries/unread.ts'
export { noticeStandings } from './standings.ts'
export { tellByRules } from './tell-by-rules.ts'

/** Notices: who was told of what, and the mail that leaves or waits. */
export const noticesArea: Area = {
  name: 'notices',
  menu: [
    {
      href: '/outbox',
      label: 'Outbox',
      for: ['staff'],
      needs: (offices) => offices.has(circleOfOffice('mail')),
      order: 95,
      seldom: true,
    },
  ],
  async routes(app, parts) {
    await noticesPage(app, parts)
    await outboxPage(app, parts)
  },
  tasks: (parts) => ({
    record_moment: (payload) => asNotices(parts, payload, (tx) => tellOfRecord(tx, recordMoment.parse(payload))),
    record_effect: (payload) => asNotices(parts, payload, (tx) => tellOfEffect(tx, payload)),
    notice_chase: (payload) => asNotices(parts, payload, (tx) => chase(tx, chasePayload.parse(payload))),
    tell_of_posts: (payload) => asNotices(parts, payload, (tx) => tellOfPosts(tx)),
    send_mail: (payload) => sendMails(parts.db, parts.mail, payload.organisationId),
  }),
}

async function asNotices(parts: Parts, payload: JobPayload, work: (tx: Tx) => Promise<unknown>): Promise<void> {
  await parts.db.inTx(systemActor(payload.organisationId, 'notices'), work)
}
