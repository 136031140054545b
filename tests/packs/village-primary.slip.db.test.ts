import { expect, test } from 'vitest'
import { askOfRecord, signAgreement } from '#areas/assents/index.ts'
import { openRecord } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import { requestOf } from '#tests/support/agreements.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenFamily, givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'

const t = useDatabase('2026-10-06T09:00:00Z')

test('the slip for a pupil’s device is signed by a parent, then by the pupil, and by the head last', async () => {
  const organisation = await givenOrganisation(t)
  await givenPolicy(t, organisation, 'village-primary')
  const head = await givenPerson(t, organisation, { kind: 'staff', name: 'Tomas Birk', posts: ['head'] })
  const pupil = await givenPerson(t, organisation, { kind: 'pupil', name: 'Robin Hale', yearGroup: 5 })
  const mother = await givenPerson(t, organisation, { kind: 'parent', name: 'Ruth Hale' })
  await givenFamily(t, mother, pupil)
  const { id } = await t.as(head, (tx) =>
    openRecord(tx, head, {
      kind: 'pupil_device',
      schoolId: organisation.schoolId,
      title: 'A telephone',
      category: null,
      occurredAt: null,
      fields: { device_which: 'A telephone', stays_off: true, nothing_wrong_on_it: true, no_liability_known: true },
      people: [{ part: 'device_pupil', personId: pupil.personId, described: null }],
    }),
  )
  const system = systemActor(organisation.organisationId, 'tests')
  const ask = () =>
    t.as(system, (tx) => askOfRecord(tx, system, { recordId: id, event: 'record/pupil_device#education' }))
  expect([await ask(), await ask()]).toEqual([1, 0])
  const requestId = await requestOf(t, pupil, 'device_slip')
  const answers = { stays_off: true, content: true, risk: true }
  const sign = (who: PersonActor) =>
    t.as(who, (tx) => signAgreement(tx, who, { requestId, typedName: 'A Name', answers }))
  await expect(sign(head)).rejects.toMatchObject({ code: 'agreement.sign.not_yet' })
  expect(await sign(mother)).toMatchObject({ settled: false })
  expect(await sign(pupil)).toMatchObject({ settled: false })
  expect(await sign(head)).toMatchObject({ settled: true })
})
