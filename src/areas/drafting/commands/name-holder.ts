import { appoint, endAppointment, readSchools } from '#areas/people/index.ts'
import type { Actor } from '#core/actor.ts'
import { SCHOOL_ZONE } from '#core/clock.ts'
import { Forbidden, NotFound, Refused } from '#core/errors.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { nowIn } from '#platform/database/tx.ts'
import { mayKeepPolicy } from '../may-keep.ts'
import { readHolders } from '../queries/read-holders.ts'

export interface NameHolder {
  /** The pack that has the post: a draft's or that in force. */
  readonly pack: Pack
  readonly post: string
  readonly personId: string
  /** Null: for every school. */
  readonly schoolId: string | null
}

/**
 * Names somebody for a post, a group or a body of a policy, from today on.
 * @throws Forbidden for whoever does not keep the policy; NotFound for a school or person who is not here; Refused where
 * nobody can be named, or the person holds it already.
 */
export async function nameHolder(tx: Tx, actor: Actor, input: NameHolder): Promise<string> {
  if (actor.kind !== 'system' && !(await mayKeepPolicy(tx))) throw new Forbidden('policy.draft.not_keeper')
  const { post, personId, schoolId } = input
  const kind = input.pack.parties[post]?.kind
  if (kind !== 'post' && kind !== 'group' && kind !== 'body')
    throw new Refused('policy.post.none', 'This policy has no such post any more. Look at it again.')
  if (schoolId !== null && !(await readSchools(tx)).some(({ id }) => id === schoolId))
    throw new NotFound('school.missing')
  await assertHere(tx, actor, personId)
  const held = await readHolders(tx)
  if (held.some((one) => one.post === post && one.personId === personId && (one.schoolId ?? schoolId) === schoolId))
    throw new Refused('policy.post.held', 'This person holds the post already.')
  return appoint(tx, actor, { post, personId, schoolId, fromOn: today(tx) })
}

/**
 * Ends somebody's time in a post, from today on.
 * @throws Refused for the last administrator, without whom nobody could put anything right.
 */
export async function relieveHolder(tx: Tx, actor: Actor, id: string): Promise<void> {
  if (actor.kind !== 'system' && !(await mayKeepPolicy(tx))) throw new Forbidden('policy.draft.not_keeper')
  const held = await readHolders(tx)
  const own = held.find((one) => one.id === id)
  if (own === undefined) throw new NotFound('policy.holder.missing')
  if (own.post === ADMINISTRATOR && held.filter(({ post }) => post === ADMINISTRATOR).length === 1)
    throw new Refused('policy.post.last', 'Somebody has to be the administrator. Name another first.')
  await endAppointment(tx, actor, { id, untilOn: today(tx) })
}

const ADMINISTRATOR = 'administrator'

const today = (tx: Tx): Temporal.PlainDate => nowIn(tx).toZonedDateTimeISO(SCHOOL_ZONE).toPlainDate()

async function assertHere(tx: Tx, actor: Actor, personId: string): Promise<void> {
  const row = await tx
    .selectFrom('app.person')
    .select('id')
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', personId)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  if (row === undefined) throw new NotFound('person.missing')
}
