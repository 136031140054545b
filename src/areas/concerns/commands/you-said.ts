import type { PersonActor } from '#core/actor.ts'
import { NotFound, Refused } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { namesIn } from '../queries/names-in.ts'
import type { YouSaidValues } from '../you-said.ts'

/** Writes down what became of closed concerns. Nobody reads it before somebody else of the circle has looked at it. */
export async function writeYouSaid(tx: Tx, actor: PersonActor, input: YouSaidValues): Promise<string> {
  const concerns = await tx
    .selectFrom('app.concern')
    .select(['id', 'circle', 'school_id'])
    .where('organisation_id', '=', actor.organisationId)
    .where('id', 'in', [...input.concernIds])
    .where('state', 'in', ['closed', 'incident'])
    .where('closed_at', 'is not', null)
    .execute()
  const [first] = concerns
  if (first === undefined || concerns.length < input.concernIds.length) throw new NotFound('concern.missing')
  if (concerns.some((one) => one.circle !== first.circle))
    throw new Refused('you_said.circles', 'Different people look after these concerns: write one summary for each.')
  const found = await namesIn(tx, `${input.said}\n${input.did}`)
  if (found.whole.length > 0)
    throw new Refused('you_said.name', `This names somebody: ${found.whole.join(', ')}. Write it without the name.`)
  if (found.words.length > 0 && !input.noNames)
    throw new Refused(
      'you_said.maybe_name',
      `Somebody here is called ${found.words.join(' or ')}. Write it without, or say that it is no name.`,
    )
  const id = newId(contextOf(tx).clock)
  await tx
    .insertInto('app.you_said')
    .values({
      organisation_id: actor.organisationId,
      id,
      school_id: first.school_id,
      circle: first.circle,
      said: input.said,
      did: input.did,
      readers: [...input.readers],
      doubtful: [...found.words],
      written_by: actor.personId,
      written_at: nowText(tx),
      state: 'waiting',
    })
    .execute()
  await tx
    .insertInto('app.you_said_of')
    .values(concerns.map((one) => ({ organisation_id: actor.organisationId, you_said_id: id, concern_id: one.id })))
    .execute()
  recordEvent(tx, { code: 'you_said.written', subject: { kind: 'you_said', id }, details: { ...input } })
  return id
}

/** A second person shows a summary, refuses it, or takes it away again. */
export async function decideYouSaid(
  tx: Tx,
  actor: PersonActor,
  input: { id: string; to: 'shown' | 'refused' | 'withdrawn'; reason: string },
): Promise<void> {
  const row = await tx
    .selectFrom('app.you_said')
    .select(['state', 'written_by'])
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', input.id)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound('you_said.missing'))
  if (row.written_by === actor.personId)
    throw new Refused('you_said.own', 'Somebody else has to look at what you wrote.')
  const fits = input.to === 'withdrawn' ? row.state === 'shown' : row.state === 'waiting'
  if (!fits) throw new Refused('you_said.decided', 'Somebody has already decided about this.')
  if (input.to !== 'shown' && input.reason === '') throw new Refused('you_said.reason', 'Say why.')
  const done = await tx
    .updateTable('app.you_said')
    .set({
      state: input.to,
      decided_by: actor.personId,
      decided_at: nowText(tx),
      decided_reason: input.reason === '' ? null : input.reason,
    })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', input.id)
    .returning('id')
    .executeTakeFirst()
  if (done === undefined) throw new NotFound('you_said.missing')
  recordEvent(tx, {
    code: `you_said.${input.to}`,
    subject: { kind: 'you_said', id: input.id },
    details: { reason: input.reason },
  })
}
