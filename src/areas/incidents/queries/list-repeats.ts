import { sql } from 'kysely'
import type { PolicyInForce } from '#areas/policy/index.ts'
import { readSettings, textOf } from '#areas/policy/index.ts'
import type { RepeatRule } from '#pack/engines/repeats.ts'
import { repeatRule } from '#pack/engines/repeats.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowIn } from '#platform/database/tx.ts'
import type { Repeat } from '../repeat.ts'

const MOST_WEIGHED = 200
const MOST_SHOWN = 20

/** Who is in several, and by which rule. */
export interface Repeats {
  readonly rule: RepeatRule
  readonly pupils: readonly Repeat[]
}

/**
 * Pupils with several cases of late, most first. Candidates come from the circles in which this person reads everything; the
 * cases are then read under the row policies, so a case from which they are walled off neither shows nor counts.
 */
export async function listRepeats(tx: Tx, { pack }: PolicyInForce): Promise<Repeats> {
  const { zone } = await readSettings(tx)
  const rule = repeatRule(pack.records.incident, nowIn(tx), zone)
  const since = rule.since.toString()
  const parts = (pack.records.incident?.parts ?? []).filter(({ of }) => of.length === 1 && of[0] === 'pupil')
  const ids = parts.map((part) => part.id)
  const rows = await tx
    .selectFrom('app.record_person as k')
    .innerJoin('app.record as r', (join) =>
      join.onRef('r.organisation_id', '=', 'k.organisation_id').onRef('r.id', '=', 'k.record_id'),
    )
    .innerJoin('app.person as p', (join) =>
      join.onRef('p.organisation_id', '=', 'k.organisation_id').onRef('p.id', '=', 'k.person_id'),
    )
    .select(['p.id as personId', 'r.id', 'r.reference', 'k.part'])
    .select(sql<string>`trim(coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name)`.as('name'))
    .where('k.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where(
      sql<boolean>`k.person_id = any (array(select app.find_repeated('incident', ${ids}::text[], ${since}::timestamptz, ${rule.cases}, ${MOST_WEIGHED})))`,
    )
    .where('k.removed_at', 'is', null)
    .where('k.part', 'in', [...ids, ''])
    .where('r.kind', '=', 'incident')
    .where('r.state', 'in', ['open', 'closed'])
    .where('r.opened_at', '>=', since)
    .orderBy('r.opened_at')
    .orderBy('r.id')
    .orderBy('k.id')
    .execute()
  const says = new Map(parts.map((part) => [part.id, textOf(part.says)]))
  return {
    rule,
    pupils: gather(
      rows.map((row) => ({ ...row, part: says.get(row.part) ?? row.part })),
      rule.cases,
    ),
  }
}

interface Row {
  readonly personId: string
  readonly name: string
  readonly id: string
  readonly reference: string
  readonly part: string
}

/** Somebody in two parts of one case is in one case. */
function gather(rows: readonly Row[], least: number): Repeat[] {
  return [...Map.groupBy(rows, (row) => row.personId)]
    .map(([personId, own]) => ({
      personId,
      name: own[0]?.name ?? '',
      cases: [...Map.groupBy(own, (row) => row.id).values()].flatMap(([first, ...more]) =>
        first === undefined
          ? []
          : [{ id: first.id, reference: first.reference, part: [first, ...more].map((row) => row.part).join(', ') }],
      ),
    }))
    .filter((one) => one.cases.length >= least)
    .toSorted(
      (one, other) =>
        other.cases.length - one.cases.length || compareText(one.name + one.personId, other.name + other.personId),
    )
    .slice(0, MOST_SHOWN)
}

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
