import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { addItem, signEntry, writeEntry } from '#areas/evidence/index.ts'
import { openRecord, voidRecord } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import { sweepUnneeded } from '#platform/files/sweep-unneeded.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { type GivenOrganisation, givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { announceExpiry } from './commands/announce-expiry.ts'
import { eraseDue } from './commands/erase-due.ts'

const t = useDatabase()
const app = useApp(t)
let organisation: GivenOrganisation
let lead: PersonActor
let system: ReturnType<typeof systemActor>

beforeAll(async () => {
  organisation = await givenOrganisation(t)
  system = systemActor(organisation.organisationId, 'retention')
  await givenPolicy(t, organisation, 'specialist-group')
  lead = await givenPerson(t, organisation, { kind: 'staff', name: 'Priya Raman', posts: ['dsl'] })
})

const put = async (words: string) => {
  const content = (async function* () {
    yield Buffer.from(words)
  })()
  return app.files.evidence.put(organisation.organisationId, content, { maxBytes: 1000 })
}
const has = (sha256: string) => app.files.evidence.has(organisation.organisationId, sha256)
const opened = async () => {
  const { schoolId } = organisation
  const input = {
    kind: 'incident',
    schoolId,
    title: 'Chat',
    category: 'cyber_bullying',
    occurredAt: null,
    fields: {},
    people: [],
  }
  return (await t.as(lead, (tx) => openRecord(tx, lead, input))).id
}
const words = (name: string) => ({ personId: null, words: name })
const withFile = async (recordId: string, content: string) => {
  const file = { ...(await put(content)), name: 'chat.txt' }
  const { id } = await t.as(lead, (tx) =>
    addItem(tx, lead, {
      ...{ recordId, kind: 'file', title: 'The chat', shows: '', label: {}, from: null, witness: null, file },
      ...{ capturedAt: t.clock.now(), by: words('Ada Sand') },
    }),
  )
  return { id, sha256: file.sha256 }
}
const close = (recordId: string) => t.as(lead, (tx) => voidRecord(tx, lead, { recordId, reason: 'Over' }))
const lock = (recordId: string) =>
  t.peek('update app.record set files_locked = true where id = $1 and organisation_id = $2', [
    recordId,
    organisation.organisationId,
  ])
const sweep = () => sweepUnneeded({ db: t.db, files: app.files, clock: t.clock }, organisation.organisationId)

describe('the files of evidence', () => {
  test('leave the store when their case is erased, locked or not, unless another case has the same', async () => {
    const [plain, locked, other] = [await opened(), await opened(), await opened()]
    const mine = await withFile(plain, 'mine')
    const shared = await withFile(plain, 'shared')
    await withFile(other, 'shared')
    const unseen = await withFile(locked, 'unseen')
    await lock(locked)
    await close(plain)
    await close(locked)
    t.clock.set('2032-10-25T10:00:00Z')
    await t.as(system, announceExpiry)
    t.clock.set('2032-11-24T10:00:00Z')
    expect(await t.as(system, eraseDue)).toBe(2)
    // The program stopped here: the night after finds what is left all the same.
    expect([await has(mine.sha256), await has(unseen.sha256)]).toEqual([true, true])
    expect(await sweep()).toBe(2)
    expect([await has(mine.sha256), await has(unseen.sha256), await has(shared.sha256)]).toEqual([false, false, true])
    expect(await sweep()).toBe(0)
  })

  test('that never got a row go after a day, and not before', async () => {
    t.clock.set('2026-11-22T12:00:00Z')
    const { sha256 } = await put('nobody was told that it is kept')
    const now = Temporal.Now.instant()
    t.clock.set(now.add({ hours: 23 }).toString())
    expect([await sweep(), await has(sha256)]).toEqual([0, true])
    t.clock.set(now.add({ hours: 25 }).toString())
    expect([await sweep(), await has(sha256)]).toEqual([1, false])
  })

  test('of a locked case go unseen once two people have signed that they are destroyed, and not before', async () => {
    const record = await opened()
    const { id, sha256 } = await withFile(record, 'to be destroyed')
    await lock(record)
    const erase = () =>
      t.as(system, (tx) =>
        sql<{ content: string | null }>`select app.mark_evidence_erased(${id}::uuid, now()) as content`.execute(tx),
      )
    await expect(erase()).rejects.toThrow('two people have not signed')
    const entryId = await t.as(lead, (tx) =>
      writeEntry(tx, lead, {
        ...{ recordId: record, evidenceId: id, kind: 'destroyed', at: t.clock.now(), from: null, to: null },
        fields: { how: 'Erased', why: 'The police say so', witness: words('Bea Sand') },
      }),
    )
    const sign = (part: string, by: 'sample' | 'paper') =>
      t.as(lead, (tx) =>
        signEntry(tx, lead, { entryId, part, method: by === 'paper' ? { by, says: 'In the folder' } : { by } }),
      )
    await sign('writer', 'sample')
    await expect(erase()).rejects.toThrow('two people have not signed')
    await sign('witness', 'paper')
    expect((await erase()).rows).toEqual([{ content: sha256 }])
    expect((await erase()).rows).toEqual([{ content: null }])
    await expect(
      t.as(lead, (tx) => sql`select app.mark_evidence_erased(${id}::uuid, now())`.execute(tx)),
    ).rejects.toThrow('only the system erases')
    const asked = await t.as(lead, (tx) => sql`select app.evidence_unneeded(array[${sha256}])`.execute(tx))
    expect(asked.rows).toEqual([])
  })
})
