import { describe, expect, test } from 'vitest'
import { noteAbsence } from '#areas/people/index.ts'
import { openRecord, wallOff } from '#areas/records/index.ts'
import { systemActor } from '#core/actor.ts'
import { useDatabase } from '#tests/support/database.ts'
import { dutyTests } from '#tests/support/duties.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { doDuty, dutyStandings, tellLate } from './index.ts'

const t = useDatabase('2026-10-19T08:00:00Z')

const { rows, plan, given, first, done } = dutyTests(t)

describe('late', () => {
  test('those whom the policy names are told once, at its time, and a reason is asked for', async () => {
    const { organisation, network, business, dsl, head } = await given()
    const system = systemActor(organisation.organisationId, 'tests')
    for (const yearGroup of [5, 6]) {
      const pupil = await givenPerson(t, organisation, { kind: 'pupil', yearGroup })
      await t.peek(`update app.person_membership set until_on = '2026-10-20' where person_id = $1`, [pupil.personId])
    }
    t.clock.set('2026-10-21T07:00:00Z')
    await plan(organisation)
    const tell = () => t.as(system, (tx) => tellLate(tx, system))
    expect((await tell()).next?.toString()).toBe('2026-10-21T16:00:00Z')
    const duty = await first(organisation, 'leaver_accounts')
    const ofCase = (await rows(organisation, 'leaver_accounts'))[1]?.id ?? ''
    const { id: recordId } = await t.as(dsl, (tx) =>
      openRecord(tx, dsl, {
        ...{ kind: 'incident', schoolId: organisation.schoolId, title: 'Messages', category: null },
        ...{ occurredAt: null, fields: {}, people: [] },
      }),
    )
    const wall = { recordId, personId: business.personId, reason: 'Her own child' }
    await t.as(dsl, (tx) => wallOff(tx, dsl, wall))
    await t.peek('update app.duty set record_id = $1 where id = $2', [recordId, ofCase])
    const notices = (id = duty.id) =>
      t.peek<{ reader_id: string; href: string }>('select * from app.notice where subject_id = $1', [id])
    expect(await notices()).toEqual([])
    t.clock.set('2026-10-21T16:00:01Z')
    await tell()
    await tell()
    // Whoever stands in for a day does not hear of what was told before, and nobody behind the wall of a case hears of its duty.
    const today = Temporal.PlainDate.from('2026-10-21')
    await t.as(business, (tx) =>
      noteAbsence(tx, business, { personId: business.personId, fromOn: today, untilOn: today }),
    )
    await tell()
    expect(await notices()).toMatchObject([{ reader_id: business.personId, href: `/duties/${duty.id}` }])
    expect(await notices(ofCase)).toMatchObject([{ reader_id: head.personId }])
    await expect(done(network, duty.id)).rejects.toMatchObject({ code: 'duty.reason' })
    await t.as(network, (tx) =>
      doDuty(tx, network, { dutyId: duty.id, note: 'All off.', outcome: 'done', reason: 'I was ill.' }),
    )
    expect((await first(organisation, 'leaver_accounts')).note).toContain('Late because: I was ill.')
  })
})

describe('a reminder', () => {
  test('goes to whoever has the duty, once, so long before it is due as the policy says', async () => {
    const organisation = await givenOrganisation(t)
    await givenPolicy(t, organisation, 'village-primary')
    const head = await givenPerson(t, organisation, { kind: 'staff', name: 'Moira Tolland', posts: ['head'] })
    const system = systemActor(organisation.organisationId, 'tests')
    await plan(organisation)
    const duty = await first(organisation, 'policy_review')
    const due = Temporal.Instant.from(duty.due_at.toISOString()).toZonedDateTimeISO('Europe/London')
    const notices = () =>
      t.peek<{ reader_id: string; says: string }>('select reader_id, says from app.notice where subject_id = $1', [
        duty.id,
      ])
    const tellAt = async (at: Temporal.ZonedDateTime) => {
      t.clock.set(at.toInstant().toString())
      await t.as(system, (tx) => tellLate(tx, system))
      return notices()
    }
    expect(await tellAt(due.subtract({ weeks: 4, hours: 1 }))).toEqual([])
    expect(await tellAt(due.subtract({ weeks: 4 }).add({ hours: 1 }))).toMatchObject([
      { reader_id: head.personId, says: expect.stringMatching(/: by /) },
    ])
    expect(await tellAt(due.subtract({ weeks: 1 }))).toHaveLength(1)
  })
})

describe('the squares of duties', () => {
  test('go from none through due, kept and late, and show that one was done late', async () => {
    const { organisation, dsl } = await given()
    const system = systemActor(organisation.organisationId, 'tests')
    const { policyInForce } = await import('#areas/policy/index.ts')
    const ref = 'duty/weekly_monitoring_report'
    const standing = () =>
      t.as(system, async (tx) => (await dutyStandings.standings(tx, await policyInForce(tx), [ref])).get(ref))
    expect(await standing()).toMatchObject({ state: 'none' })
    await plan(organisation)
    expect(await standing()).toMatchObject({ state: 'due', proof: null })
    const [one, two] = await rows(organisation, 'weekly_monitoring_report')
    t.clock.set('2026-10-22T09:00:00Z')
    await done(dsl, one?.id ?? '')
    expect(await standing()).toMatchObject({
      state: 'kept',
      proof: 'attested',
      says: expect.stringContaining('Done in time, last today'),
    })
    t.clock.set('2026-11-03T09:00:00Z')
    const late = await standing()
    expect(late).toMatchObject({ state: 'late', says: expect.stringContaining('One is late') })
    expect(late?.since?.epochMilliseconds).toBe(two?.due_at.getTime())
    await done(dsl, two?.id ?? '')
    expect(await standing()).toMatchObject({ state: 'due', says: expect.stringContaining(', late.') })
  })
})
