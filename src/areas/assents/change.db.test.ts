import { describe, expect, test } from 'vitest'
import type { PersonActor } from '#core/actor.ts'
import { Forbidden, Refused } from '#core/errors.ts'
import { givenSchool, issueIn, requestOf, stateOf } from '#tests/support/agreements.ts'
import { useDatabase } from '#tests/support/database.ts'
import { packNamed } from '#tests/support/packs.ts'
import { noteChange, signAgreement } from './index.ts'

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
})
