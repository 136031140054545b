import { sql } from 'kysely'
import { policyVersion, textOf } from '#areas/policy/index.ts'
import type { ShownItem } from '#pack/engines/assents/survey.ts'
import { choicesOf, shownSurvey } from '#pack/engines/assents/survey.ts'
import type { AssentItem } from '#pack/types/assent.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf, nowIn } from '#platform/database/tx.ts'
import { countsOf } from '../survey-count.ts'
import type { OpenSurvey, SurveyResult } from '../survey-results.ts'

const MOST = 120

/** The surveys of every school, newest first: results of those that are over, and which are still open. */
export async function readSurveys(tx: Tx): Promise<{ results: SurveyResult[]; open: OpenSurvey[] }> {
  return asSystem(tx, async () => {
    const rows = await countRows(tx)
    const results: SurveyResult[] = []
    const open: OpenSurvey[] = []
    for (const row of rows) {
      const { pack } = await policyVersion(tx, row.policy_version_id, row.school_id)
      const assent = pack.assents[row.assent]
      if (assent === undefined) continue
      const closesAt = Temporal.Instant.from(row.closes_at)
      const named = { title: textOf(assent.says), school: row.school, closesAt }
      if (Temporal.Instant.compare(nowIn(tx), closesAt) < 0) {
        open.push(named)
        continue
      }
      const shown = new Map(shownSurvey(assent, countsOf(row.answered, row.counts)).map((one) => [one.id, one]))
      results.push({
        ...named,
        assent: row.assent,
        schoolId: row.school_id,
        round: row.round,
        questions: assent.items.flatMap((item) => questionOf(item, shown.get(item.id))),
      })
    }
    return { results, open }
  })
}

const questionOf = (item: AssentItem, shown: ShownItem | undefined) =>
  shown === undefined ? [] : [{ says: textOf(item.says), choices: choicesOf(item), shown }]

async function countRows(tx: Tx) {
  return tx
    .selectFrom('app.survey_count as c')
    .innerJoin('app.school as s', (join) =>
      join.onRef('s.organisation_id', '=', 'c.organisation_id').onRef('s.id', '=', 'c.school_id'),
    )
    .select([
      'c.assent',
      'c.school_id',
      's.name as school',
      'c.round',
      'c.policy_version_id',
      'c.closes_at',
      'c.answered',
      'c.counts',
    ])
    .where('c.organisation_id', '=', contextOf(tx).actor.organisationId)
    .orderBy('c.round', 'desc')
    .orderBy('c.assent')
    .orderBy('s.name')
    .orderBy('c.school_id')
    .limit(MOST)
    .execute()
}

/** How many were asked in the last round of each survey, and how many of them have answered. */
export async function countAnswered(
  tx: Tx,
  assents: readonly string[],
): Promise<Map<string, { asked: number; answered: number }>> {
  if (assents.length === 0) return new Map()
  const rows = await tx
    .selectFrom('app.assent_request')
    .select(['assent', 'round', sql<number>`count(*)::int`.as('asked')])
    .select(sql<number>`(count(*) filter (where state = 'signed'))::int`.as('answered'))
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('assent', 'in', [...assents])
    .where('state', '<>', 'superseded')
    .groupBy(['assent', 'round'])
    .orderBy('round')
    .execute()
  return new Map(rows.map(({ assent, asked, answered }) => [assent, { asked, answered }]))
}
