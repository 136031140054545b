import { newId } from '#core/ids.ts'
import { say } from '#core/messages/say.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf, enqueue, nowIn, nowText } from '#platform/database/tx.ts'
import type { NewNotice } from './insert-notices.ts'
import { insertNotices } from './insert-notices.ts'

/**
 * Writes notices, and one mail for each reader who has an address. The mail says only that something waits: mail is read
 * on phones that others hold. Told once for each reader, code and subject, so that a job may run twice.
 * @returns the notices that are new.
 */
export async function writeNotices(tx: Tx, notices: readonly NewNotice[]): Promise<readonly NewNotice[]> {
  if (notices.length === 0) return []
  return asSystem(tx, async () => {
    const fresh = await untold(tx, notices)
    if (fresh.length === 0) return fresh
    await insertNotices(tx, fresh)
    await writeMails(tx, fresh)
    return fresh
  })
}

async function untold(tx: Tx, notices: readonly NewNotice[]): Promise<NewNotice[]> {
  const known = await tx
    .selectFrom('app.notice')
    .select(['reader_id', 'code', 'subject_id'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('subject_id', 'in', [...new Set(notices.map((one) => one.subject.id))])
    .execute()
  const told = new Set(known.map((one) => `${one.reader_id} ${one.code} ${one.subject_id}`))
  return notices.filter((one) => {
    const key = `${one.readerId} ${one.code} ${one.subject.id}`
    if (told.has(key)) return false
    told.add(key)
    return true
  })
}

async function writeMails(tx: Tx, notices: readonly NewNotice[]): Promise<void> {
  const { actor, clock } = contextOf(tx)
  const readers = new Map<string, boolean>()
  for (const one of notices) readers.set(one.readerId, one.urgent || (readers.get(one.readerId) ?? false))
  const people = await tx
    .selectFrom('app.person')
    .select(['id', 'email'])
    .where('organisation_id', '=', actor.organisationId)
    .where('id', 'in', [...readers.keys()])
    .where('email', 'is not', null)
    .where('ended_on', 'is', null)
    .execute()
  const recent = await recentMails(tx, [...readers.keys()])
  const mails = people.flatMap(({ id, email }) => {
    const kind = readers.get(id) === true ? 'urgent' : 'waiting'
    const subject = say('en', `notice.mail.${kind}.subject`)
    if (email === null || recent.has(`${id} ${subject}`)) return []
    return {
      organisation_id: actor.organisationId,
      id: newId(clock),
      to_person_id: id,
      to_address: email,
      subject,
      body: say('en', `notice.mail.${kind}.body`),
      written_at: nowText(tx),
    }
  })
  if (mails.length === 0) return
  await tx.insertInto('app.mail').values(mails).execute()
  await enqueue(tx, 'send_mail', {}, { key: `mail:${actor.organisationId}` })
}

// Every such mail says the same: the second within a minute tells nobody anything.
async function recentMails(tx: Tx, people: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('app.mail')
    .select(['to_person_id', 'subject'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('to_person_id', 'in', [...people])
    .where('written_at', '>', nowIn(tx).subtract({ minutes: 1 }).toString())
    .execute()
  return new Set(rows.map((row) => `${row.to_person_id} ${row.subject}`))
}
