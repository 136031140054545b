import { beforeAll, describe, expect, test } from 'vitest'
import type { RecordFilter } from '#areas/records/index.ts'
import { countRecords, listRecords, markSeen, openRecord, takeStep, voidRecord } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'

const t = useDatabase('2026-11-16T08:00:00Z')
const app = useApp(t, { sample: true })
const filter: RecordFilter = { kind: 'incident', view: 'all', category: null, words: '', from: null, page: 1, size: 50 }

describe('the incident log', () => {
  let lead: PersonActor
  let head: PersonActor
  let governor: PersonActor
  let stranger: PersonActor
  const ids: Record<string, string> = {}

  beforeAll(async () => {
    const organisation = await givenOrganisation(t)
    await givenPolicy(t, organisation)
    const other = await givenOrganisation(t, 'Another School')
    await givenPolicy(t, other)
    lead = await givenPerson(t, organisation, { kind: 'staff', name: 'Sam Pritchard', posts: ['online_safety_lead'] })
    head = await givenPerson(t, organisation, { kind: 'staff', name: 'Moira Tolland', posts: ['head'] })
    governor = await givenPerson(t, organisation, { kind: 'governor', name: 'Guy Marsh', posts: ['governors'] })
    stranger = await givenPerson(t, other, { kind: 'staff', posts: ['online_safety_lead'] })
    const open = async (title: string, category: string, occurredAt: string | null) => {
      const { id } = await t.as(lead, (tx) =>
        openRecord(tx, lead, {
          kind: 'incident',
          schoolId: organisation.schoolId,
          title,
          category,
          occurredAt: occurredAt === null ? null : Temporal.Instant.from(occurredAt),
          fields: { room: 'B12', details: '=1+1' },
          people: [],
        }),
      )
      ids[title] = id
    }
    await open('First', 'virus', '2026-11-10T10:00:00Z')
    t.clock.set('2026-11-17T08:00:00Z')
    await open('Second', 'cyberbullying', null)
    t.clock.set('2026-11-18T08:00:00Z')
    await open('Third', 'cyberbullying', '2026-11-02T10:00:00Z')
  })

  const titles = async (who: PersonActor, changes: Partial<RecordFilter> = {}) =>
    (await t.as(who, (tx) => listRecords(tx, { ...filter, ...changes }))).map((row) => row.title)

  test('runs in the order that is asked for, both ways', async () => {
    expect(await titles(lead)).toEqual(['Third', 'Second', 'First'])
    expect(await titles(lead, { sort: { by: 'opened', down: false } })).toEqual(['First', 'Second', 'Third'])
    expect(await titles(lead, { sort: { by: 'reference', down: true } })).toEqual(['Third', 'Second', 'First'])
    expect(await titles(lead, { sort: { by: 'happened', down: true } })).toEqual(['First', 'Third', 'Second'])
    expect(await titles(lead, { sort: { by: 'kind', down: false } })).toEqual(['Third', 'Second', 'First'])
    expect(await titles(lead, { sort: { by: 'kind', down: true } })).toEqual(['First', 'Second', 'Third'])
  })

  test('marks what is open and was never opened by whoever looks, and not what they opened themselves', async () => {
    const unread = (who: PersonActor) => t.as(who, (tx) => countRecords(tx, { ...filter, view: 'unread' }))
    expect([await unread(lead), await unread(head), await unread(stranger)]).toEqual([0, 3, 0])
    expect((await app.get(`/incidents/${ids.First}`, head)).status).toBe(200)
    expect(await titles(head, { view: 'unread' })).toEqual(['Third', 'Second'])
    expect(await unread(head)).toBe(2)
    expect((await app.get('/incidents', head)).text).toContain('2 new to you, the oldest 1 day ago')
  })

  test('marks a case again when another hand goes on with it, and not for that hand', async () => {
    t.clock.set('2026-11-18T08:01:00Z')
    const step = 'incident:chart:1.illegal:triage:1'
    await t.as(lead, (tx) => markSeen(tx, [ids.First ?? '']))
    t.clock.set('2026-11-18T08:02:00Z')
    await t.as(lead, (tx) =>
      takeStep(tx, lead, { recordId: ids.First ?? '', step, does: { answers: ['not_illegal'] }, reason: '' }),
    )
    expect(await titles(head, { view: 'unread' })).toEqual(['Third', 'Second', 'First'])
    expect(await titles(lead, { view: 'unread' })).toEqual([])
    const rows = await t.as(head, (tx) => listRecords(tx, filter))
    expect(rows.map((row) => row.unread)).toEqual([true, true, true])
  })

  test('a case that is ended is news to those who have seen it open, and history to others', async () => {
    t.clock.set('2026-11-18T08:03:00Z')
    await t.as(head, (tx) => markSeen(tx, Object.values(ids)))
    expect(await titles(head, { view: 'unread' })).toEqual([])
    t.clock.set('2026-11-18T08:04:00Z')
    await t.as(lead, (tx) => voidRecord(tx, lead, { recordId: ids.Second ?? '', reason: 'Opened twice' }))
    expect(await titles(head, { view: 'unread' })).toEqual(['Second'])
    expect(await titles(governor, { view: 'unread' })).toHaveLength(2)
  })

  test('the chosen ones are marked as read, and the list comes back as it was', async () => {
    const sent = await app.post('/incidents/chosen', { ids: ids.Second ?? '', do: 'read', back: '?view=unread' }, head)
    expect([sent.status, sent.location]).toEqual([303, '/incidents?view=unread'])
    expect((await app.get('/incidents?view=unread', head)).text).toContain('Nothing is new to you')
    const none = await app.post('/incidents/chosen', { do: 'read', back: 'https://elsewhere.example' }, head)
    expect([none.status, none.location]).toEqual([303, '/incidents'])
  })

  test('a mark shows nobody that a case of another organisation exists', async () => {
    expect(await t.as(stranger, (tx) => markSeen(tx, Object.values(ids)))).toBe(0)
    await expect(
      t.as(stranger, (tx) =>
        tx
          .insertInto('app.record_seen')
          .values({
            organisation_id: stranger.organisationId,
            person_id: stranger.personId,
            record_id: ids.First ?? '',
            seen_at: '2026-11-18T08:04:00Z',
          })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/)
    expect(await t.as(lead, (tx) => tx.selectFrom('app.record_seen').select('person_id').execute())).not.toContainEqual(
      {
        person_id: head.personId,
      },
    )
  })

  test('the chosen ones go to paper and into a file with the columns of the policy, and it is noted who took them', async () => {
    const choose = async (what: string) =>
      (await app.post('/incidents/chosen', { ids: [ids.First ?? '', ids.Third ?? ''], do: what }, lead)).location ?? ''
    const paper = await app.get(await choose('print'), lead)
    expect(paper.status).toBe(200)
    for (const words of [
      'Date and time',
      'Name of pupil or staff',
      'Room and device',
      'Details',
      'Actions and reasons',
    ])
      expect(paper.text).toContain(words)
    expect(paper.text).toMatch(/2 cases. Printed 18 November 2026 at 8:04 by Sam Pritchard/)
    expect(paper.text).not.toContain('Second')
    const file = await app.get(await choose('csv'), lead)
    expect(file.headers['content-type']).toContain('text/csv')
    expect(file.body.trim().split('\r\n')).toHaveLength(3)
    expect(file.body).not.toMatch(/(^|,)=/m)
    const looks = await t.peek<{ code: string }>(
      `select code from app.ledger_entry where chain = 'read' and actor_person_id = $1 and code = 'incident.exported'`,
      [lead.personId],
    )
    expect(looks).toHaveLength(2)
  })

  test('governors see no names on paper, and nothing of another school', async () => {
    expect((await app.get('/incidents/print', governor)).text).not.toContain('B12')
    expect((await app.get(`/incidents/print?ids=${ids.First}`, stranger)).text).toContain('0 cases')
    expect((await app.get(`/incidents.csv?ids=${ids.First}`, stranger)).body.trim().split('\r\n')).toHaveLength(1)
  })

  test('its head says by which column it runs, and turns it round', async () => {
    const page = await app.get('/incidents?sort=kind', lead)
    expect(page.body).toContain('aria-sort="ascending"><a href="/incidents?sort=-kind">Kind</a>')
    expect(page.text).toContain('3 cases, by kind.')
    expect((await app.get('/incidents?sort=drop&page=0&from=never', lead)).text).toContain('3 cases, newest first.')
  })
})
