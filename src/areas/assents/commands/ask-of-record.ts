import { audienceContext, personFacts, readCalendar, readGuardians } from '#areas/people/index.ts'
import type { PolicyInForce } from '#areas/policy/index.ts'
import { policyInForce, refreshSoon } from '#areas/policy/index.ts'
import type { SystemActor } from '#core/actor.ts'
import { dayOf } from '#core/calendar/school-calendar.ts'
import { newId } from '#core/ids.ts'
import { askedOf, assentsFor } from '#pack/engines/assents/asked.ts'
import { isAskedOn } from '#pack/engines/assents/occasions.ts'
import { dueOf } from '#pack/engines/assents/standing.ts'
import type { Assent } from '#pack/types/assent.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowIn, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { clausesOf } from '../agreement-text.ts'
import { letIn, othersAmong } from '../ask-others.ts'
import { writeLetters } from '../letters.ts'
import { postHolders } from '../queries/post-holders.ts'
import type { AskedInRecord, NamedRecord } from '../queries/read-record.ts'
import { readAskedInRecord, readNamedRecord } from '../queries/read-record.ts'
import { OVER } from '../request.ts'
import { hashOf } from './issue-agreements.ts'

/** What happened in a record because of which people named in it may be asked. */
export interface AskOfRecord {
  readonly recordId: string
  /** `record/conference#opened`; `…#changed` also asks those who were named later. */
  readonly event: string
}

/**
 * Asks the people who are named in a record for what the policy wants of them because of it, each once for this record, and
 * asks nobody any more who is no longer named. Run as the system.
 * @returns how many were asked.
 */
export async function askOfRecord(tx: Tx, system: SystemActor, { recordId, event }: AskOfRecord): Promise<number> {
  const record = await readNamedRecord(tx, recordId)
  if (record === null) return 0
  const policy = await policyInForce(tx, record.schoolId)
  const before = await readAskedInRecord(tx, recordId)
  let asked = 0
  for (const [id, assent] of Object.entries(policy.pack.assents)) {
    const own = before.filter((one) => one.assent === id)
    const again = own.length > 0 && event === `record/${record.kind}#changed`
    if (!again && !isAskedOn(assent, event)) continue
    const people = record.state === 'voided' ? [] : await whom(tx, policy, id, assent, record)
    await endOthers(tx, own, people)
    asked += await ask(
      tx,
      system,
      policy,
      { id, assent, record },
      people.filter((one) => !isLive(own, one)),
    )
  }
  if (asked > 0) await refreshSoon(tx)
  return asked
}

const isLive = (before: readonly AskedInRecord[], personId: string): boolean =>
  before.some((one) => one.aboutId === personId)

/** Those whom the assent means: named in its parts, or of its audience and named in any. */
async function whom(tx: Tx, policy: PolicyInForce, id: string, assent: Assent, record: NamedRecord): Promise<string[]> {
  const named = [...new Set(record.people.filter((one) => isMeant(assent, one.part)).map((one) => one.personId))]
  if (named.length === 0 || typeof assent.for !== 'string') return named
  const facts = await personFacts(tx, named)
  const today = dayOf(await readCalendar(tx, record.schoolId), nowIn(tx))
  const context = audienceContext(policy.pack)
  return named.filter((personId) => {
    const person = facts.get(personId)
    return (
      person !== undefined &&
      assentsFor(policy.pack, person, [], today, context).asked.some((one) => one.assent === `assent/${id}`)
    )
  })
}

const isMeant = (assent: Assent, part: string): boolean =>
  typeof assent.for === 'string' || assent.for.parts.includes(part)

async function endOthers(tx: Tx, before: readonly AskedInRecord[], people: readonly string[]): Promise<void> {
  const gone = before.filter((one) => !people.includes(one.aboutId)).map((one) => one.id)
  if (gone.length === 0) return
  await tx
    .updateTable('app.assent_request')
    .set({ state: 'ended' })
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('id', 'in', gone)
    .where('state', 'not in', OVER)
    .execute()
}

interface Asking {
  readonly id: string
  readonly assent: Assent
  readonly record: NamedRecord
}

async function ask(
  tx: Tx,
  system: SystemActor,
  policy: PolicyInForce,
  { id, assent, record }: Asking,
  people: readonly string[],
): Promise<number> {
  if (people.length === 0) return 0
  const guardians = await readGuardians(tx, [...people])
  const calendar = await readCalendar(tx, record.schoolId)
  const today = dayOf(calendar, nowIn(tx))
  const holders = await postHolders(tx, record.schoolId)
  const asked = people.map((aboutId) => {
    const required = askedOf(`assent/${id}`, assent, aboutId, guardians.get(aboutId) ?? [], today, holders)
    const slots = required.order === 'in_order' ? required.slots.slice(0, 1) : required.slots
    const signers = [...new Set(slots.flatMap((slot) => slot.people))]
    return { id: newId(contextOf(tx).clock), assent: id, aboutId, signers, others: othersAmong(required, signers) }
  })
  await tx
    .insertInto('app.assent_request')
    .values(
      asked.map((one) => ({
        organisation_id: system.organisationId,
        id: one.id,
        policy_version_id: policy.id,
        assent: id,
        about_id: one.aboutId,
        school_id: record.schoolId,
        record_id: record.id,
        round: record.id,
        state: 'open',
        asked_at: nowText(tx),
        due_at: dueOf(assent, { askedAt: nowText(tx), version: policy.id }, calendar),
      })),
    )
    .execute()
  await letIn(
    tx,
    asked.map((one) => ({ requestId: one.id, people: one.others })),
  )
  await writeLetters(tx, policy, 'asked', asked)
  recordEvent(tx, {
    code: 'agreement.asked',
    recordId: record.id,
    policyVersionId: policy.id,
    clauses: clausesOf(assent),
    details: { asked: asked.length, ended: 0, assents: [id], hash: hashOf(asked) },
  })
  return asked.length
}
