import { describe, expect, test } from 'vitest'
import type { AnonymousActor, PersonActor } from '#core/actor.ts'
import { anonymousActor, systemActor } from '#core/actor.ts'
import { newId } from '#core/ids.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenClass, givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import type { TellConcern } from './index.ts'
import {
  closeConcern,
  findByReceipt,
  nameStaff,
  readConcernForCase,
  settleConcernByCase,
  takeConcern,
  tellConcern,
  tellOfConcern,
  waitingConcerns,
  writeMessage,
  writeNote,
} from './index.ts'

const KEY = Buffer.alloc(32, 3)

describe('a concern', () => {
  const t = useDatabase()

  async function given() {
    const organisation = await givenOrganisation(t)
    await givenPolicy(t, organisation)
    const staff = (name: string, ...posts: string[]) => givenPerson(t, organisation, { kind: 'staff', name, posts })
    const lead = await staff('Priya Raman', 'online_safety_lead')
    const dsl = await staff('Nia Okafor', 'dsl')
    const head = await staff('Moira Tolland', 'head')
    const teacher = await staff('Sam Pritchard')
    const pupil = await givenPerson(t, organisation, { kind: 'pupil', name: 'Leila Haddad', yearGroup: 8 })
    const nobody = anonymousActor(organisation.organisationId)
    const tell = (actor: PersonActor | AnonymousActor, more: Partial<TellConcern> = {}) =>
      t.as(actor, (tx) =>
        tellConcern(tx, actor, KEY, {
          schoolId: organisation.schoolId,
          reporterKind: actor.kind === 'anonymous' ? 'anonymous' : 'pupil',
          body: 'Somebody keeps writing to me',
          aboutKind: 'contact',
          inDanger: false,
          wantsAnswer: true,
          ...more,
        }),
      )
    const runJob = (id: string) =>
      t.as(systemActor(organisation.organisationId, 'concerns'), (tx) => tellOfConcern(tx, id))
    const withReceipt = (concernId: string): AnonymousActor => ({ ...nobody, concernId })
    return { organisation, lead, dsl, head, teacher, pupil, nobody, tell, runJob, withReceipt, staff }
  }

  const seenBy = async (who: PersonActor | AnonymousActor): Promise<string[]> =>
    (await t.as(who, (tx) => tx.selectFrom('app.concern').select('id').orderBy('id').execute())).map((row) => row.id)

  test('keeps of its receipt only an HMAC, under a key that the database does not have', async () => {
    const { nobody, tell } = await given()
    const { id, receipt } = await tell(nobody)
    expect(receipt).toMatch(/^\d{16}$/)
    const [row] = await t.peek<{ receipt_hmac: Buffer }>('select receipt_hmac from app.concern where id = $1', [id])
    expect(row?.receipt_hmac).toHaveLength(32)
    expect(JSON.stringify(await t.peek('select * from app.ledger_detail'))).not.toContain(receipt)
    const find = (key: Buffer, code: string) => t.as(nobody, (tx) => findByReceipt(tx, key, code))
    expect(await find(KEY, receipt)).toBe(id)
    expect(await find(Buffer.alloc(32, 4), receipt)).toBeNull()
    expect(await find(KEY, '0000000000000000')).toBeNull()
  })

  test('opens its conversation to whoever has the receipt, and nothing else', async () => {
    const { nobody, lead, tell, withReceipt } = await given()
    const { id } = await tell(nobody)
    const other = await tell(nobody)
    expect(await seenBy(nobody)).toEqual([])
    expect(await seenBy(withReceipt(id))).toEqual([id])
    await t.as(lead, (tx) => writeNote(tx, lead, { concernId: id, body: 'Speak to the form tutor first' }))
    await t.as(lead, (tx) => writeMessage(tx, lead, { concernId: id, body: 'Thank you. Who is it?' }))
    await t.as(withReceipt(id), (tx) =>
      writeMessage(tx, withReceipt(id), { concernId: id, body: 'A boy from outside' }),
    )
    const asHolder = <T>(work: Parameters<typeof t.as<T>>[1]) => t.as(withReceipt(id), work)
    expect(
      await asHolder((tx) =>
        tx.selectFrom('app.concern_message').select(['direction', 'body']).orderBy('direction', 'desc').execute(),
      ),
    ).toEqual([
      { direction: 'to_reporter', body: 'Thank you. Who is it?' },
      { direction: 'from_reporter', body: 'A boy from outside' },
    ])
    expect(await asHolder((tx) => tx.selectFrom('app.concern_note').selectAll().execute())).toEqual([])
    expect(await asHolder((tx) => tx.selectFrom('app.person').selectAll().execute())).toEqual([])
    await expect(
      asHolder((tx) => writeMessage(tx, withReceipt(id), { concernId: other.id, body: 'x' })),
    ).rejects.toMatchObject({ name: 'NotFound' })
  })

  test('cannot be told as anonymous by somebody known', async () => {
    const { pupil, tell } = await given()
    await expect(tell(pupil, { reporterKind: 'anonymous' })).rejects.toThrow(TypeError)
  })

  test('is unknown to staff outside its circle, to pupils and to another organisation, whatever they try', async () => {
    const { lead, teacher, pupil, nobody, tell } = await given()
    const { id } = await tell(nobody)
    const stranger = (await given()).lead
    expect(await seenBy(lead)).toEqual([id])
    for (const who of [teacher, pupil, stranger]) {
      expect(await seenBy(who)).toEqual([])
      const tries = [
        (actor: PersonActor) => t.as(actor, (tx) => takeConcern(tx, actor, id)),
        (actor: PersonActor) => t.as(actor, (tx) => writeMessage(tx, actor, { concernId: id, body: 'x' })),
        (actor: PersonActor) => t.as(actor, (tx) => writeNote(tx, actor, { concernId: id, body: 'x' })),
        (actor: PersonActor) =>
          t.as(actor, (tx) => closeConcern(tx, actor, { concernId: id, reason: 'x', answer: 'x' })),
        (actor: PersonActor) =>
          t.as(actor, (tx) => nameStaff(tx, actor, { concernId: id, personIds: [lead.personId] })),
        (actor: PersonActor) =>
          t.as(actor, (tx) => settleConcernByCase(tx, actor, { concernId: id, recordId: newId() })),
        (actor: PersonActor) => t.as(actor, (tx) => readConcernForCase(tx, id)),
      ]
      for (const attempt of tries) await expect(attempt(who)).rejects.toMatchObject({ name: 'NotFound' })
    }
    const [row] = await t.peek<{ state: string }>('select state from app.concern where id = $1', [id])
    expect(row?.state).toBe('new')
  })

  test('shows who told it to its circle, and to nobody else', async () => {
    const { lead, teacher, pupil, tell, withReceipt } = await given()
    const { id } = await tell(pupil)
    const reporters = (who: PersonActor | AnonymousActor) =>
      t.as(who, (tx) => tx.selectFrom('app.concern_reporter').select('person_id').execute())
    expect(await reporters(lead)).toEqual([{ person_id: pupil.personId }])
    expect(await reporters(pupil)).toEqual([{ person_id: pupil.personId }])
    expect(await reporters(teacher)).toEqual([])
    expect(await reporters(withReceipt(id))).toEqual([])
  })

  test('is taken by somebody, answered and closed, and refuses to close without the answer that was asked for', async () => {
    const { lead, nobody, tell } = await given()
    const { id } = await tell(nobody)
    expect(await t.as(lead, (tx) => waitingConcerns(tx))).toMatchObject({ count: 1, urgent: 0, firstId: id })
    await t.as(lead, (tx) => takeConcern(tx, lead, id))
    expect(await t.as(lead, (tx) => waitingConcerns(tx))).toMatchObject({ count: 0 })
    const close = (answer: string) =>
      t.as(lead, (tx) => closeConcern(tx, lead, { concernId: id, reason: 'Settled by talking', answer }))
    await expect(close('')).rejects.toMatchObject({ code: 'concern.close.unanswered' })
    await close('We have spoken with everybody')
    await expect(close('again')).rejects.toMatchObject({ code: 'concern.close.closed' })
    await expect(t.as(lead, (tx) => takeConcern(tx, lead, id))).resolves.toBeUndefined()
    await expect(
      t.as(lead, (tx) => nameStaff(tx, lead, { concernId: id, personIds: [lead.personId] })),
    ).rejects.toMatchObject({ code: 'concern.name.closed' })
  })

  test('walls off staff who are named in it, the handler too, and is free again for the others', async () => {
    const { lead, dsl, nobody, tell } = await given()
    const { id } = await tell(nobody)
    await t.as(lead, (tx) => takeConcern(tx, lead, id))
    await t.as(dsl, (tx) => nameStaff(tx, dsl, { concernId: id, personIds: [lead.personId] }))
    expect(await seenBy(lead)).toEqual([])
    await expect(t.as(lead, (tx) => writeNote(tx, lead, { concernId: id, body: 'x' }))).rejects.toMatchObject({
      name: 'NotFound',
    })
    for (const table of ['app.concern_message', 'app.concern_note', 'app.concern_reporter'] as const)
      expect(await t.as(lead, (tx) => tx.selectFrom(table).select('concern_id').execute())).toEqual([])
    const [row] = await t.peek<{ state: string; taken_by: string | null }>(
      'select state, taken_by from app.concern where id = $1',
      [id],
    )
    expect(row).toEqual({ state: 'new', taken_by: null })
    expect(
      await t.as(lead, (tx) =>
        tx
          .selectFrom('app.ledger_entry')
          .select('code')
          .where('subject_id', '=', id)
          .where('chain', '=', 'main')
          .execute(),
      ),
    ).toEqual([])
  })

  test('about the head goes to the chair of governors, whether the reporter says so or a handler', async () => {
    const { organisation, head, dsl, nobody, tell, runJob } = await given()
    const chair = await givenPerson(t, organisation, {
      kind: 'governor',
      name: 'Ruth Adeyemi',
      posts: ['chair_of_governors'],
    })
    const said = await tell(nobody, { aboutKind: 'adult', aboutPosts: ['head'] })
    const plain = await tell(nobody, { aboutKind: 'adult' })
    expect(await seenBy(head)).toEqual([plain.id])
    expect(await seenBy(chair)).toEqual([said.id])
    await runJob(said.id)
    const told = () =>
      t.peek<{ reader_id: string }>('select distinct reader_id from app.notice where subject_id = $1', [said.id])
    const readers = (await told()).map((row) => row.reader_id)
    expect(readers).toContain(chair.personId)
    expect(readers).not.toContain(head.personId)
    await t.as(dsl, (tx) => nameStaff(tx, dsl, { concernId: plain.id, personIds: [head.personId] }))
    expect(await seenBy(head)).toEqual([])
    expect(await seenBy(chair)).toEqual([said.id, plain.id].sort())
  })

  const readersTold = async (id: string) =>
    (await t.peek<{ reader_id: string }>('select distinct reader_id from app.notice where subject_id = $1', [id])).map(
      (row) => row.reader_id,
    )

  test('tells whom the reporter chose, their class teacher too, and opens itself to them', async () => {
    const { organisation, pupil, teacher, lead, dsl, head, tell, runJob } = await given()
    await givenClass(t, organisation, teacher, [pupil])
    const { id } = await tell(pupil, { aboutKind: 'seen_something', chosen: ['class_teachers'] })
    expect(await seenBy(teacher)).toEqual([])
    await runJob(id)
    expect(await seenBy(teacher)).toEqual([id])
    // The choice takes nothing away: the lead is told by another rule, and the DSL can read it as before.
    const told = await readersTold(id)
    expect(told).toEqual(expect.arrayContaining([teacher.personId, lead.personId]))
    expect(told).not.toContain(head.personId)
    expect(await seenBy(dsl)).toEqual([id])
  })

  test('never reaches somebody named in it, even when they were chosen', async () => {
    const { organisation, nobody, head, tell, runJob } = await given()
    const chair = await givenPerson(t, organisation, {
      kind: 'governor',
      name: 'Ruth Adeyemi',
      posts: ['chair_of_governors'],
    })
    const { id } = await tell(nobody, { aboutKind: 'other', aboutPosts: ['head'], chosen: ['party/head'] })
    await runJob(id)
    expect(await seenBy(head)).toEqual([])
    expect(await readersTold(id)).toContain(chair.personId)
    expect(await readersTold(id)).not.toContain(head.personId)
    expect(await seenBy(chair)).toEqual([id])
  })

  test('lets nobody in by a choice that the policy does not offer', async () => {
    const { staff, nobody, tell, runJob } = await given()
    const manager = await staff('Ben Adeyemi', 'network_manager')
    const { id } = await tell(nobody, { aboutKind: 'seen_something', chosen: ['party/network_manager'] })
    await runJob(id)
    expect(await seenBy(manager)).toEqual([])
    expect(await readersTold(id)).not.toContain(manager.personId)
  })
})
