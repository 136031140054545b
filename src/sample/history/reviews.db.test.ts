import { expect, test } from 'vitest'
import { readReview } from '#areas/approval/index.ts'
import { systemActor } from '#core/actor.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { Agenda } from './agenda.ts'
import { planReviews } from './reviews.ts'

const t = useDatabase('2025-09-01T08:00:00Z')

test('the policy of the sample is not late for its review', async () => {
  const school = await givenOrganisation(t)
  await givenPolicy(t, school)
  await givenPerson(t, school, { kind: 'staff', posts: ['head'] })
  const agenda = new Agenda()
  const now = Temporal.Instant.from('2026-11-20T14:31:00Z')
  const system = systemActor(school.organisationId, 'tests')
  planReviews({ agenda, db: t.db, system, now }, [2024, 2025, 2026])
  expect(await agenda.runUntil(now, (moment) => t.clock.set(moment))).toBe(3)
  const review = await t.as(system, (tx) => readReview(tx))
  expect(review?.notes.map((note) => note.kind)).toEqual(['no_change', 'no_change', 'no_change'])
  expect(String(review?.dueOn)).toMatch(/^2027-/)
})
