import { beforeAll, expect, test } from 'vitest'
import { policyInForce } from '#areas/policy/index.ts'
import { openRecord, voidRecord } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { useApp } from '#tests/support/app.ts'
import { castIn } from '#tests/support/cast.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { listRepeats } from './queries/list-repeats.ts'

const t = useDatabase('2026-09-07T08:00:00Z')
const app = useApp(t)
const staff: Record<string, PersonActor> = {}
const of = castIn(staff)
let open: (at: string, parts: readonly (readonly [string, PersonActor])[]) => Promise<string>
let pupil: PersonActor
let other: PersonActor

beforeAll(async () => {
  const organisation = await givenOrganisation(t)
  await givenPolicy(t, organisation)
  const stranger = await givenOrganisation(t, 'Another School')
  await givenPolicy(t, stranger)
  const post = (name: string, posts: string[]) => givenPerson(t, organisation, { kind: 'staff', name, posts })
  staff.lead = await post('Sam Pritchard', ['online_safety_lead'])
  staff.head = await post('Moira Tolland', ['head'])
  staff.teacher = await post('Ines Farrow', [])
  staff.governor = await givenPerson(t, organisation, { kind: 'governor', name: 'Guy Marsh', posts: ['governors'] })
  staff.stranger = await givenPerson(t, stranger, { kind: 'staff', posts: ['online_safety_lead'] })
  pupil = await givenPerson(t, organisation, { kind: 'pupil', name: 'Jayden Holt', yearGroup: 8 })
  other = await givenPerson(t, organisation, { kind: 'pupil', name: 'Mia Lacey', yearGroup: 8 })
  open = async (at, parts) => {
    t.clock.set(at)
    const { id } = await t.as(of('lead'), (tx) =>
      openRecord(tx, of('lead'), {
        kind: 'incident',
        schoolId: organisation.schoolId,
        title: 'Something small',
        category: 'cyberbullying',
        occurredAt: null,
        fields: {},
        people: parts.map(([part, { personId }]) => ({ part, personId, described: null })),
      }),
    )
    return id
  }
})

const repeats = (who: string) =>
  t.as(of(who), async (tx) =>
    (await listRepeats(tx, await policyInForce(tx))).pupils.map(
      (one) => `${one.name}: ${one.cases.map((each) => each.part)}`,
    ),
  )

test('three cases within six weeks are shown to those who may read all three, with links, and to nobody else', async () => {
  await open('2026-09-07T08:00:00Z', [['instigator', pupil]])
  await open('2026-11-02T08:00:00Z', [['instigator', pupil]])
  await open('2026-11-03T08:00:00Z', [
    ['victim', pupil],
    ['instigator', other],
  ])
  await open('2026-11-04T08:00:00Z', [
    ['witness', pupil],
    ['instigator', other],
  ])
  expect(await repeats('lead')).toEqual([])

  const walled = await open('2026-11-05T08:00:00Z', [
    ['instigator', pupil],
    ['pupil', pupil],
    ['named_staff', of('head')],
  ])
  expect(await repeats('lead')).toEqual(['Jayden Holt: Pupil who did it,Victim,Pupil who did it, Pupil in the case'])
  for (const who of ['head', 'teacher', 'governor', 'stranger']) expect(await repeats(who)).toEqual([])

  const page = (await app.get('/incidents', of('lead'))).body
  expect(page).toContain('1 pupil is in 3 or more cases of the last 6 weeks')
  expect(page).toContain('Your policy states no number: 3 cases in 6 weeks is what your school chose.')
  expect(page).toContain(`href="/incidents/${walled}"`)
  for (const who of ['head', 'governor']) {
    const shown = await app.get('/incidents', of(who))
    expect(shown.status).toBe(200)
    expect(shown.text).not.toContain('or more cases of the last')
  }
  await t.as(of('lead'), (tx) => voidRecord(tx, of('lead'), { recordId: walled, reason: 'Opened twice' }))
  expect(await repeats('lead')).toEqual([])
})

test('what is longer ago does not count any more', async () => {
  await open('2026-11-06T08:00:00Z', [['instigator', pupil]])
  expect(await repeats('lead')).toHaveLength(1)
  t.clock.set('2026-12-15T08:00:00Z')
  expect(await repeats('lead')).toEqual([])
})
