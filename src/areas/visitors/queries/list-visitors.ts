import { sql } from 'kysely'
import { policyVersion, textOf } from '#areas/policy/index.ts'
import { NotFound } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowIn } from '#platform/database/tx.ts'
import type { VisitorAsking, VisitorLine } from '../lines.ts'

/** The visitors and volunteers of now by name, or one of them, with what each is asked to sign. Two queries. */
export async function listVisitors(tx: Tx, id?: string): Promise<VisitorLine[]> {
  const rows = await tx
    .selectFrom('app.person_membership as m')
    .innerJoin('app.person as p', (join) =>
      join.onRef('p.organisation_id', '=', 'm.organisation_id').onRef('p.id', '=', 'm.person_id'),
    )
    .select((eb) => [
      'p.id',
      'p.email',
      sql<string>`trim(coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name)`.as('name'),
      eb.fn.min('m.kind').as('kind'),
      eb.fn.min('m.from_on').as('since'),
    ])
    .where('m.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('m.kind', 'in', ['visitor', 'volunteer'])
    .where('m.until_on', 'is', null)
    .where('p.ended_on', 'is', null)
    .$if(id !== undefined, (query) => query.where('p.id', '=', id ?? ''))
    .groupBy(['p.organisation_id', 'p.id'])
    .orderBy('p.family_name')
    .orderBy('p.given_name')
    .orderBy('p.id')
    .execute()
  const askings = await askingsOf(
    tx,
    rows.map((row) => row.id),
  )
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind,
    since: Temporal.PlainDate.from(row.since),
    mailed: row.email !== null,
    askings: askings.get(row.id) ?? [],
  }))
}

/** One visitor of now. */
export async function readVisitor(tx: Tx, id: string): Promise<VisitorLine> {
  const [found] = await listVisitors(tx, id)
  if (found === undefined) throw new NotFound('visitor.missing')
  return found
}

async function askingsOf(tx: Tx, people: readonly string[]): Promise<Map<string, VisitorAsking[]>> {
  const found = new Map<string, VisitorAsking[]>()
  if (people.length === 0) return found
  const rows = await tx
    .selectFrom('app.assent_request')
    .select(['id', 'about_id', 'assent', 'policy_version_id', 'school_id', 'state', 'due_at'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('about_id', 'in', [...people])
    .where('state', 'not in', ['ended', 'superseded'])
    .orderBy('asked_at')
    .orderBy('assent')
    .execute()
  for (const row of rows) {
    const { pack } = await policyVersion(tx, row.policy_version_id, row.school_id)
    const assent = pack.assents[row.assent]
    const signed = row.state === 'signed'
    const due = row.due_at === null ? null : Temporal.Instant.from(row.due_at)
    const one = {
      id: row.id,
      title: assent === undefined ? row.assent : textOf(assent.says),
      signed,
      late: !signed && due !== null && Temporal.Instant.compare(due, nowIn(tx)) < 0,
      here: assent?.ways.includes('in_person') === true,
    }
    found.set(row.about_id, [...(found.get(row.about_id) ?? []), one])
  }
  return found
}
