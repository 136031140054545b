import { sql } from 'kysely'
import { subjectFacts, writeNotices } from '#areas/notices/index.ts'
import type { PolicyInForce } from '#areas/policy/index.ts'
import { policyVersion, refreshSoon, textOf } from '#areas/policy/index.ts'
import type { SystemActor } from '#core/actor.ts'
import { type LateStep, lateBy } from '#pack/engines/duties/late.ts'
import { type OpenStep, openSteps } from '#pack/engines/flow/open.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowIn } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { flowContext } from '../flow-context.ts'
import { loadRun } from '../run-store.ts'
import { whoIsToldLate } from './who-is-told-late.ts'

const MUST_ASK = 'Ask whoever leads on online safety what you need to do.'

/**
 * Tells those whom the policy names that an open step of a record is late: once for each line of its `late` and each visit. Who
 * may not read the record learns only that a step is late there. The line names nobody: it is read on a list. Run as the system.
 * @returns how many notices are new, and when the next step falls due or its next line of `late` comes.
 */
export async function tellLateSteps(
  tx: Tx,
  _system: SystemActor,
): Promise<{ told: number; next: Temporal.Instant | null }> {
  const now = nowIn(tx)
  const due = await nextDue(tx, now)
  const ahead = due === null ? [] : [due]
  let told = 0
  for (const record of await lateRecords(tx, now)) {
    const policy = await policyVersion(tx, record.policy_version_id, record.school_id)
    const context = await flowContext(tx, policy, record)
    for (const step of openSteps(policy.pack, await loadRun(tx, record.id), context)) {
      if (step.early) continue
      const late = lateBy(step.late, step.due, now, context.calendar)
      if (late.next !== null) ahead.push(late.next)
      for (const line of late.come) told += await tellLine(tx, policy, record, step, line)
    }
  }
  if (told > 0) await refreshSoon(tx)
  return { told, next: ahead.sort(Temporal.Instant.compare)[0] ?? null }
}

async function tellLine(tx: Tx, policy: PolicyInForce, record: LateRecord, step: OpenStep, line: LateStep) {
  const code = `${CODE}${step.key}/${line.index}`
  if (line.step.notify === undefined || (await isTold(tx, record.id, code))) return 0
  const facts = await subjectFacts(tx, { kind: 'record', id: record.id })
  const readers = await whoIsToldLate(tx, policy, record, line.step.notify)
  const says = `Late in ${record.reference}: ${textOf(line.step.says ?? step.title ?? step.says)}`
  const fresh = await writeNotices(
    tx,
    readers.map(({ readerId, party }) => ({
      readerId,
      code,
      says: facts.mayRead(readerId) ? says : `A step is late in ${record.reference}. ${MUST_ASK}`,
      href: facts.hrefFor(readerId),
      subject: facts.subject,
      party,
      clauses: step.clauses,
      urgent: false,
    })),
  )
  if (fresh.length > 0)
    recordEvent(tx, {
      code: `${record.kind}.step_late`,
      subject: facts.subject,
      recordId: record.id,
      policyVersionId: policy.id,
      clauses: step.clauses,
      details: { step: step.key, line: line.index, readers: fresh.map((notice) => notice.readerId) },
    })
  return fresh.length
}

const CODE = 'record.late/'

// Who comes to a post later does not hear of every line that somebody else was told of.
async function isTold(tx: Tx, recordId: string, code: string): Promise<boolean> {
  const row = await tx
    .selectFrom('app.notice')
    .select('id')
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('code', '=', code)
    .where('subject_id', '=', recordId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

interface LateRecord {
  readonly id: string
  readonly kind: string
  readonly reference: string
  readonly school_id: string
  readonly policy_version_id: string
  readonly opened_by: string | null
}

/** The open records with a step past its due time of which somebody is still to be told, under their policy. */
async function lateRecords(tx: Tx, now: Temporal.Instant): Promise<LateRecord[]> {
  const { organisationId } = contextOf(tx).actor
  const { rows: versions } = await sql<{ policy_version_id: string }>`
    select distinct r.policy_version_id from app.record_step s
      join app.record r on r.organisation_id = s.organisation_id and r.id = s.record_id and r.state = 'open'
     where s.organisation_id = ${organisationId} and s.due_at < ${now.toString()}
     order by r.policy_version_id`.execute(tx)
  const found: LateRecord[] = []
  for (const { policy_version_id } of versions) {
    const { pack } = await policyVersion(tx, policy_version_id, null)
    const telling = linesThatTell(pack)
    if (telling.size === 0) continue
    // Each line that was told left a code of its own.
    const { rows } = await sql<LateRecord>`
      select r.id, r.kind, r.reference, r.school_id, r.policy_version_id, r.opened_by
        from app.record r
       where r.organisation_id = ${organisationId} and r.policy_version_id = ${policy_version_id} and r.state = 'open'
         and exists (
           select 1 from app.record_step s
             join unnest(${[...telling.keys()]}::text[], ${[...telling.values()]}::int[]) as l (step, lines)
               on l.step = s.step
            where s.organisation_id = r.organisation_id and s.record_id = r.id and s.due_at < ${now.toString()}
              and l.lines > (select count(distinct n.code) from app.notice n
                              where n.organisation_id = r.organisation_id and n.subject_kind = 'record'
                                and n.subject_id = r.id and starts_with(n.code, ${CODE} || s.key || '/')))
       order by r.id`.execute(tx)
    found.push(...rows)
  }
  return found
}

// By the name of a step: the most lines that tell somebody, of all steps that are called so.
function linesThatTell(pack: Pack): Map<string, number> {
  const lines = new Map<string, number>()
  for (const { steps } of [...Object.values(pack.flows), ...Object.values(pack.records)])
    for (const [id, { late }] of Object.entries(steps)) {
      const count = late.filter((one) => one.notify !== undefined).length
      if (count > 0) lines.set(id, Math.max(count, lines.get(id) ?? 0))
    }
  return lines
}

async function nextDue(tx: Tx, now: Temporal.Instant): Promise<Temporal.Instant | null> {
  const row = await tx
    .selectFrom('app.record_step')
    .select((eb) => eb.fn.min('due_at').as('due'))
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('due_at', '>=', now.toString())
    .executeTakeFirst()
  const due: string | null | undefined = row?.due
  return due == null ? null : Temporal.Instant.from(due)
}
