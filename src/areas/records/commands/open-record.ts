import type { PolicyInForce } from '#areas/policy/index.ts'
import { circleAt, policyInForce, refreshSoon } from '#areas/policy/index.ts'
import type { Actor } from '#core/actor.ts'
import { personOf } from '#core/actor.ts'
import { Refused } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import { flowJudge } from '#pack/engines/judges.ts'
import { refusedAnswers } from '#pack/engines/refused-answers.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf, enqueue, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { assertOpens } from '../asked-guards.ts'
import { carryOut } from '../effects/carry-out.ts'
import { setWalls } from '../kept-out.ts'
import { letInByStep } from '../let-in.ts'
import type { NewPerson } from '../people.ts'
import { insertPeople } from '../people.ts'
import { nextReference } from '../reference.ts'
import { saveStart } from '../run-store.ts'
import { applySight } from '../sight.ts'
import type { FollowsFrom } from './open-following.ts'

export interface OpenRecord {
  readonly kind: string
  readonly schoolId: string
  readonly title: string
  readonly category: string | null
  readonly occurredAt: Temporal.Instant | null
  readonly fields: Readonly<Record<string, unknown>>
  readonly people: readonly NewPerson[]
}

/**
 * Opens a record of a kind that the pack declares, and starts its steps.
 * A gate that stops the kind is asked first. Whoever is named in a part that the pack keeps out is walled off at once, before anybody can look.
 */
export async function openRecord(
  tx: Tx,
  actor: Actor,
  input: OpenRecord,
): Promise<{ id: string; reference: string; policy: PolicyInForce }> {
  const policy = await policyInForce(tx, input.schoolId)
  await assertOpens(tx, actor, policy, input)
  return { ...(await openUnder(tx, actor, policy, input, null)), policy }
}

/** The same under one version of the policy; `from` is the case that it follows from and shares its circle and its walls with. */
export async function openUnder(
  tx: Tx,
  actor: Actor,
  policy: PolicyInForce,
  input: OpenRecord,
  from: FollowsFrom | null,
): Promise<{ id: string; reference: string }> {
  const { organisationId } = actor
  assertTaken(policy, input)
  const id = newId(contextOf(tx).clock)
  const reference = await nextReference(tx, organisationId, input.kind)
  const circle = from?.circle ?? circleAt(policy, input.kind, input.schoolId)
  await asSystem(tx, async () => {
    await tx
      .insertInto('app.record')
      .values({
        organisation_id: organisationId,
        id,
        kind: input.kind,
        reference,
        school_id: input.schoolId,
        circle,
        category: input.category,
        state: 'open',
        policy_version_id: policy.id,
        occurred_at: input.occurredAt?.toString() ?? null,
        opened_at: nowText(tx),
        opened_by: personOf(actor),
      })
      .execute()
    await tx
      .insertInto('app.record_detail')
      .values({
        organisation_id: organisationId,
        record_id: id,
        title: input.title,
        fields: JSON.stringify(input.fields),
      })
      .execute()
    if (from !== null)
      await tx
        .insertInto('app.record_origin')
        .values({ organisation_id: organisationId, record_id: id, from_record_id: from.id, effect: from.effect })
        .execute()
    await insertPeople(tx, id, input.people)
    await setWalls(tx, policy, { id, kind: input.kind, school_id: input.schoolId, circle })
    const started = await saveStart(tx, policy, {
      recordId: id,
      kind: input.kind,
      schoolId: input.schoolId,
      by: personOf(actor),
      people: input.people,
    })
    const record = { id, kind: input.kind, school_id: input.schoolId, circle, opened_by: personOf(actor) }
    await letInByStep(tx, policy, record, started)
    await carryOut(tx, policy, record, started)
    await applySight(tx, policy, id)
  })
  recordEvent(tx, {
    code: `${input.kind}.opened`,
    subject: { kind: 'record', id },
    recordId: id,
    policyVersionId: policy.id,
    clauses: policy.pack.records[input.kind]?.clauses ?? [],
    details: { reference, title: input.title, category: input.category, fields: input.fields, people: input.people },
  })
  await enqueue(tx, 'record_moment', { recordId: id, moment: 'opened' })
  await refreshSoon(tx)
  return { id, reference }
}

// A form says it beside the field; whoever comes another way is refused all the same.
function assertTaken(policy: PolicyInForce, { kind, fields }: OpenRecord): void {
  const judge = (expression: string) =>
    flowJudge(policy.pack, fields)(expression, {
      chart: `record/${kind}`,
      answers: {},
      fields: {},
      people: [],
      branch: null,
    })
  const [refusal] = Object.values(refusedAnswers(policy.pack.records[kind]?.fields ?? [], fields, judge))
  if (refusal !== undefined) throw new Refused('record.field.refused', refusal)
}
