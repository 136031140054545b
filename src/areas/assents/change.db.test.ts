import { describe, expect, test } from 'vitest'
import type { PersonActor } from '#core/actor.ts'
import { Forbidden, Refused } from '#core/errors.ts'
import { givenSchool, issueIn, requestOf, stateOf } from '#tests/support/agreements.ts'
import { useDatabase } from '#tests/support/database.ts'
import { packNamed } from '#tests/support/packs.ts'
import { noteChange, signAgreement } from './index.ts'
import { inQuestion } from './queries/in-question.ts'

describe('a change in the family', () => {
  const t = useDatabase('2026-09-07T08:00:00Z')

  test('suspends what the policy says, asks it again once, and leaves everything else as it was', async () => {
    const { organisation, esi, mother, lead } = await givenSchool(t)
    await issueIn(t, organisation)
    const [images, rules] = [await requestOf(t, esi, 'pupil_images'), await requestOf(t, esi, 'secondary_agreement')]
    const answers = Object.fromEntries(
      (packNamed('special-all-through').assents.pupil_images?.items ?? []).map((item) => [item.id, true]),
    )
    const sign = (requestId: string) =>
      t.as(mother, (tx) => signAgreement(tx, mother, { requestId, typedName: 'Abena Mensah', answers }))
    await sign(images)
    expect(await stateOf(t, images)).toBe('signed')
    t.clock.set('2026-10-05T09:00:00Z')

    const note = (actor: PersonActor) =>
      t.as(actor, (tx) => noteChange(tx, actor, { aboutId: esi.personId, event: 'circumstances.changed' }))
    await expect(note(mother)).rejects.toThrow(Forbidden)
    expect(await note(lead)).toBe(1)
    expect(await stateOf(t, images)).toBe('superseded')
    const again = await requestOf(t, esi, 'pupil_images')
    expect(await stateOf(t, again)).toBe('open')
    expect(await requestOf(t, esi, 'secondary_agreement')).toBe(rules)
    await expect(note(lead)).rejects.toThrow(Refused)

    // The usual round, which is once for the whole stay, does not ask a third time.
    t.clock.set('2026-10-06T09:00:00Z')
    expect((await issueIn(t, organisation)).asked).toBe(0)
    await sign(again)
    expect(await stateOf(t, again)).toBe('signed')
  })

  test('is noted by the kinds that the policy names, of which none is kept, and begins the duty that belongs to it', async () => {
    const school = await givenSchool(t, 'village-primary')
    await issueIn(t, school.organisation)
    const changes = await t.as(school.lead, (tx) => inQuestion(tx, school.kofi.personId))
    expect(changes.map((one) => one.says ?? one.event)).toEqual([
      'A divorce or separation',
      'A dispute about custody',
      'Something else by which consent might be questioned',
      'person.changed_parents',
    ])
    t.clock.set('2026-10-12T09:00:00Z')
    const input = {
      aboutId: school.kofi.personId,
      event: 'circumstances.changed',
      kind: 'list/circumstance#divorce',
    } as const
    expect(await t.as(school.lead, (tx) => noteChange(tx, school.lead, input))).toBe(1)
    const rows = await t.peek<{ row: unknown }>(
      `select to_jsonb(d) as row from app.ledger_detail d where organisation_id = $1`,
      [school.organisation.organisationId],
    )
    expect(rows.some(({ row }) => JSON.stringify(row).includes('divorce'))).toBe(false)
    const duties = await t.peek<{ payload: { event: string; personId: string } }>(
      `select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks k on k.id = j.task_id
        where k.identifier = 'duty_event'`,
    )
    expect(duties.map((one) => one.payload)).toContainEqual(
      expect.objectContaining({ event: 'circumstances.changed', personId: school.kofi.personId }),
    )
  })
})
