import { sql } from 'kysely'
import { z } from 'zod'
import { appliesOf } from '#pack/engines/tables/applied.ts'
import { type EarlierDecision, isEarlier, type KnownOfPeople } from '#pack/engines/tables/counted.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/**
 * What the tables of a record ask of its people: what was decided about each before, and what they are to the school.
 * Only cases of the same circle count, and only those that whoever asks may read: those who handle this one count alike, and
 * no number gives away a case that is kept from them. What was voided, taken back or said anew counts no more.
 * @returns undefined where no table of the policy asks.
 */
export async function knownOfPeople(tx: Tx, pack: Pack, recordId: string): Promise<KnownOfPeople | undefined> {
  if (!asksOfPeople(pack)) return undefined
  return { earlier: await earlierDecisions(tx, recordId), kinds: await kindsOf(tx, recordId) }
}

const asksOfPeople = (pack: Pack): boolean =>
  [...Object.values(pack.flows), ...Object.values(pack.records)]
    .flatMap(({ steps }) => Object.values(steps))
    .some((step) =>
      Object.values(appliesOf(step)?.with ?? {}).some(
        (from) => typeof from === 'object' && (isEarlier(from) || 'person' in from),
      ),
    )

const given = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))

async function earlierDecisions(tx: Tx, recordId: string): Promise<EarlierDecision[]> {
  const { organisationId } = contextOf(tx).actor
  // Of each step of each earlier case the last that was said; of a step outside every branch it is about whoever the case names.
  const { rows } = await sql<{ record: string; person: string; parts: string[]; table: string; given: unknown }>`
    with alike as (
      select b.record_id, b.person_id, array_agg(distinct b.part order by b.part) as parts
        from app.record_person k
        join app.record here on here.organisation_id = k.organisation_id and here.id = k.record_id
        join app.record_person b on b.organisation_id = k.organisation_id and b.person_id = k.person_id
         and b.part = k.part and b.record_id <> k.record_id and b.removed_at is null
        join app.record earlier on earlier.organisation_id = b.organisation_id and earlier.id = b.record_id
         and earlier.kind = here.kind and earlier.circle = here.circle and earlier.state in ('open', 'closed')
         and (earlier.opened_at, earlier.id) < (here.opened_at, here.id)
       where k.organisation_id = ${organisationId} and k.record_id = ${recordId} and k.removed_at is null
       group by b.record_id, b.person_id),
    said as (
      select distinct on (a.record_id, a.person_id, e.event ->> 'step') a.record_id, a.person_id, a.parts, e.event
        from alike a
        join app.record_event e on e.organisation_id = ${organisationId} and e.record_id = a.record_id
       where e.event ->> 'kind' in ('answered', 'taken_back', 'not_needed')
         and (e.event ->> 'branch' = a.person_id::text or (e.event ->> 'branch' is null and not exists (
               select 1 from app.record_person other where other.organisation_id = ${organisationId}
                  and other.record_id = a.record_id and other.person_id <> a.person_id and other.removed_at is null)))
       order by a.record_id, a.person_id, e.event ->> 'step', e.seq desc)
    select record_id as record, person_id as person, parts, event -> 'applied' ->> 'table' as "table",
           event -> 'applied' -> 'given' as given
      from said
     where event ->> 'kind' = 'answered' and event ? 'applied' and jsonb_array_length(event -> 'answers') > 0
     order by record_id, person_id, event ->> 'step'`.execute(tx)
  return rows.map((row) => ({ ...row, given: given.parse(row.given) }))
}

async function kindsOf(tx: Tx, recordId: string): Promise<Record<string, string>> {
  const rows = await tx
    .selectFrom('app.record_person as k')
    .innerJoin('app.person_membership as m', (join) =>
      join.onRef('m.organisation_id', '=', 'k.organisation_id').onRef('m.person_id', '=', 'k.person_id'),
    )
    .select(['m.person_id', 'm.kind'])
    .where('k.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('k.record_id', '=', recordId)
    .where('k.removed_at', 'is', null)
    .where('m.until_on', 'is', null)
    .orderBy('m.from_on', 'desc')
    .orderBy('m.id', 'desc')
    .execute()
  return Object.fromEntries(rows.map((row) => [row.person_id, row.kind]))
}
