import { sql } from 'kysely'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf } from '#platform/database/tx.ts'

/** Who can see a case now, and how many cannot although their post would let them. */
export interface CaseReaders {
  readonly readers: readonly { readonly name: string; readonly post: string; readonly reach: string }[]
  /** Everybody who belongs to the school so, such as all governors. */
  readonly members: readonly { readonly kind: string; readonly reach: string }[]
  readonly walls: number
  readonly looks: number
}

/** Asked by a handler about their own case: the answer names posts and their holders, never who is walled off. */
export async function caseReaders(
  tx: Tx,
  record: { id: string; circle: string; policyVersionId: string },
): Promise<CaseReaders> {
  const organisationId = contextOf(tx).actor.organisationId
  const [circle = '', schoolId = ''] = record.circle.split(':')
  const looks = await tx
    .selectFrom('app.ledger_entry')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('organisation_id', '=', organisationId)
    .where('chain', '=', 'read')
    .where('record_id', '=', record.id)
    .executeTakeFirstOrThrow()
  const { rows, walls, invited, members } = await asSystem(tx, async () => ({
    rows: (
      await sql<Reader>`
        select distinct on (p.id) p.id, trim(coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name) as name, c.post, c.reach
          from app.circle_post c
          join app.post_holder h on h.organisation_id = c.organisation_id and h.post = c.post and h.until_on is null
           and (h.school_id is null or h.school_id = ${schoolId})
          join app.person p on p.organisation_id = h.organisation_id and p.id = h.person_id
         where c.organisation_id = ${organisationId} and c.policy_version_id = ${record.policyVersionId} and c.circle = ${circle}
           and not exists (select 1 from app.record_wall w where w.organisation_id = p.organisation_id and w.record_id = ${record.id} and w.person_id = p.id and w.lifted_at is null)
         order by p.id, c.reach`.execute(tx)
    ).rows,
    walls: await tx
      .selectFrom('app.record_wall')
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .where('organisation_id', '=', organisationId)
      .where('record_id', '=', record.id)
      .where('lifted_at', 'is', null)
      .executeTakeFirstOrThrow(),
    invited: await invitedTo(tx, record.id),
    members: await tx
      .selectFrom('app.circle_post')
      .select(['post', 'reach'])
      .where('organisation_id', '=', organisationId)
      .where('policy_version_id', '=', record.policyVersionId)
      .where('circle', '=', circle)
      .where('post', 'like', 'members/%')
      .execute(),
  }))
  return {
    readers: [...rows, ...onceEach(invited).filter((one) => !rows.some((row) => row.id === one.id))],
    members: members.map((row) => ({ kind: row.post.slice('members/'.length), reach: row.reach })),
    walls: Number(walls.count),
    looks: Number(looks.count),
  }
}

interface Reader {
  readonly id: string
  readonly name: string
  readonly post: string
  readonly reach: string
}

// Somebody is let in for several things, such as two open steps: what they see is said once.
const onceEach = (invited: readonly Reader[]): Reader[] =>
  invited.filter((one, at) => invited.findIndex(({ id }) => id === one.id) === at)

async function invitedTo(tx: Tx, recordId: string): Promise<Reader[]> {
  const { rows } = await sql<Reader>`
    select p.id, trim(coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name) as name,
           i.because as post, 'all' as reach
      from app.record_reader i
      join app.person p on p.organisation_id = i.organisation_id and p.id = i.person_id
     where i.organisation_id = ${contextOf(tx).actor.organisationId} and i.record_id = ${recordId}
       and (i.until is null or i.until > now())
       and not exists (select 1 from app.record_wall w where w.organisation_id = i.organisation_id
                          and w.record_id = i.record_id and w.person_id = i.person_id and w.lifted_at is null)
     order by 2, 3, 1`.execute(tx)
  return rows
}
