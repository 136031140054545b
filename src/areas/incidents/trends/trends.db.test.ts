import { beforeAll, describe, expect, test } from 'vitest'
import { openRecord } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { useApp } from '#tests/support/app.ts'
import { castIn } from '#tests/support/cast.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'

const t = useDatabase('2026-09-10T08:00:00Z')
const app = useApp(t)

describe('the trends of incidents', () => {
  const people: Record<string, PersonActor> = {}
  const of = castIn(people)

  beforeAll(async () => {
    const organisation = await givenOrganisation(t)
    await givenPolicy(t, organisation)
    people.lead = await givenPerson(t, organisation, {
      kind: 'staff',
      name: 'Sam Pritchard',
      posts: ['online_safety_lead'],
    })
    people.teacher = await givenPerson(t, organisation, { kind: 'staff', name: 'Ines Farrow', posts: [] })
    people.governor = await givenPerson(t, organisation, { kind: 'governor', name: 'Guy Marsh', posts: ['governors'] })
    people.second = await givenPerson(t, organisation, { kind: 'governor', name: 'Ada Wells', posts: ['governors'] })
    const other = await givenOrganisation(t, 'Another School')
    await givenPolicy(t, other)
    people.stranger = await givenPerson(t, other, { kind: 'staff', posts: ['online_safety_lead'] })
    const pupil = await givenPerson(t, organisation, { kind: 'pupil', name: 'Jayden Holt', yearGroup: 8 })
    const open = async (category: string, room: string, occurredAt: string) =>
      t.as(of('lead'), (tx) =>
        openRecord(tx, of('lead'), {
          kind: 'incident',
          schoolId: organisation.schoolId,
          title: 'Something',
          category,
          occurredAt: Temporal.Instant.from(occurredAt),
          fields: { room, device_owner: 'school' },
          people: [{ part: 'instigator', personId: pupil.personId, described: null }],
        }),
      )
    for (let at = 0; at < 6; at += 1) await open('virus', 'B12', '2026-09-07T13:30:00Z')
    for (let at = 0; at < 2; at += 1) await open('cyberbullying', 'b12 ', '2026-09-08T08:00:00Z')
    for (let at = 0; at < 5; at += 1) await open('of_an_earlier_policy', 'B12', '2026-09-09T08:00:00Z')
    t.clock.set('2026-12-31T12:00:00Z')
  })

  const row = async (who: string, query: string) =>
    (await app.get(`/incidents/trends.csv${query}`, of(who))).body.replace('\uFEFF', '').trim().split('\r\n').slice(1)

  test('whoever handles cases sees each number, by kind, by hour, by year and by what the policy asks', async () => {
    expect(await row('lead', '?from=2026-09-01')).toEqual(
      ['Virus or other harmful software,6,6', 'of_an_earlier_policy,5,5', 'Cyberbullying,2,2'].map((line) =>
        expect.stringMatching(line.split(',').slice(1).join(',')),
      ),
    )
    expect(await row('lead', '?from=2026-09-01&by=hour')).toEqual(['09:00 to 09:59,7,7', '14:00 to 14:59,6,6'])
    expect(await row('lead', '?from=2026-09-01&by=year_group')).toEqual(['Year 8,13,13'])
    expect(await row('lead', '?from=2026-09-01&by=field_room')).toEqual(['b12,13,13'])
    expect(await row('lead', '?from=2026-09-01&by=field_room&kind=virus')).toEqual(['b12,6,6'])
    const page = await app.get('/incidents/trends?by=weekday', of('lead'))
    expect(page.text).toContain('Monday')
    expect(page.body).toContain('role="img"')
    expect(await row('stranger', '?from=2026-09-01')).toEqual([])
  })

  test('those who govern see thirds that are over, without small numbers and without what people typed', async () => {
    const early = await app.get('/incidents/trends', of('second'))
    expect([early.status, early.text.includes('nothing to count')]).toEqual([200, true])
    t.clock.set('2027-01-10T12:00:00Z')
    const shown = await row('governor', '?from=2026-09-01&to=2027-01-10')
    // The small number, and the next one, of a kind that the policy of today does not have: as in the yearly review.
    expect(shown.map((line) => line.split(',').slice(-3).join(','))).toEqual([
      expect.stringMatching(/,not shown,not shown$/),
      expect.stringMatching(/,6,6$/),
      'Not said,not shown,not shown',
    ])
    expect(await row('governor', '?from=2026-09-01&to=2027-01-10&by=year_group')).toEqual([
      'Larkbeck School,Year 8,13,13',
    ])
    const page = await app.get('/incidents/trends?by=field_room', of('governor'))
    expect(page.text).not.toContain('B12')
    expect(page.text).not.toContain('Which room?')
  })

  test('other staff are not told', async () => {
    expect((await app.get('/incidents/trends', of('teacher'))).status).toBe(403)
  })
})
