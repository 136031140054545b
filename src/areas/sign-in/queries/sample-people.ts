import { sql } from 'kysely'
import { yearGroupName } from '#areas/people/index.ts'
import { folded } from '#core/fold.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import type { SampleGroup, SamplePerson } from '../sample-person.ts'
import { SAMPLE_GROUPS } from '../sample-person.ts'
import { postNames } from './post-names.ts'

interface Row {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly posts: string[] | null
  readonly year: number | null
  readonly class: string | null
  readonly children: string | null
}

/** Everybody who holds a post, and the first of each other kind: enough to see every side of the program. Run as the system. */
export async function listSamplePeople(tx: Tx, words: string): Promise<SamplePerson[]> {
  const rows = await readRows(tx, words)
  const nameOf = await postNames(tx)
  return pick(rows, words !== '').map((row) => ({
    personId: row.id,
    name: row.name,
    group: groupOf(row),
    about: aboutOf(row, nameOf),
  }))
}

async function readRows(tx: Tx, words: string): Promise<Row[]> {
  const organisationId = contextOf(tx).actor.organisationId
  const { rows } = await sql<Row>`
    select * from (
      select distinct on (p.id) p.id, trim(coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name) as name, m.kind, m.year_group as year,
        (select array_agg(h.post order by h.post) from app.post_holder h where h.organisation_id = p.organisation_id and h.person_id = p.id and h.until_on is null) as posts,
        (select min(c.name) from app.class_member k join app.class c on c.organisation_id = k.organisation_id and c.id = k.class_id
          where k.organisation_id = p.organisation_id and k.person_id = p.id and k.until_on is null and c.kind = 'homeroom') as class,
        (select string_agg(c.given_name, ', ' order by c.given_name, c.id) from app.family_link l join app.person c on c.organisation_id = l.organisation_id and c.id = l.child_id
          where l.organisation_id = p.organisation_id and l.adult_id = p.id and l.until_on is null) as children
      from app.person p join app.person_membership m on m.organisation_id = p.organisation_id and m.person_id = p.id and m.until_on is null
      where p.organisation_id = ${organisationId} and p.ended_on is null
      order by p.id, case m.kind when 'staff' then 0 when 'governor' then 1 else 2 end, m.from_on, m.id
    ) known
    where ${words} = '' or app.folded(name) like ${`%${folded(words).replace(/[%_\\]/g, '\\$&')}%`}
    order by (posts is null), kind, year nulls first, name collate "und-x-icu", id
    limit 2000`.execute(tx)
  return rows
}

const EACH = 6
const MOST_FOUND = 60

function pick(rows: readonly Row[], searched: boolean): Row[] {
  if (searched) return rows.slice(0, MOST_FOUND)
  const seen = new Map<string, number>()
  return rows.filter((row) => {
    if (row.posts !== null) return true
    const count = (seen.get(row.kind) ?? 0) + 1
    seen.set(row.kind, count)
    return count <= EACH
  })
}

const groupOf = ({ kind, posts }: Row): SampleGroup =>
  kind === 'staff' && posts !== null ? 'post' : (SAMPLE_GROUPS.find((group) => group === kind) ?? 'visitor')

function aboutOf(row: Row, nameOf: (post: string) => string): string {
  const parts = [
    ...(row.posts ?? []).map(nameOf),
    ...(row.kind === 'pupil' && row.year !== null ? [yearGroupName(row.year)] : []),
    ...(row.class === null ? [] : [row.class]),
    ...(row.children === null ? [] : [`parent of ${row.children}`]),
  ]
  return [...new Set(parts)].join(' · ')
}
