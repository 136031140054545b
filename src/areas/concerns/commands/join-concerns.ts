import { refreshSoon } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { NotFound, Refused } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { filesOf, filesStand } from '../queries/files-of.ts'
import { joinedTo } from '../queries/joined.ts'
import { wallOff } from './keep-out.ts'
import { takeBackExpiry } from './take-back-expiry.ts'
import { takeConcern } from './take-concern.ts'

/**
 * Deals with a concern together with another about the same thing. Nothing of either changes but who looks after it: both
 * receipts go on working, and each reporter keeps a conversation of their own. Whoever may not see the one may from now on
 * not see the other.
 */
export async function joinConcern(
  tx: Tx,
  actor: PersonActor,
  input: { concernId: string; mainId: string; reason: string },
): Promise<void> {
  // In one order always, so that two who join the same pair wait for each other.
  const [first, second] = [input.concernId, input.mainId].sort()
  const found = [await lock(tx, actor, first ?? ''), await lock(tx, actor, second ?? '')]
  const concern = found.find((one) => one.id === input.concernId)
  const main = found.find((one) => one.id === input.mainId)
  if (concern === undefined || main === undefined) throw new NotFound('concern.missing')
  if (concern.id === main.id) throw new Refused('concern.join.itself', 'This is the same concern.')
  const open = [concern, main].every((one) => one.state === 'new' || one.state === 'taken')
  if (!open) throw new Refused('concern.join.settled', 'Only open concerns can be dealt with together.')
  if (concern.joined_to !== null || main.joined_to !== null)
    throw new Refused('concern.join.joined', 'One of them is dealt with together with another already.')
  if (concern.circle !== main.circle)
    throw new Refused('concern.join.circle', 'Different people look after these two: they stay apart.')
  if ((await joinedTo(tx, concern.id)).length > 0)
    throw new Refused('concern.join.main', 'Others are dealt with together with this one: join it the other way round.')
  await tx
    .insertInto('app.concern_join')
    .values({
      organisation_id: actor.organisationId,
      id: newId(contextOf(tx).clock),
      concern_id: concern.id,
      main_id: main.id,
      joined_by: actor.personId,
      joined_at: nowText(tx),
      reason: input.reason,
    })
    .execute()
  await setMain(tx, actor, concern.id, main.id)
  recordEvent(tx, {
    code: 'concern.joined',
    subject: { kind: 'concern', id: concern.id },
    details: { main: main.id, reason: input.reason },
  })
  if (main.state === 'taken' && concern.state === 'new') await takeConcern(tx, actor, concern.id, main.taken_by)
  await asSystem(tx, () => shareWalls(tx, concern.id, main.id))
  await refreshSoon(tx)
}

/**
 * Parts two concerns that were joined. What was settled for both stays settled for the other; this one is open again.
 * @throws Refused while its files are shut by the case that it became: apart from that case nothing would shut them.
 */
export async function partConcern(
  tx: Tx,
  actor: PersonActor,
  input: { concernId: string; reason: string },
): Promise<void> {
  const concern = await lock(tx, actor, input.concernId)
  if (concern.joined_to === null)
    throw new Refused('concern.part.single', 'This concern is not dealt with together with another.')
  await assertFilesStayShut(tx, concern.id)
  await tx
    .updateTable('app.concern_join')
    .set({ parted_by: actor.personId, parted_at: nowText(tx), parted_reason: input.reason })
    .where('organisation_id', '=', actor.organisationId)
    .where('concern_id', '=', concern.id)
    .where('parted_at', 'is', null)
    .execute()
  const settled = concern.state === 'closed' || concern.state === 'incident'
  await tx
    .updateTable('app.concern')
    .set({
      joined_to: null,
      ...(settled
        ? {
            state: 'taken',
            taken_by: actor.personId,
            taken_at: nowText(tx),
            record_id: null,
            closed_at: null,
            closing_reason: null,
          }
        : {}),
    })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', concern.id)
    .execute()
  if (settled) await takeBackExpiry(tx, concern.id)
  recordEvent(tx, {
    code: 'concern.parted',
    subject: { kind: 'concern', id: concern.id },
    details: { main: concern.joined_to, reason: input.reason, before: concern.state },
  })
  await refreshSoon(tx)
}

async function assertFilesStayShut(tx: Tx, concernId: string): Promise<void> {
  const stand = await filesStand(tx, concernId)
  if ((stand === 'locked' || stand === 'not_yet') && (await filesOf(tx, concernId)).length > 0)
    throw new Refused(
      'concern.part.shut',
      'The files of this concern are shut until the police have said what to do. Until then it stays with its case.',
    )
}

const lock = (tx: Tx, actor: PersonActor, id: string) =>
  tx
    .selectFrom('app.concern')
    .select(['id', 'state', 'circle', 'joined_to', 'taken_by'])
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound('concern.missing'))

async function setMain(tx: Tx, actor: PersonActor, concernId: string, mainId: string): Promise<void> {
  await tx
    .updateTable('app.concern')
    .set({ joined_to: mainId })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', concernId)
    .execute()
}

// Who is named in one of them must not read about it in the other.
async function shareWalls(tx: Tx, ...ids: readonly string[]): Promise<void> {
  const rows = await tx
    .selectFrom('app.concern_wall')
    .select('person_id')
    .distinct()
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('concern_id', 'in', [...ids])
    .execute()
  for (const id of ids)
    await wallOff(
      tx,
      id,
      rows.map((row) => row.person_id),
    )
}
