import { expect, test } from 'vitest'
import { closeConcern, type TellConcern, takeConcern, tellConcern, tellOfConcern } from '#areas/concerns/index.ts'
import { announceConcerns, eraseConcerns } from '#areas/retention/index.ts'
import { anonymousActor, systemActor } from '#core/actor.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { concernCounts } from './queries/review-counts.ts'
import { concernWaits } from './queries/review-waits.ts'

const t = useDatabase()

test('how long somebody waited stays true in the review when what they told is erased', async () => {
  const organisation = await givenOrganisation(t)
  await givenPolicy(t, organisation)
  const lead = await givenPerson(t, organisation, { kind: 'staff', name: 'Priya Raman', posts: ['online_safety_lead'] })
  const system = systemActor(organisation.organisationId, 'tests')
  const nobody = anonymousActor(organisation.organisationId)
  const period = { from: Temporal.PlainDate.from('2026-11-01'), to: Temporal.PlainDate.from('2026-11-30') }
  const figures = () =>
    t.as(system, async (tx) => ({
      waits: await concernWaits(tx, period, 'Europe/London'),
      counts: await concernCounts(tx, period, 'Europe/London'),
    }))
  const { schoolId } = organisation
  const told: TellConcern = {
    ...{ schoolId, body: 'They write to me', aboutKind: 'contact', inDanger: false, wantsAnswer: true },
    reporterKind: 'anonymous',
  }
  const { id: concernId } = await t.as(nobody, (tx) => tellConcern(tx, nobody, Buffer.alloc(32, 3), told))
  await t.as(system, (tx) => tellOfConcern(tx, concernId))
  const later = (minutes: number) => t.clock.set(t.clock.now().add({ minutes }).toString())
  later(20)
  await t.as(lead, (tx) => takeConcern(tx, lead, concernId))
  later(100)
  await t.as(lead, (tx) => closeConcern(tx, lead, { concernId, reason: 'Talked about it', answer: 'We spoke to them' }))
  const before = await figures()
  expect(before.waits).toMatchObject([{ acknowledged: 0, taken: 1200, answered: 7200, finished: 7200 }])
  t.clock.set('2032-11-20T10:00:00Z')
  await t.as(system, announceConcerns)
  t.clock.set('2032-12-24T10:00:00Z')
  expect(await t.as(system, eraseConcerns)).toBe(1)
  expect(await t.peek('select 1 from app.concern_message')).toEqual([])
  expect(await figures()).toEqual(before)
})
