import { writeNotices } from '#areas/notices/index.ts'
import { say } from '#core/messages/say.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf } from '#platform/database/tx.ts'
import { paths } from '../paths.ts'

/** Tells somebody who gave their name that the school wrote to them. Nobody is told when nobody gave a name. */
export async function tellReporter(tx: Tx, concernId: string, messageId: string): Promise<void> {
  const reporter = await asSystem(tx, () =>
    tx
      .selectFrom('app.concern_reporter')
      .select('person_id')
      .where('organisation_id', '=', contextOf(tx).actor.organisationId)
      .where('concern_id', '=', concernId)
      .executeTakeFirst(),
  )
  if (reporter === undefined) return
  await writeNotices(tx, [
    {
      readerId: reporter.person_id,
      code: `concern.answer/${messageId}`,
      says: say('en', 'concern.notice.answer'),
      href: paths.mine.to(concernId),
      subject: { kind: 'concern', id: concernId },
      party: null,
      clauses: [],
      urgent: false,
    },
  ])
}
