import { beforeAll, describe, expect, test } from 'vitest'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenSchool } from '#tests/support/school.ts'
import { walkRecord } from '#tests/support/walk-record.ts'
import { closeRecord, openRecord, readCase, reopenRecord } from './index.ts'

const t = useDatabase()
let lead: PersonActor
let teacher: PersonActor
let schoolId: string

beforeAll(async () => {
  ;({ schoolId, lead, teacher } = await givenSchool(t, ['lead', 'teacher']))
})

const read = (id: string) => t.as(lead, (tx) => readCase(tx, id))
const reopen = (actor: PersonActor, recordId: string, reason = 'The parents rang again') =>
  t.as(actor, (tx) => reopenRecord(tx, actor, { recordId, reason }))
const closed = async (): Promise<string> => {
  const input = { kind: 'incident', schoolId, title: 'Group chat', category: 'unkind_message', occurredAt: null }
  const { id } = await t.as(lead, (tx) => openRecord(tx, lead, { ...input, fields: {}, people: [] }))
  await walkRecord(t, lead, id, { triage: 'not_illegal' })
  return id
}

describe('a closed case', () => {
  test('is opened again with a reason, goes on at its closing step, and is closed once more', async () => {
    const id = await closed()
    const before = await read(id)
    expect(before.state).toBe('closed')
    expect(await reopen(lead, id, ' ')).toMatchObject({ ok: false, code: 'needs_reason' })
    t.clock.advance({ hours: 24 })
    await reopen(lead, id)
    const again = await read(id)
    expect(again).toMatchObject({ state: 'open', closedAt: null })
    expect(again.open.map((step) => [step.stepId, step.since])).toEqual([['close', t.clock.now().toString()]])
    const rows = `select chart, step from app.record_step where record_id = $1`
    expect(await t.peek(rows, [id])).toEqual([{ chart: 'record/incident', step: 'close' }])
    expect(again.run.events.slice(0, before.run.events.length)).toEqual(before.run.events)
    const closing = t.as(lead, (tx) => closeRecord(tx, lead, { recordId: id, outcome: 'done' }))
    await expect(closing).rejects.toMatchObject({ code: 'record.close.open_step' })
    t.clock.advance({ hours: 24 })
    await walkRecord(t, lead, id)
    const last = await read(id)
    expect(last).toMatchObject({ state: 'closed', closedAt: t.clock.now() })
    expect(await ledgerOf(id)).toEqual(['incident.reopened'])
  })

  test('is opened again by nobody who does not handle it, and only when it is closed', async () => {
    const id = await closed()
    await expect(reopen(teacher, id)).rejects.toMatchObject({ name: 'NotFound' })
    await reopen(lead, id)
    await expect(reopen(lead, id)).rejects.toMatchObject({ code: 'record.reopen.not_closed' })
  })

  test('that was announced for erasing is announced no longer; what is closed stays announced', async () => {
    const id = await closed()
    const system = systemActor(lead.organisationId, 'tests')
    const announce = () =>
      t.as(system, (tx) =>
        tx
          .insertInto('app.record_expiry')
          .values({
            ...{
              organisation_id: lead.organisationId,
              record_id: id,
              circle: 'x',
              rule: '6 years after it was closed',
            },
            ...{ expires_on: '2032-11-23', announced_at: '2032-10-23T10:00:00Z', announced_to: [lead.personId] },
          })
          .execute(),
      )
    const takeBack = () =>
      t.as(system, (tx) => tx.deleteFrom('app.record_expiry').where('record_id', '=', id).execute())
    const left = () => t.peek('select record_id from app.record_expiry where record_id = $1', [id])
    await announce()
    await takeBack()
    expect(await left()).toHaveLength(1)
    await reopen(lead, id)
    expect(await left()).toHaveLength(0)
  })
})

const ledgerOf = async (id: string) =>
  (
    await t.peek<{ code: string }>("select code from app.ledger_entry where record_id = $1 and code like '%reopened'", [
      id,
    ])
  ).map((row) => row.code)
