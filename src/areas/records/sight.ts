import type { PolicyInForce } from '#areas/policy/index.ts'
import { NotFound } from '#core/errors.ts'
import { flowJudge } from '#pack/engines/judges.ts'
import type { Sight } from '#pack/types/sight.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import { recordValues, worldOf } from './flow-context.ts'
import { letIn } from './let-in.ts'
import { writeNotes } from './notes.ts'
import { peopleNow } from './queries/people-now.ts'
import type { SeenBy } from './queries/seen-by.ts'
import { seenBy } from './queries/seen-by.ts'
import { wallsOf } from './queries/walls-of.ts'

/** A record with what its sight is judged from. */
export interface SightFacts {
  readonly id: string
  readonly kind: string
  readonly openedBy: string | null
  readonly values: Readonly<Record<string, unknown>>
  readonly people: readonly { readonly personId: string; readonly part: string }[]
  readonly walled: readonly string[]
  readonly seen: SeenBy
}

/**
 * Opens a record to those beside its circle whom the pack's sight names: those let in while a condition holds, and those who
 * are told certain fields and nothing else. Called whenever a record is opened or changed. Runs as the system.
 */
export async function applySight(tx: Tx, policy: PolicyInForce, recordId: string): Promise<void> {
  const record = await readRecord(tx, recordId)
  const rows = (policy.pack.records[record.kind]?.sight ?? []).filter(
    (row) => row.when !== undefined || typeof row.sees === 'object' || row.who === 'opener',
  )
  if (rows.length === 0) return
  const values = await recordValues(tx, recordId)
  const people = await peopleNow(tx, recordId)
  const walled = await wallsOf(tx, recordId)
  const facts: SightFacts = {
    id: recordId,
    kind: record.kind,
    openedBy: record.openedBy,
    values,
    people,
    walled,
    seen: await seenBy(tx, record.schoolId, people, rows),
  }
  const judge = flowJudge(policy.pack, values, await worldOf(tx, policy.pack, recordId))
  const scope = {
    chart: `record/${record.kind}` as const,
    answers: {},
    fields: {},
    branch: null,
    people: people.map((one) => ({ person: one.personId, part: one.part })),
  }
  const holding = rows.filter((row) => row.when === undefined || judge(row.when, scope) === 'yes')
  const invited = holding.filter(letsIn).flatMap((row) => whoSees(row, facts))
  await letIn(
    tx,
    recordId,
    'sight',
    [...new Set(invited)].filter((person) => !walled.includes(person)),
  )
  for (const row of holding) if (typeof row.sees === 'object') await writeNotes(tx, policy, facts, row)
}

// Without a condition a post belongs to the circle itself.
const letsIn = (row: Sight): boolean =>
  row.sees === 'all' && (row.who === 'opener' || (row.which === 'all' && row.when !== undefined))

function whoSees({ who }: Sight, { openedBy, seen }: SightFacts): readonly string[] {
  if (who === 'opener') return openedBy === null ? [] : [openedBy]
  return seen.posts[who] ?? []
}

async function readRecord(tx: Tx, recordId: string) {
  const row = await tx
    .selectFrom('app.record')
    .select(['kind', 'school_id', 'opened_by'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('id', '=', recordId)
    .executeTakeFirstOrThrow(() => new NotFound('record.missing'))
  return { kind: row.kind, schoolId: row.school_id, openedBy: row.opened_by }
}
