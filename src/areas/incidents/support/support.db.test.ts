import { beforeAll, expect, test } from 'vitest'
import { openRecord, readCase } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { paths } from '../paths.ts'

const t = useDatabase()
const app = useApp(t)
let lead: PersonActor
let teacher: PersonActor
let id: string

beforeAll(async () => {
  const organisation = await givenOrganisation(t)
  await givenPolicy(t, organisation)
  lead = await givenPerson(t, organisation, { kind: 'staff', name: 'Priya Raman', posts: ['online_safety_lead'] })
  teacher = await givenPerson(t, organisation, { kind: 'staff', name: 'Sam Pritchard' })
  const pupil = await givenPerson(t, organisation, { kind: 'pupil', name: 'Leila Haddad', yearGroup: 8 })
  const people = ['victim', 'concerned'].map((part) => ({ part, personId: pupil.personId, described: null }))
  const input = { kind: 'incident', schoolId: organisation.schoolId, title: 'Chat', category: null, occurredAt: null }
  id = (await t.as(lead, (tx) => openRecord(tx, lead, { ...input, fields: {}, people }))).id
})

const DAY = { 'on-day': '20', 'on-month': '11', 'on-year': '2026' }

test('support that was offered stands on the case with who offered it and what became of it; nothing is written over', async () => {
  const { people } = await t.as(lead, (tx) => readCase(tx, id))
  const of = (part: string) => people.find((person) => person.part === part)?.id ?? ''
  const write = (fields: Record<string, string>, by = lead) => app.post(paths.support.to(id), { ...DAY, ...fields }, by)
  const offer = { kind: 'offer', to: of('victim'), support: 'counselling', by_whom: 'The school nurse' }
  expect(await write(offer, teacher)).toMatchObject({ status: 404 })
  expect(await write({ ...offer, to: of('concerned') })).toMatchObject({ status: 400 })
  expect(await write({ ...offer, by_whom: '' })).toMatchObject({ status: 400 })
  expect(await write(offer)).toMatchObject({ status: 303 })
  const [made] = await t.peek<{ id: string }>('select id from app.support_word')
  for (const word of ['declined', 'taken_up'])
    expect(await write({ kind: 'word', of: made?.id ?? '', word, note: 'She said so' })).toMatchObject({ status: 303 })
  const { text } = await app.get(paths.show.to(id), lead)
  expect(text).toMatch(/Leila Haddad\s*: Counselling, offered by The school nurse/)
  expect(text).toMatch(/Declined.*Taken up/s)
  expect(await t.as(teacher, (tx) => tx.selectFrom('app.support_word').select('id').execute())).toEqual([])
  const change = t.as(lead, (tx) => tx.updateTable('app.support_word').set({ note: 'x' }).execute())
  await expect(change).rejects.toThrow(/permission denied/)
})
