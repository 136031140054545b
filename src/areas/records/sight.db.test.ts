import { describe, expect, test } from 'vitest'
import { publishPolicy } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import { record } from '#pack/types/record.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenFamily, givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { packNamed } from '#tests/support/packs.ts'
import { openRecord, readCase, takeStep, writeFields } from './index.ts'

// A small pack of one kind of record: a search in which two people act, a third watches, and each sees their own part of it.
const SEARCH = record.parse({
  says: 'Search',
  opened_by: 'party/online_safety_lead',
  handled_by: 'party/online_safety_lead',
  parts: [{ id: 'pupil', says: 'Pupil', of: ['pupil'] }],
  fields: [
    { id: 'what', asks: 'What was looked for?', type: 'long_text' },
    { id: 'for_parents', asks: 'What do the parents need to know?', type: 'long_text', required: false },
    { id: 'serious', asks: 'Is it serious?', type: 'boolean', required: false },
  ],
  start: 'look',
  steps: {
    look: { do: 'Look through the bag', by: 'party/online_safety_lead', two_people: true, next: 'wipe' },
    wipe: { do: 'Wipe the device', by: 'party/online_safety_lead', witness: 'party/head', next: 'end' },
  },
  sight: [
    { who: 'named_in_case', sees: 'none' },
    { who: 'party/online_safety_lead', sees: 'all' },
    { who: 'party/head', sees: 'all' },
    { who: 'party/dsl', when: 'serious', sees: 'all' },
    { who: 'parents', sees: { only: ['for_parents'] } },
  ],
})

describe('a record of a small pack', () => {
  const t = useDatabase()

  async function given() {
    const organisation = await givenOrganisation(t)
    const system = systemActor(organisation.organisationId, 'tests')
    const plain = packNamed('special-all-through')
    const pack = { ...plain, records: { ...plain.records, search: SEARCH } }
    await t.as(system, (tx) => publishPolicy(tx, system, { pack, inForceOn: Temporal.PlainDate.from('2026-09-04') }))
    const staff = (name: string, ...posts: string[]) => givenPerson(t, organisation, { kind: 'staff', name, posts })
    const lead = await staff('Priya Raman', 'online_safety_lead')
    const second = await staff('Ola Fox', 'online_safety_lead')
    const head = await staff('Moira Tolland', 'head')
    const dsl = await staff('Nia Okafor', 'dsl')
    const pupil = await givenPerson(t, organisation, { kind: 'pupil', name: 'Leila Haddad', yearGroup: 8 })
    const parents: PersonActor[] = []
    for (const name of ['Nour Haddad', 'Omar Haddad', 'Sami Haddad'])
      parents.push(await givenPerson(t, organisation, { kind: 'parent', name }))
    const [mother = lead, father = lead, barred = lead] = parents
    for (const parent of [mother, father]) await givenFamily(t, parent, pupil)
    await givenFamily(t, barred, pupil, false)
    const { id } = await t.as(lead, (tx) =>
      openRecord(tx, lead, {
        kind: 'search',
        schoolId: organisation.schoolId,
        title: 'A search',
        category: null,
        occurredAt: null,
        fields: { what: 'A second phone' },
        people: [{ part: 'pupil', personId: pupil.personId, described: null }],
      }),
    )
    const take = async (who: PersonActor, more: Partial<Parameters<typeof takeStep>[2]>) => {
      const [step] = await t.as(who, async (tx) => (await readCase(tx, id)).open)
      return t.as(who, (tx) =>
        takeStep(tx, who, { recordId: id, step: step?.key ?? '', does: { done: true }, ...more }),
      )
    }
    const open = async () => (await t.as(lead, (tx) => readCase(tx, id))).open.map((step) => step.stepId)
    return { lead, second, head, dsl, pupil, mother, father, barred, id, take, open }
  }

  test('goes on only when a second person has confirmed what the first did, and not they themselves', async () => {
    const { lead, second, take, open } = await given()
    expect((await take(lead, {})).ok).toBe(true)
    expect(await open()).toEqual(['look'])
    expect((await take(lead, { does: { second: true } })).ok).toBe(false)
    expect((await take(second, { does: { second: true } })).ok).toBe(true)
    expect(await open()).toEqual(['wipe'])
  })

  test('takes a step with a witness only when somebody else was there', async () => {
    const { lead, second, head, take, open, id } = await given()
    await take(lead, {})
    await take(second, { does: { second: true } })
    expect(await take(lead, {})).toMatchObject({ ok: false, code: 'witness' })
    expect(await take(lead, { witness: lead.personId })).toMatchObject({ ok: false, code: 'witness' })
    expect(await open()).toEqual(['wipe'])
    expect((await take(lead, { witness: head.personId })).ok).toBe(true)
    const [row] = await t.peek<{ state: string }>('select state from app.record where id = $1', [id])
    expect(row?.state).toBe('closed')
  })

  test('opens itself to a post while its condition holds, and not before', async () => {
    const { lead, dsl, id } = await given()
    await expect(t.as(dsl, (tx) => readCase(tx, id))).rejects.toMatchObject({ name: 'NotFound' })
    await t.as(lead, (tx) => writeFields(tx, lead, { recordId: id, fields: { serious: true } }))
    expect((await t.as(dsl, (tx) => readCase(tx, id))).kind).toBe('search')
    await t.as(lead, (tx) => writeFields(tx, lead, { recordId: id, fields: { serious: false }, reason: 'It was not' }))
    await expect(t.as(dsl, (tx) => readCase(tx, id))).rejects.toMatchObject({ name: 'NotFound' })
  })

  test('tells parents what was written for them about their own child, and nothing else of it', async () => {
    const { lead, mother, father, barred, pupil, id } = await given()
    const notes = (who: PersonActor) =>
      t.as(who, (tx) => tx.selectFrom('app.record_notice').select(['says', 'lines', 'pupil_id']).execute())
    expect(await notes(mother)).toEqual([])
    await t.as(lead, (tx) =>
      writeFields(tx, lead, { recordId: id, fields: { for_parents: 'We looked into her bag. Please call us.' } }),
    )
    for (const parent of [mother, father])
      expect(await notes(parent)).toEqual([
        {
          says: 'Something you need to know about your child',
          pupil_id: pupil.personId,
          lines: [
            {
              id: 'for_parents',
              asks: 'What do the parents need to know?',
              says: 'We looked into her bag. Please call us.',
            },
          ],
        },
      ])
    for (const somebody of [barred, pupil]) expect(await notes(somebody)).toEqual([])
    await expect(t.as(mother, (tx) => readCase(tx, id))).rejects.toMatchObject({ name: 'NotFound' })
  })
})
