import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { tellConcern, writeMessage } from '#areas/concerns/index.ts'
import { addItem } from '#areas/evidence/index.ts'
import { incidentHome, linkCases } from '#areas/incidents/index.ts'
import {
  addCasePeople,
  breakGlass,
  enterContact,
  giveRecord,
  glassToReview,
  openRecord,
  readCaseIn,
  reviewGlass,
  writeFields,
} from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import { newId } from '#core/ids.ts'
import type { Tx } from '#platform/database/tx.ts'
import { testKeys, useApp } from '#tests/support/app.ts'
import { namingColumns, seenAround } from '#tests/support/around-a-case.ts'
import { castIn } from '#tests/support/cast.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'

const t = useDatabase()
const app = useApp(t)
const people: Record<string, PersonActor> = {}
let schoolId: string
let policyId: string

const of = castIn(people)

beforeAll(async () => {
  const organisation = await givenOrganisation(t)
  schoolId = organisation.schoolId
  policyId = (await givenPolicy(t, organisation)).id
  const staff = (name: string, ...posts: string[]) => givenPerson(t, organisation, { kind: 'staff', name, posts })
  people.lead = await staff('Priya Raman', 'online_safety_lead')
  people.head = await staff('Moira Tolland', 'head')
  people.dsl = await staff('Nia Okafor', 'dsl')
  people.deputy = await staff('Ade Brown', 'deputy_head')
  people.teacher = await staff('Una Field')
  people.chair = await givenPerson(t, organisation, {
    kind: 'governor',
    name: 'Ruth Marsh',
    posts: ['chair_of_governors'],
  })
  people.pupil = await givenPerson(t, organisation, { kind: 'pupil', name: 'Leila Haddad', yearGroup: 8 })
})

const open = (by = of('lead')) =>
  t.as(by, (tx) =>
    openRecord(tx, by, {
      ...{ kind: 'incident', schoolId, title: 'A secret', category: null, occurredAt: null, fields: {} },
      people: [{ part: 'victim', personId: of('pupil').personId, described: null }],
    }),
  )
const smash = (reference: string) =>
  t.as(of('deputy'), (tx) => breakGlass(tx, of('deputy'), { reference, reason: 'A child is missing tonight' }))
const name = (recordId: string, who: PersonActor, part = 'named_staff') =>
  t.as(of('lead'), (tx) =>
    addCasePeople(tx, of('lead'), { recordId, people: [{ part, personId: who.personId, described: null }] }),
  )
const complain = (reference: string) =>
  app.post(
    '/complaints/new',
    {
      ...{ case: reference, own: 'no', made_by: 'Mrs Haddad', says: 'Nobody rang us back' },
      ...{ 'made_on-day': '20', 'made_on-month': '11', 'made_on-year': '2026' },
    },
    of('teacher'),
  )
const called = (kind: 'record' | 'concern', id: string, who: PersonActor) =>
  t.peek(
    `insert into app.notice_call (organisation_id, id, subject_kind, subject_id, rule, number, party, person_id, called_at)
     values ($1, $2, $3, $4, 'r', 0, 'party/dsl', $5, now())`,
    [who.organisationId, newId(), kind, id, who.personId],
  )
const notice = (kind: string, id: string, who: PersonActor) =>
  t.peek(
    `insert into app.notice (organisation_id, id, reader_id, code, says, href, subject_kind, subject_id, written_at)
     values ($1, $2, $3, 'x', 'A secret', '/', $4, $5, now())`,
    [who.organisationId, newId(), who.personId, kind, id],
  )

/** Everything that somebody who sees a case could write beside it, past our own commands. */
function writesBeside(recordId: string, otherId: string, inCase: string, who: PersonActor) {
  const own = { organisation_id: who.organisationId, id: newId(), record_id: recordId }
  const at = '2026-11-23T10:00:00Z'
  const by = who.personId
  return {
    support: (tx: Tx) =>
      tx
        .insertInto('app.support_word')
        .values({
          ...{ ...own, offer_id: own.id, person_id: of('pupil').personId, part: 'victim', support: 'counselling' },
          ...{ word: 'offered', by_whom: 'Me', on_day: '2026-11-23', written_by: by, written_at: at },
        })
        .execute(),
    link: (tx: Tx) =>
      tx
        .insertInto('app.record_link')
        .values({ ...own, other_id: otherId, reason: 'Because', linked_by: by, linked_at: at })
        .execute(),
    assignment: (tx: Tx) =>
      tx
        .insertInto('app.record_assignment')
        .values({ ...own, person_id: of('dsl').personId, given_by: by, given_at: at })
        .execute(),
    answerLink: (tx: Tx) =>
      tx
        .insertInto('app.answer_link')
        .values({
          ...{ ...own, record_person_id: inCase, assent: 'x', policy_version_id: policyId },
          ...{ token_hash: Buffer.alloc(32, 7), made_by: by, made_at: at, expires_at: '2027-01-01T10:00:00Z' },
        })
        .execute(),
  }
}

describe('whoever only reads a case', () => {
  test('in an emergency, or to hear a complaint about it, writes nothing beside it', async () => {
    const [one, other] = [await open(of('head')), await open(of('head'))]
    await smash(one.reference)
    await smash(other.reference)
    for (const each of [one, other]) expect(await complain(each.reference)).toMatchObject({ status: 303 })
    const [inCase] = await t.peek<{ id: string }>('select id from app.record_person where record_id = $1', [one.id])
    for (const who of ['deputy', 'chair']) {
      const writes = writesBeside(one.id, other.id, inCase?.id ?? '', of(who))
      expect(await t.as(of(who), (tx) => readCaseIn(tx, incidentHome, one.id)), who).toMatchObject({ id: one.id })
      for (const [what, write] of Object.entries(writes))
        await expect(t.as(of(who), write), `${who} ${what}`).rejects.toThrow(/row-level security/)
      const linked = t.as(of(who), async (tx) => {
        const read = await readCaseIn(tx, incidentHome, one.id)
        return linkCases(tx, of(who), { one: read, otherId: other.id, reason: 'The same' })
      })
      await expect(linked, who).rejects.toMatchObject({ name: 'Forbidden' })
    }
    const handler = writesBeside(one.id, other.id, inCase?.id ?? '', of('lead'))
    for (const write of Object.values(handler)) await t.as(of('lead'), write)
    await t.peek(
      `update app.answer_link set used_at = now(), typed_name = 'A secret', answers = '{}' where record_id = $1`,
      [one.id],
    )
    // Outside the case again: that it exists is all that the chair knows, and no name.
    await t.peek("update app.record_reader set until = now() where record_id = $1 and because = 'complaint'", [one.id])
    expect(await t.as(of('chair'), (tx) => sql`select 1 from app.answer_link`.execute(tx))).toMatchObject({ rows: [] })
    expect(await t.as(of('chair'), (tx) => sql`select 1 from app.notice_call`.execute(tx))).toMatchObject({ rows: [] })
  })
})

// Why somebody is kept out, or let in, is theirs to know.
const OWN = ['record_wall', 'record_reader']

describe('whoever is named in a case', () => {
  test('finds nothing of it in any table of the schema, whatever they did in it or were told of it before', async () => {
    const naming = await namingColumns(t)
    const { id, reference } = await open()
    const concern = await t.as(of('pupil'), (tx) =>
      tellConcern(tx, of('pupil'), testKeys.derive('receipts'), {
        ...{ schoolId, reporterKind: 'pupil', body: 'A secret', aboutKind: null, inDanger: false, wantsAnswer: true },
      }),
    )
    await t.peek("update app.concern set record_id = $1, state = 'incident' where id = $2", [id, concern.id])
    const { id: glass } = await smash(reference)
    await t.as(of('lead'), (tx) =>
      giveRecord(tx, of('lead'), { kind: 'incident', home: incidentHome, id, personId: of('dsl').personId }),
    )
    for (const who of ['dsl', 'deputy', 'head']) {
      await called('record', id, of(who))
      await called('concern', concern.id, of(who))
      for (const [kind, subject] of [
        ['record', id],
        ['concern', concern.id],
        ['record_glass', glass],
      ] as const)
        await notice(kind, subject, of(who))
    }
    expect(await seenAround(t, naming, of('head'), id)).toContain('record_glass')
    expect(await seenAround(t, naming, of('dsl'), id)).toContain('record_assignment')
    for (const who of ['dsl', 'deputy', 'head']) await name(id, of(who))
    for (const who of ['dsl', 'deputy', 'head']) {
      // Their own wall and invitation: the policies look them up as the person. No page shows them.
      const left = (await seenAround(t, naming, of(who), id)).filter((table) => !OWN.includes(table))
      expect(left, who).toEqual([])
      const { rows } = await t.as(of(who), (tx) =>
        sql`select 1 from app.notice where subject_id = ${concern.id} union all select 1 from app.notice_call where subject_id = ${concern.id}`.execute(
          tx,
        ),
      )
      expect(rows, who).toEqual([])
    }
    expect((await app.get(`/break-glass/${glass}`, of('head'))).status).toBe(404)
    const waits = await t.as(of('head'), (tx) => glassToReview(tx, of('head')))
    expect(waits.map((one) => one.id)).not.toContain(glass)
    // Whoever told it keeps what was written to them.
    await notice('concern', concern.id, of('pupil'))
    expect(
      await t.as(of('pupil'), (tx) =>
        tx.selectFrom('app.notice').select('id').where('subject_id', '=', concern.id).execute(),
      ),
    ).toHaveLength(1)
  })

  test('in whatever part does not say whether it was rightly opened in an emergency', async () => {
    const { id, reference } = await open()
    const glass = await smash(reference)
    await name(id, of('head'), 'witness')
    const found = { id: glass.id, found: 'right', says: 'It was' } as const
    await expect(t.as(of('head'), (tx) => reviewGlass(tx, of('head'), found))).rejects.toMatchObject({
      name: 'Forbidden',
    })
  })
})

describe('a complaint', () => {
  const isInCase = async (id: string, who: PersonActor) => {
    const asked = sql<{ is: boolean }>`select app.is_in_case(${id}::uuid, ${who.personId}::uuid) as is`
    return (await t.as(systemActor(who.organisationId, 'tests'), (tx) => asked.execute(tx))).rows[0]?.is
  }

  test('is heard by nobody who did anything in the case, also where they took no step of it', async () => {
    const head = of('head')
    const did: Record<string, (tx: Tx, id: string) => Promise<unknown>> = {
      'filled in its form': (tx, recordId) =>
        writeFields(tx, head, { recordId, fields: { for_class_teacher: 'Look' } }),
      'told somebody': async (tx, id) =>
        enterContact(tx, head, {
          one: await readCaseIn(tx, incidentHome, id),
          telling: { party: 'party/police', about: null },
          because: 'It is for the school',
        }),
      'brought evidence': (tx, recordId) =>
        addItem(tx, head, {
          ...{
            recordId,
            kind: 'printed',
            title: 'Chat',
            shows: 'Chat',
            label: { sheets: '1' },
            from: null,
            witness: null,
          },
          ...{ capturedAt: t.clock.now(), by: { personId: head.personId, words: null }, file: null },
        }),
      'answered who told of it': async (tx, id) => {
        const concern = await concernOf(id)
        return writeMessage(tx, head, { concernId: concern, body: 'Thank you' })
      },
    }
    for (const [what, act] of Object.entries(did)) {
      const { id } = await open()
      if (what.startsWith('answered')) await givenConcern(id)
      expect(await isInCase(id, head), what).toBe(false)
      await t.as(head, (tx) => act(tx, id))
      expect(await isInCase(id, head), what).toBe(true)
    }
  })

  test('does not show in the ledger of those who handled the case', async () => {
    const { reference } = await open()
    await complain(reference)
    const entries = (who: string) =>
      t.as(of(who), (tx) =>
        tx
          .selectFrom('app.ledger_entry')
          .select('seq')
          .where('subject_kind', '=', 'case_complaint')
          .where('code', '=', 'complaint.made')
          .execute(),
      )
    expect(await entries('lead')).toEqual([])
    expect((await entries('head')).length).toBeGreaterThan(0)
    expect((await entries('teacher')).length).toBeGreaterThan(0)
  })

  async function givenConcern(recordId: string): Promise<void> {
    const { id } = await t.as(of('pupil'), (tx) =>
      tellConcern(tx, of('pupil'), testKeys.derive('receipts'), {
        ...{ schoolId, reporterKind: 'pupil', body: 'A secret', aboutKind: null, inDanger: false, wantsAnswer: true },
      }),
    )
    await t.peek("update app.concern set record_id = $1, state = 'incident' where id = $2", [recordId, id])
  }
  const concernOf = async (recordId: string): Promise<string> =>
    (await t.peek<{ id: string }>('select id from app.concern where record_id = $1', [recordId]))[0]?.id ?? ''
})
