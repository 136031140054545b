import { describe, expect, test } from 'vitest'
import { systemActor } from '#core/actor.ts'
import { newId } from '#core/ids.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { recordEvent, recordLook } from './event.ts'
import { currentSeal } from './seal.ts'
import { verifyChain } from './verify.ts'

describe('the ledger', () => {
  const t = useDatabase()

  test('holds as one gapless chain when many transactions write at once', async () => {
    const { organisationId } = await givenOrganisation(t)
    const system = systemActor(organisationId, 'tests')
    await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        t.as(system, async (tx) =>
          recordEvent(tx, {
            code: 'test.noted',
            subject: { kind: 'test', id: newId() },
            details: { n, text: 'Zoë 學校' },
          }),
        ),
      ),
    )
    const report = await t.as(system, (tx) => verifyChain(tx, 'main'))
    expect(report).toMatchObject({ entries: 40, bad: null, erasedByRule: 0 })
    expect((await t.as(system, currentSeal)).hash).toBe(report.head)
  })

  test('writes nothing when the change is rolled back', async () => {
    const { organisationId } = await givenOrganisation(t)
    const system = systemActor(organisationId, 'tests')
    await expect(
      t.as(system, async (tx) => {
        recordEvent(tx, { code: 'test.noted' })
        throw new Error('changed our mind')
      }),
    ).rejects.toThrow('changed our mind')
    expect(await t.as(system, (tx) => verifyChain(tx, 'main'))).toMatchObject({ entries: 0, bad: null })
  })

  test.each([
    [
      'a changed code',
      `update app.ledger_entry set code = 'test.forged' where organisation_id = $1 and seq = 3`,
      3,
      'changed',
    ],
    [
      'a changed time',
      `update app.ledger_entry set at = at + interval '1 second' where organisation_id = $1 and seq = 2`,
      2,
      'changed',
    ],
    [
      'changed details',
      `update app.ledger_detail set details = '{"n":9}' where organisation_id = $1 and seq = 4`,
      4,
      'details',
    ],
    [
      'a missing last entry',
      `delete from app.ledger_detail where organisation_id = $1 and seq = 5; delete from app.ledger_entry where organisation_id = $1 and seq = 5`,
      5,
      'head',
    ],
  ])('names the first bad entry after %s', async (_, statement, seq, says) => {
    const { organisationId } = await givenOrganisation(t)
    const system = systemActor(organisationId, 'tests')
    for (const n of [1, 2, 3, 4, 5])
      await t.as(system, async (tx) => recordEvent(tx, { code: 'test.noted', details: { n } }))
    for (const part of statement.split('; ')) await t.peek(part, [organisationId])
    const { bad } = await t.as(system, (tx) => verifyChain(tx, 'main'))
    expect(bad?.seq).toBe(seq)
    expect(bad?.says).toContain(says)
  })

  test('still holds when retention has erased details, and says how many', async () => {
    const { organisationId } = await givenOrganisation(t)
    const system = systemActor(organisationId, 'tests')
    for (const n of [1, 2, 3]) await t.as(system, async (tx) => recordEvent(tx, { code: 'test.noted', details: { n } }))
    await t.peek('delete from app.ledger_detail where organisation_id = $1 and seq = 2', [organisationId])
    expect(await t.as(system, (tx) => verifyChain(tx, 'main'))).toMatchObject({
      entries: 3,
      erasedByRule: 1,
      bad: null,
    })
  })

  test('refuses the web role every change and deletion of an entry', async () => {
    const { organisationId } = await givenOrganisation(t)
    const system = systemActor(organisationId, 'tests')
    await t.as(system, async (tx) => recordEvent(tx, { code: 'test.noted', details: {} }))
    const update = t.as(system, (tx) =>
      tx.updateTable('app.ledger_entry').set({ code: 'x' }).where('organisation_id', '=', organisationId).execute(),
    )
    await expect(update).rejects.toThrow('permission denied')
    const removal = t.as(system, (tx) =>
      tx.deleteFrom('app.ledger_detail').where('organisation_id', '=', organisationId).execute(),
    )
    await expect(removal).rejects.toThrow('permission denied')
  })

  test('keeps looks in a chain of their own', async () => {
    const organisation = await givenOrganisation(t)
    const amal = await givenPerson(t, organisation, { kind: 'staff', name: 'Amal Okafor' })
    await t.as(amal, async (tx) => recordLook(tx, { code: 'record.opened' }))
    const system = systemActor(organisation.organisationId, 'tests')
    expect(await t.as(system, (tx) => verifyChain(tx, 'read'))).toMatchObject({ entries: 1, bad: null })
    expect(await t.as(system, (tx) => verifyChain(tx, 'main'))).toMatchObject({ entries: 0, bad: null })
  })
})
