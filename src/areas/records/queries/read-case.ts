import { sql } from 'kysely'
import type { PolicyInForce } from '#areas/policy/index.ts'
import { policyVersion } from '#areas/policy/index.ts'
import { personOf } from '#core/actor.ts'
import { NotFound, Refused } from '#core/errors.ts'
import type { Drawing } from '#pack/engines/flow/draw.ts'
import { drawRun } from '#pack/engines/flow/draw.ts'
import type { EvidenceOfRecord } from '#pack/engines/flow/evidence.ts'
import type { OpenStep } from '#pack/engines/flow/open.ts'
import { openIn } from '#pack/engines/flow/open.ts'
import { replay } from '#pack/engines/flow/replay.ts'
import type { Run } from '#pack/engines/flow/run.ts'
import { type Telling, tellingsTaken } from '#pack/engines/flow/tells.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import { recordLook } from '#platform/ledger/event.ts'
import { flowContext } from '../flow-context.ts'
import type { RecordHome } from '../home.ts'
import { wantsReason } from '../looks/wants-reason.ts'
import { loadRun } from '../run-store.ts'
import { evidenceAtHand } from './evidence-at-hand.ts'

/** Somebody in a part of a case. */
export interface CasePerson {
  readonly id: string
  readonly personId: string | null
  readonly name: string
  readonly part: string
}

/** A record as its handlers see it: the whole of it. */
export interface Case {
  readonly id: string
  readonly kind: string
  readonly reference: string
  readonly schoolId: string
  readonly circle: string
  readonly category: string | null
  readonly state: string
  readonly filesLocked: boolean
  readonly openedAt: Temporal.Instant
  readonly openedBy: string | null
  readonly closedAt: Temporal.Instant | null
  readonly voidReason: string | null
  readonly title: string
  readonly fields: Readonly<Record<string, unknown>>
  readonly people: readonly CasePerson[]
  /** Those of them who are children, as the engine names them. */
  readonly children: readonly string[]
  readonly policy: PolicyInForce
  readonly run: Run
  readonly open: readonly OpenStep[]
  /** Whom the steps that were taken tell, with the people of today. */
  readonly tells: readonly Telling[]
  readonly evidence: EvidenceOfRecord
  readonly drawing: Drawing
}

/**
 * Reads a case for somebody of its circle and writes down that they looked.
 * @throws NotFound for everybody else, so that nobody learns that it exists.
 */
export async function readCase(tx: Tx, recordId: string): Promise<Case> {
  const organisationId = contextOf(tx).actor.organisationId
  const row = await tx
    .selectFrom('app.record as r')
    .innerJoin('app.record_detail as d', (join) =>
      join.onRef('d.organisation_id', '=', 'r.organisation_id').onRef('d.record_id', '=', 'r.id'),
    )
    .select([
      'r.id',
      'r.kind',
      'r.reference',
      'r.school_id',
      'r.circle',
      'r.category',
      'r.state',
      'r.files_locked',
      'r.policy_version_id',
      'r.opened_at',
      'r.opened_by',
      'r.closed_at',
      'd.title',
      'd.void_reason',
      'd.fields',
    ])
    .where('r.organisation_id', '=', organisationId)
    .where('r.id', '=', recordId)
    .executeTakeFirstOrThrow(() => new NotFound('record.missing'))
  const policy = await policyVersion(tx, row.policy_version_id, row.school_id)
  const run = await loadRun(tx, recordId)
  const context = await flowContext(tx, policy, row)
  const state = replay(policy.pack, run, context)
  recordLook(tx, { code: `${row.kind}.viewed`, subject: { kind: 'record', id: recordId }, recordId })
  return {
    id: row.id,
    kind: row.kind,
    reference: row.reference,
    schoolId: row.school_id,
    circle: row.circle,
    category: row.category,
    state: row.state,
    filesLocked: row.files_locked,
    openedAt: Temporal.Instant.from(row.opened_at),
    openedBy: row.opened_by,
    closedAt: row.closed_at === null ? null : Temporal.Instant.from(row.closed_at),
    voidReason: row.void_reason,
    title: row.title,
    fields: typeof row.fields === 'object' && row.fields !== null && !Array.isArray(row.fields) ? row.fields : {},
    people: await peopleOfCase(tx, recordId),
    children: context.children ?? [],
    policy,
    run,
    open: openIn(state, run, context),
    tells: tellingsTaken(state, context.children ?? []),
    evidence: await evidenceAtHand(tx, policy.pack, row),
    drawing: drawRun(policy.pack, run, context),
  }
}

/**
 * The same for the pages of one home.
 * @throws NotFound also for a record of a kind that stands elsewhere; Refused, with the way to say it, for whoever has to give
 * a reason first.
 */
export async function readCaseIn(tx: Tx, home: Pick<RecordHome, 'owns' | 'paths'>, recordId: string): Promise<Case> {
  const one = await readCase(tx, recordId)
  if (!home.owns(one.kind)) throw new NotFound('record.missing')
  await assertSaidWhy(tx, one, home.paths)
  return one
}

/**
 * Makes sure that whoever looks at a record has said why, where the policy wants it: also on the pages of other areas.
 * @throws Refused, with the way to say it.
 */
export async function assertSaidWhy(
  tx: Tx,
  one: Pick<Case, 'id' | 'kind' | 'openedBy' | 'policy'>,
  paths: Pick<RecordHome['paths'], 'why'>,
): Promise<void> {
  if (await wantsReason(tx, personOf(contextOf(tx).actor), one.policy.pack.records[one.kind], one))
    throw new Refused('record.reason_wanted', 'The policy wants to know why you look at this. Say it first.', {
      href: paths.why.to(one.id),
      text: 'Say why',
    })
}

/** Whether the person who acts may read a record now. */
export async function mayRead(tx: Tx, recordId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('app.record_detail')
    .select('record_id')
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('record_id', '=', recordId)
    .executeTakeFirst()
  return row !== undefined
}

/** Everybody who is in a case now, with their names as the reader may know them. */
export async function peopleOfCase(tx: Tx, recordId: string): Promise<CasePerson[]> {
  const rows = await tx
    .selectFrom('app.record_person as k')
    .leftJoin('app.person as p', (join) =>
      join.onRef('p.organisation_id', '=', 'k.organisation_id').onRef('p.id', '=', 'k.person_id'),
    )
    .select(['k.id', 'k.person_id', 'k.described', 'k.part'])
    .select(sql<string | null>`trim(coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name)`.as('name'))
    .where('k.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('k.record_id', '=', recordId)
    .where('k.removed_at', 'is', null)
    .orderBy('k.added_at')
    .orderBy('k.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    name: row.name ?? row.described ?? 'Somebody',
    part: row.part,
  }))
}

/** The names of people who did something, by id. */
export async function namesOf(tx: Tx, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await tx
    .selectFrom('app.person')
    .select(['id', sql<string>`trim(coalesce(preferred_name, given_name) || ' ' || family_name)`.as('name')])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('id', 'in', wanted)
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}
