import { expect, test } from 'vitest'
import { openRecord, readCase, takeStep } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenFamily, givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'

const t = useDatabase('2026-10-06T09:00:00Z')

test('images leave the network with a yes of a parent, of the adult pictured or of the head, and of nobody else', async () => {
  const organisation = await givenOrganisation(t)
  await givenPolicy(t, organisation, 'independent-school')
  const head = await givenPerson(t, organisation, { kind: 'staff', name: 'Moira Tolland', posts: ['head'] })
  const teacher = await givenPerson(t, organisation, { kind: 'staff', name: 'Greta Sand' })
  const other = await givenPerson(t, organisation, { kind: 'staff', name: 'Olu Farrant' })
  const pupil = await givenPerson(t, organisation, { kind: 'pupil', name: 'Robin Hale', yearGroup: 9 })
  const mother = await givenPerson(t, organisation, { kind: 'parent', name: 'Ruth Hale' })
  await givenFamily(t, mother, pupil)
  const asks = async (pictured: PersonActor, part: 'student' | 'adult') => {
    const { id } = await t.as(teacher, (tx) =>
      openRecord(tx, teacher, {
        kind: 'image_release',
        schoolId: organisation.schoolId,
        title: 'A picture for the paper',
        category: null,
        occurredAt: null,
        fields: { release_what: 'One picture of the play' },
        people: [{ part, personId: pictured.personId, described: null }],
      }),
    )
    return id
  }
  const says = (person: PersonActor, recordId: string, voice: 'yes' | 'no') =>
    t.as(person, async (tx) => {
      const [step] = (await readCase(tx, recordId)).open
      return takeStep(tx, person, { recordId, step: step?.key ?? '', does: { voice }, note: 'Said' })
    })
  const ofPupil = await asks(pupil, 'student')
  await expect(says(pupil, ofPupil, 'yes')).rejects.toMatchObject({ name: 'NotFound' })
  await expect(says(other, ofPupil, 'yes')).rejects.toMatchObject({ name: 'NotFound' })
  expect(await says(teacher, ofPupil, 'yes')).toMatchObject({ ok: false })
  expect(await says(mother, ofPupil, 'yes')).toMatchObject({ ok: true })
  expect((await t.as(teacher, (tx) => readCase(tx, ofPupil))).open.map((one) => one.stepId)).toEqual(['let_go'])

  const ofAdult = await asks(other, 'adult')
  expect(await says(other, ofAdult, 'no')).toMatchObject({ ok: true, ended: true })
  // Whoever asks for a picture of themselves does not permit it: the head does.
  const ofOneself = await asks(teacher, 'adult')
  expect(await says(teacher, ofOneself, 'yes')).toMatchObject({ ok: false })
  expect(await says(head, ofOneself, 'yes')).toMatchObject({ ok: true })
})
