import { settleCheck } from '#areas/duties/index.ts'
import { readSchools } from '#areas/people/index.ts'
import { policyInForce, refreshSoon } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { Forbidden, NotFound, Refused } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import type { Measure } from '#pack/types/measure.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf, enqueue, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import type { ChecksAs } from '../may-check.ts'
import { mayCheck } from '../may-check.ts'
import type { ProofKind } from '../say.ts'
import { proofsOf } from '../say.ts'

export interface CheckMeasure {
  /** Without `measure/`. */
  readonly measure: string
  /** The schools for which it was checked. */
  readonly schoolIds: readonly string[]
  readonly holds: boolean
  readonly proof: ProofKind
  /** What was seen. */
  readonly said: string
  /** The values as they are set, by their names in the pack; those that were not looked at are left out. */
  readonly asSet: Readonly<Record<string, string>>
}

/**
 * States whether a measure holds, with what was seen. It stands for good; a wrong word is put right by the next one. The duty
 * to check it is settled, whatever was found.
 * @throws Forbidden for whoever the policy does not ask, or who holds the measure.
 */
export async function checkMeasure(tx: Tx, actor: PersonActor, input: CheckMeasure): Promise<void> {
  const policy = await policyInForce(tx)
  const measure = policy.pack.measures[input.measure]
  if (measure === undefined) throw new NotFound('measure.missing')
  if (input.said.trim() === '') throw new Refused('measure.said', 'Say in a few words what you saw.')
  if (input.schoolIds.length === 0) throw new Refused('measure.school', 'Say for which school you checked it.')
  if (!proofsOf(measure).includes(input.proof))
    throw new Refused('measure.proof', 'The policy does not take that as proof.')
  for (const name of Object.keys(input.asSet))
    if (measure.value[name] === undefined) throw new Refused('measure.value', 'The policy has no such value.')
  const schools = (await readSchools(tx)).map((school) => school.id)
  for (const schoolId of new Set(input.schoolIds)) {
    if (!schools.includes(schoolId)) throw new Forbidden('measure.not_mine')
    const as = await mayCheck(tx, policy.pack, measure, { personId: actor.personId, schoolId })
    if (as === null) throw new Forbidden('measure.not_mine')
    const id = newId(contextOf(tx).clock)
    await write(tx, actor, input, { id, schoolId, as, policyVersionId: policy.id })
    note(tx, measure, input, { id, schoolId, as, policyVersionId: policy.id })
    await settleCheck(tx, actor, { measure: input.measure, schoolId, party: as.party, checkId: id })
    const event = `measure/${input.measure}#${input.holds ? 'checked' : 'failed'}`
    if (Object.values(policy.pack.duties).some((duty) => 'on' in duty && duty.on === event))
      await enqueue(tx, 'duty_event', { event, id, at: nowText(tx), schoolId })
  }
  await refreshSoon(tx)
}

interface Place {
  readonly id: string
  readonly schoolId: string
  readonly as: ChecksAs
  readonly policyVersionId: string
}

async function write(tx: Tx, actor: PersonActor, input: CheckMeasure, place: Place): Promise<void> {
  const insert = () =>
    tx
      .insertInto('app.measure_check')
      .values({
        organisation_id: actor.organisationId,
        id: place.id,
        policy_version_id: place.policyVersionId,
        school_id: place.schoolId,
        measure: input.measure,
        holds: input.holds,
        proof: input.proof,
        said: input.said,
        as_set: JSON.stringify(input.asSet),
        checked_by: actor.personId,
        party: place.as.party,
        stands_in: place.as.standsIn,
        checked_at: nowText(tx),
      })
      .execute()
  // The row policy knows who holds a post; that somebody stands in follows from the pack and was asked before.
  await (place.as.standsIn ? asSystem(tx, insert) : insert())
}

function note(tx: Tx, measure: Measure, input: CheckMeasure, place: Place): void {
  recordEvent(tx, {
    code: input.holds ? 'measure.holds' : 'measure.fails',
    subject: { kind: 'measure_check', id: place.id },
    policyVersionId: place.policyVersionId,
    clauses: measure.clauses,
    details: {
      measure: input.measure,
      school: place.schoolId,
      proof: input.proof,
      said: input.said,
      asSet: input.asSet,
      as: place.as.party,
      standsIn: place.as.standsIn,
    },
  })
}
