import { describe, expect, test } from 'vitest'
import { publishPolicy } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import { newId } from '#core/ids.ts'
import { givenSchool, issueIn, requestOf, stateOf } from '#tests/support/agreements.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenPerson } from '#tests/support/given.ts'
import { packNamed } from '#tests/support/packs.ts'
import { endRequestsOf, refuseAgreement, sendReminders, signAgreement } from './index.ts'

describe('asking for agreements', () => {
  const t = useDatabase('2026-09-07T08:00:00Z')

  const askedOf = async (about: PersonActor) =>
    (
      await t.peek<{ assent: string }>(
        `select assent from app.assent_request where about_id = $1 and state not in ('ended', 'superseded') order by assent`,
        [about.personId],
      )
    ).map((row) => row.assent)

  test('everybody whom the policy binds is asked once, each for what binds them', async () => {
    const { organisation, kofi, esi, mother, lead } = await givenSchool(t)
    expect(await askedOf(kofi)).toEqual([])
    await issueIn(t, organisation)
    expect(await askedOf(kofi)).toEqual(['primary_rules', 'pupil_images', 'pupil_information'])
    expect(await askedOf(esi)).toEqual(['pupil_images', 'pupil_information', 'secondary_agreement'])
    expect(await askedOf(mother)).toEqual(['parent_information'])
    expect(await askedOf(lead)).toEqual(['adult_code', 'adult_information', 'staff_guidance', 'staff_images'])
    expect((await issueIn(t, organisation)).asked).toBe(0)
    const entries = await t.peek<{ clauses: string[] }>(
      `select clauses from app.ledger_entry where organisation_id = $1 and code = 'agreement.asked'`,
      [organisation.organisationId],
    )
    expect(entries).toHaveLength(1)
    expect(entries[0]?.clauses).toEqual(expect.arrayContaining(['L-033', 'L-085', 'L-111']))
  })

  test('each reader hears of it once, however many children they have', async () => {
    const { organisation, mother, aunt } = await givenSchool(t)
    await issueIn(t, organisation)
    const notices = await t.as(mother, (tx) => tx.selectFrom('app.notice').select('says').execute())
    expect(notices).toHaveLength(1)
    expect(notices[0]?.says).toMatch(/Kofi/)
    expect(notices[0]?.says).toMatch(/Esi/)
    // Efua may not sign for the children: she is asked only what is hers.
    const hers = await t.as(aunt, (tx) => tx.selectFrom('app.notice').select('says').execute())
    expect(hers).toEqual([{ says: 'Please read and sign for yourself.' }])
  })

  test('a joiner is asked alone, and a leaver no more', async () => {
    const { organisation } = await givenSchool(t)
    await issueIn(t, organisation)
    const joiner = await givenPerson(t, organisation, { kind: 'pupil', name: 'Noor Saleh', yearGroup: 3 })
    expect(await issueIn(t, organisation, { about: [joiner.personId] })).toMatchObject({ asked: 3 })
    const system = systemActor(organisation.organisationId, 'tests')
    expect(await t.as(system, (tx) => endRequestsOf(tx, system, joiner.personId))).toBe(3)
    expect(await askedOf(joiner)).toEqual([])
  })

  test('a person whose facts are missing is listed, and not asked', async () => {
    const { organisation } = await givenSchool(t)
    const guest = await givenPerson(t, organisation, { kind: 'visitor', name: 'Ines Duarte' })
    const { unknown } = await issueIn(t, organisation)
    expect(unknown.filter((one) => one.personId === guest.personId).map((one) => one.assent)).toEqual([
      'adult_code',
      'adult_information',
    ])
    const system = systemActor(organisation.organisationId, 'tests')
    await t.as(system, (tx) =>
      tx
        .updateTable('app.person')
        .set({ facts: JSON.stringify({ regulated_activity: true, contractor: false }) })
        .where('organisation_id', '=', organisation.organisationId)
        .where('id', '=', guest.personId)
        .execute(),
    )
    await issueIn(t, organisation)
    expect(await askedOf(guest)).toEqual(['adult_code', 'adult_information'])
  })

  test('a new school year asks again, and a pupil in year 7 is asked the other agreement', async () => {
    const { organisation, mother } = await givenSchool(t)
    const yusuf = await givenPerson(t, organisation, { kind: 'pupil', name: 'Yusuf Demir', yearGroup: 6 })
    await issueIn(t, organisation)
    const before = await requestOf(t, yusuf, 'primary_rules')
    await t.as(systemActor(organisation.organisationId, 'tests'), (tx) =>
      tx
        .updateTable('app.person_membership')
        .set({ year_group: 7 })
        .where('organisation_id', '=', organisation.organisationId)
        .where('person_id', '=', yusuf.personId)
        .execute(),
    )
    t.clock.set('2027-09-01T07:00:00Z')
    await issueIn(t, organisation)
    expect(await askedOf(yusuf)).toEqual(['pupil_images', 'pupil_information', 'secondary_agreement'])
    expect(await stateOf(t, before)).toBe('ended')
    expect(await askedOf(mother)).toEqual(['parent_information'])
    t.clock.set('2026-09-07T08:00:00Z')
  })

  test('a version that changes an agreement asks again, and one that does not asks nobody', async () => {
    const { organisation, kofi, esi, mother } = await givenSchool(t)
    await issueIn(t, organisation)
    const old = await requestOf(t, kofi, 'primary_rules')
    const same = await requestOf(t, esi, 'secondary_agreement')
    await t.as(mother, (tx) => signAgreement(tx, mother, { requestId: old, typedName: 'Abena Mensah' }))
    const pack = structuredClone(packNamed('special-all-through'))
    const [first] = pack.assents.primary_rules?.items ?? []
    if (first !== undefined) first.says = 'I use the computers of the school for work only.'
    const system = systemActor(organisation.organisationId, 'tests')
    await t.as(system, (tx) => publishPolicy(tx, system, { pack, inForceOn: Temporal.PlainDate.from('2026-09-07') }))
    await issueIn(t, organisation)
    expect(await stateOf(t, old)).toBe('superseded')
    expect(await requestOf(t, kofi, 'primary_rules')).not.toBe(old)
    expect(await requestOf(t, esi, 'secondary_agreement')).toBe(same)
  })

  test('reminders go by the rhythm of the policy, never more than it says, and then somebody is told', async () => {
    const { organisation, mother, father, kofi, lead } = await givenSchool(t)
    await issueIn(t, organisation, { assent: 'primary_rules' })
    const system = systemActor(organisation.organisationId, 'tests')
    const remind = () => t.as(system, (tx) => sendReminders(tx, system))
    expect(await remind()).toMatchObject({ reminded: 0 })
    const id = await requestOf(t, kofi, 'primary_rules')
    await t.as(father, (tx) => refuseAgreement(tx, father, { requestId: id }))
    for (const [day, count] of [
      ['2026-09-15', 2],
      ['2026-09-16', 0],
      ['2026-09-22', 2],
      ['2026-09-29', 2],
      ['2026-10-06', 2],
      ['2026-10-12', 0],
    ] as const) {
      t.clock.set(`${day}T08:00:00Z`)
      expect((await remind()).reminded, day).toBe(count)
    }
    t.clock.set('2026-10-20T08:00:00Z')
    expect(await remind()).toEqual({ reminded: 0, readers: 0, told: 2 })
    expect(await remind()).toEqual({ reminded: 0, readers: 0, told: 0 })
    const notices = async (who: PersonActor) =>
      (await t.as(who, (tx) => tx.selectFrom('app.notice').select('code').orderBy('id').execute())).map(
        (one) => one.code,
      )
    expect((await notices(mother)).filter((code) => code === 'agreement.reminded')).toHaveLength(4)
    // Kwame wants to talk first: no reminder reaches him.
    expect(await notices(father)).toEqual(['agreement.asked'])
    expect(await notices(lead)).toContain('agreement.unanswered')
    t.clock.set('2026-09-07T08:00:00Z')
  })

  test('staff remind by hand once a day, and nobody else can', async () => {
    const { organisation, office, mother, kofi } = await givenSchool(t)
    await issueIn(t, organisation)
    const ids = [await requestOf(t, kofi, 'primary_rules'), await requestOf(t, kofi, 'pupil_information')]
    const remind = (who: PersonActor) => t.as(who, (tx) => sendReminders(tx, who, { requestIds: ids }))
    await expect(remind(mother)).rejects.toMatchObject({ code: 'agreement.staff_only' })
    expect(await remind(office)).toEqual({ reminded: 1, readers: 2, told: 0 })
    expect(await remind(office)).toEqual({ reminded: 0, readers: 0, told: 0 })
    expect(await t.as(office, (tx) => sendReminders(tx, office, { requestIds: [newId()] }))).toMatchObject({
      reminded: 0,
    })
  })
})
