import { describe, expect, test } from 'vitest'
import { policyInForce, publishPolicy } from '#areas/policy/index.ts'
import { openRecord } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import type { Pack } from '#pack/types/pack.ts'
import { useDatabase } from '#tests/support/database.ts'
import type { Row } from '#tests/support/duties.ts'
import { dutyTests } from '#tests/support/duties.ts'
import type { GivenOrganisation } from '#tests/support/given.ts'
import { givenClass, givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { packNamed } from '#tests/support/packs.ts'
import { dutyStandings } from './index.ts'

const t = useDatabase('2026-10-19T08:00:00Z')
const { rows, plan, done } = dutyTests(t)

/** A school under one duty of a real pack, with other words where the test needs them. */
async function school(name: string, duty: string, more: object = {}) {
  t.clock.set('2026-10-19T08:00:00Z')
  const organisation = await givenOrganisation(t)
  const system = systemActor(organisation.organisationId, 'tests')
  const pack: Pack = structuredClone(packNamed(name))
  const kept = pack.duties[duty]
  if (kept === undefined) throw new Error(`no ${duty}`)
  pack.duties = { [duty]: { ...kept, ...more } }
  pack.measures = {}
  await t.as(system, (tx) => publishPolicy(tx, system, { pack, inForceOn: Temporal.PlainDate.from('2026-09-04') }))
  return { organisation, system }
}

const staff = (organisation: GivenOrganisation, name: string, ...posts: string[]) =>
  givenPerson(t, organisation, { kind: 'staff', name, posts })

const open = (all: readonly Row[]) => all.filter((row) => row.state === 'open').map((row) => row.party)

const enter = (
  actor: PersonActor,
  organisation: GivenOrganisation,
  kind: string,
  fields: Record<string, string | boolean | string[]>,
) =>
  t.as(actor, (tx) =>
    openRecord(tx, actor, {
      kind,
      schoolId: organisation.schoolId,
      title: kind,
      category: null,
      occurredAt: null,
      fields,
      people: [],
    }),
  )

describe('for each holder of a post', () => {
  test('each has the duty for themselves, nobody else may do it, and it ends with the post', async () => {
    const { organisation } = await school('independent-school', 'unit_check')
    const one = await staff(organisation, 'Ada Bell', 'authorising_managers')
    const other = await staff(organisation, 'Bo Carr', 'authorising_managers')
    const head = await staff(organisation, 'Cy Dunn', 'head')
    await plan(organisation)
    const made = await rows(organisation, 'unit_check')
    expect(open(made).sort()).toEqual([`person:${one.personId}`, `person:${other.personId}`].sort())
    expect((await plan(organisation)).made).toBe(0)
    const own = made.find((row) => row.party === `person:${one.personId}`)
    for (const stranger of [other, head])
      await expect(done(stranger, own?.id ?? '')).rejects.toMatchObject({ name: 'Forbidden' })
    await done(one, own?.id ?? '')
    await t.peek(`update app.post_holder set until_on = '2026-10-19' where organisation_id = $1 and person_id = $2`, [
      organisation.organisationId,
      other.personId,
    ])
    await plan(organisation)
    expect(open(await rows(organisation, 'unit_check'))).toEqual([])
  })
})

describe('for each entry of a register', () => {
  test('whoever holds it confirms for it, from then on whoever holds it next', async () => {
    const { organisation } = await school('village-primary', 'antivirus_off_network', {
      where: 'item.off_network',
      every: 'month',
    })
    const office = await staff(organisation, 'Oz Pike', 'school_office')
    const [ada, bo] = [await staff(organisation, 'Ada Bell'), await staff(organisation, 'Bo Carr')]
    const kit = {
      kit_type: 'laptop',
      whose: 'school',
      serial: 'A1',
      kept_where: 'Office',
      personal_data: false,
      reaches_personal_data: false,
      encrypted: false,
      screensaver: true,
    }
    const item = async (off_network: boolean, holder: PersonActor) => {
      const { id } = await enter(office, organisation, 'equipment', { ...kit, off_network })
      await hold(id, holder)
      return id
    }
    const hold = (id: string, holder: PersonActor) =>
      t.peek(
        `update app.record_detail set fields = fields || jsonb_build_object('kit_held_by', $2::text) where record_id = $1`,
        [id, holder.personId],
      )
    const away = await item(true, ada)
    await item(false, bo)
    await plan(organisation)
    const made = await rows(organisation, 'antivirus_off_network')
    expect(new Set(open(made))).toEqual(new Set([`person:${ada.personId}`]))
    const first = made[0]
    expect(first?.key.split('|')[1]).toBe(`${away}.${ada.personId}`)
    await expect(done(bo, first?.id ?? '')).rejects.toMatchObject({ name: 'Forbidden' })
    await done(ada, first?.id ?? '', 'Current since this morning.')
    await hold(away, bo)
    await plan(organisation)
    expect(new Set(open(await rows(organisation, 'antivirus_off_network')))).toEqual(new Set([`person:${bo.personId}`]))
  })
})

describe('topics that each class is taught', () => {
  test('the duty is done by itself when the class has had each, and each topic stands for itself', async () => {
    const { organisation, system } = await school('specialist-group', 'programme_older')
    const teacher = await staff(organisation, 'Tea Moss', 'teachers')
    const lead = await staff(organisation, 'Lee Ward', 'responsible_person')
    const pupil = (yearGroup: number) => givenPerson(t, organisation, { kind: 'pupil', yearGroup })
    await givenClass(t, organisation, teacher, [await pupil(5)])
    expect((await plan(organisation)).made).toBe(0)
    const older = await givenClass(t, organisation, teacher, [await pupil(10)])
    await plan(organisation)
    const [duty] = await rows(organisation, 'programme_older')
    expect(duty?.party).toBe(`class_teachers:${older}`)
    await expect(done(teacher, duty?.id ?? '')).rejects.toMatchObject({ code: 'duty.computed' })
    const topic = (id: string) => `duty/programme_older#${id}`
    const standings = () =>
      t.as(system, async (tx) =>
        dutyStandings.standings(tx, await policyInForce(tx), [topic('grooming'), topic('search_engines')]),
      )
    await enter(lead, organisation, 'lesson', {
      lesson_topic: ['grooming'],
      lesson_class: '4B',
      lesson_on: '2026-10-19',
      lesson_subject: 'pshe',
      lesson_room: 'ICT Suite',
      lesson_plan: 'P',
      lesson_adult: 'A',
    })
    expect((await plan(organisation)).settled).toBe(0)
    const before = await standings()
    expect(before.get(topic('grooming'))).toMatchObject({ state: 'kept', proof: 'proved' })
    expect(before.get(topic('search_engines'))).toMatchObject({ state: 'due', counts: { classes: 1, had: 0 } })
    await enter(lead, organisation, 'lesson', {
      lesson_topic: ['search_engines'],
      lesson_class: older,
      lesson_on: '2026-10-20',
      lesson_subject: 'computing',
      lesson_room: 'ICT Suite',
      lesson_plan: 'P',
      lesson_adult: 'A',
    })
    expect((await plan(organisation)).settled).toBe(1)
    expect((await rows(organisation, 'programme_older'))[0]?.state).toBe('done')
  })
})
