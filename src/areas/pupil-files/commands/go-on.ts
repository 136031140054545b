import type { Updateable } from 'kysely'
import { writeNotices } from '#areas/notices/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { NotFound, Refused } from '#core/errors.ts'
import type { DB } from '#platform/database/schema.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { paths } from '../paths.ts'
import { casesOfPupil } from '../queries/cases-of-pupil.ts'
import { tokenHash } from '../receipt-token.ts'
import { askWhatItLacks } from './ask-what-it-lacks.ts'

/** The ways in which a file goes: apart from the main file, and never by ordinary mail. */
export const HOWS = ['secure_mail', 'by_hand', 'signed_post'] as const

/** What is said of a file by whoever handles it. */
export type GoOn =
  | { readonly does: 'sent'; readonly receiver: string; readonly how: (typeof HOWS)[number]; readonly token: string }
  | { readonly does: 'asked' }
  | { readonly does: 'received'; readonly by: string }
  | { readonly does: 'none'; readonly reason: string }

/**
 * Says how it went on with the file of a pupil: sent, asked for, received (the other school signed on paper, or ours is here),
 * or that there is none.
 * @throws Refused for what cannot follow: a receipt for what was not sent, anything after the end.
 */
export async function goOnWithFile(tx: Tx, actor: PersonActor, id: string, said: GoOn): Promise<void> {
  const file = await tx
    .selectFrom('app.pupil_file')
    .select(['id', 'way', 'pupil_id', 'sent_at', 'received_at', 'none_reason', 'pdf_sha256'])
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound('pupil_file.missing'))
  if (file.received_at !== null || file.none_reason !== null)
    throw new Refused('pupil_file.over', 'This is settled. Nothing more is noted here.')
  if ((said.does === 'sent') !== (file.way === 'out') && said.does !== 'received' && said.does !== 'none')
    throw new Refused('pupil_file.way', 'That is not how this file goes.')
  if (said.does === 'sent' && file.pdf_sha256 === null)
    throw new Refused('pupil_file.not_made', 'Make the file first, and read it before it goes.')
  if (said.does === 'received' && file.way === 'out' && file.sent_at === null)
    throw new Refused('pupil_file.not_sent', 'Say first that it was sent.')
  await tx
    .updateTable('app.pupil_file')
    .set(changeOf(said, actor.personId, nowText(tx), file.way))
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', id)
    .execute()
  const { does, ...details } = said
  const kept = 'token' in details ? { receiver: details.receiver, how: details.how, sha256: file.pdf_sha256 } : details
  recordEvent(tx, {
    code: `pupil_file.${does}`,
    subject: { kind: 'pupil_file', id },
    personId: file.pupil_id,
    details: kept,
  })
  // Whoever sees no case of the pupil says so truly, and there may be one all the same.
  if (said.does === 'none' && file.way === 'out') {
    const seen = await casesOfPupil(tx, file.pupil_id)
    await askWhatItLacks(
      tx,
      actor,
      id,
      seen.map((one) => one.id),
    )
  }
}

function changeOf(said: GoOn, by: string, at: string, way: string): Updateable<DB['app.pupil_file']> {
  if (said.does === 'sent')
    return { receiver: said.receiver, sent_by: by, sent_at: at, sent_how: said.how, token_hash: tokenHash(said.token) }
  if (said.does === 'asked') return { asked_by: by, asked_at: at }
  if (said.does === 'none') return { none_reason: said.reason }
  return { received_at: at, received_by: said.by, receipt_how: way === 'out' ? 'paper' : 'here' }
}

/** What the other school reads before it confirms: no name of a pupil. */
export interface ReceiptFacts {
  readonly id: string
  readonly sentAt: Temporal.Instant
  readonly confirmed: boolean
}

/** The file of a receipt. @throws NotFound for a token that none has. */
export const readReceipt = (tx: Tx, token: string): Promise<ReceiptFacts> =>
  asSystem(tx, async () => {
    const row = await tx
      .selectFrom('app.pupil_file')
      .select(['id', 'sent_at', 'received_at'])
      .where('organisation_id', '=', contextOf(tx).actor.organisationId)
      .where('token_hash', '=', tokenHash(token))
      .executeTakeFirst()
    if (row?.sent_at == null) throw new NotFound('pupil_file.receipt')
    return { id: row.id, sentAt: Temporal.Instant.from(row.sent_at), confirmed: row.received_at !== null }
  })

/** The other school confirms by its link that the file is there; whoever sent it is told. A second time changes nothing. */
export async function confirmReceipt(tx: Tx, token: string, by: string): Promise<void> {
  const { id, confirmed } = await readReceipt(tx, token)
  if (confirmed) return
  const row = await asSystem(tx, () =>
    tx
      .updateTable('app.pupil_file')
      .set({ received_at: nowText(tx), received_by: by, receipt_how: 'link' })
      .where('organisation_id', '=', contextOf(tx).actor.organisationId)
      .where('id', '=', id)
      .where('received_at', 'is', null)
      .returning(['sent_by', 'pupil_id'])
      .executeTakeFirst(),
  )
  if (row === undefined) return
  recordEvent(tx, {
    code: 'pupil_file.received',
    subject: { kind: 'pupil_file', id },
    personId: row.pupil_id,
    details: { by, how: 'link' },
  })
  if (row.sent_by === null) return
  await writeNotices(tx, [
    {
      readerId: row.sent_by,
      code: 'pupil_file.received',
      says: 'The next school confirmed that the file of a pupil is there',
      href: paths.one.to(id),
      subject: { kind: 'pupil_file', id },
      party: null,
      clauses: [],
      urgent: false,
    },
  ])
}
