import { describe, expect, test } from 'vitest'
import { moveRecord, readCase, readContacts, remindWaiting, takeStep, tellLateChases } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import { useApp } from '#tests/support/app.ts'
import { openIncident } from '#tests/support/cast.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { toldNow } from '#tests/support/told.ts'

const t = useDatabase('2026-11-20T09:00:00Z')
const app = useApp(t)
const AT = '2026-11-20T08:30:00Z'

describe('a case that waits for an answer', () => {
  const take = (actor: PersonActor, id: string, step: string, more: Partial<Parameters<typeof takeStep>[2]>) =>
    t.as(actor, (tx) => takeStep(tx, actor, { recordId: id, step, does: { done: true }, reason: '', ...more }))
  const contacts = (actor: PersonActor, id: string) => t.as(actor, (tx) => readContacts(tx, [id]))
  const text = async (actor: PersonActor, path: string) => (await app.get(path, actor)).text

  test('tells whoever handles it that the day to ask again has passed, and whoever waits to ask again, until the answer comes', async () => {
    const organisation = await givenOrganisation(t)
    await givenPolicy(t, organisation, 'independent-school')
    const staff = (name: string, ...posts: string[]) => givenPerson(t, organisation, { kind: 'staff', name, posts })
    const [lead, head, teacher] = [
      await staff('Ida Lund', 'online_safety_lead'),
      await staff('Vera Holt', 'head'),
      await staff('Una Reed'),
    ]
    const { id, reference } = await openIncident(t, lead, { schoolId: organisation.schoolId, title: 'Images' })
    await t.as(lead, (tx) => moveRecord(tx, lead, { recordId: id, to: 'flow/illegal', reason: 'It is illegal' }))
    // What stands open is named by its procedure, wherever the case came from.
    const open = `select distinct chart, step from app.record_step where record_id = $1 order by chart, step`
    const rows = await t.peek<{ chart: string; step: string }>(open, [id])
    const steps = (await t.as(head, (tx) => readCase(tx, id))).open.filter((one) => !one.early)
    expect(rows.map((row) => `${row.chart}#${row.step}`)).toEqual(
      [...new Set(steps.map((one) => `${one.chart}#${one.stepId}`))].toSorted(),
    )
    expect(rows).toContainEqual({ chart: 'flow/illegal', step: 'preserve' })
    const at = async (name: string) =>
      (await t.as(head, (tx) => readCase(tx, id))).open.find((one) => one.stepId === name)?.key ?? ''
    const went = async (name: string, more: Partial<Parameters<typeof takeStep>[2]>) =>
      expect(await take(head, id, await at(name), more)).toMatchObject({ ok: true })
    await went('preserve', { fields: { device_secured: 'In the safe' } })
    await went('tell', { fields: { head_told_at: AT } })
    const told = [toldNow('party/police', { at: AT, chaseOn: '2026-11-25' })]
    await went('police', { fields: { police_told_by: 'Vera' }, told })

    const system = systemActor(organisation.organisationId, 'tests')
    const late = () => t.as(system, (tx) => tellLateChases(tx, system))
    expect(await late()).toBe(0)
    t.clock.set('2026-11-26T01:00:00Z')
    expect([await late(), await late()]).toEqual([2, 0])
    const notices = await t.peek<{ reader_id: string; says: string }>(
      'select reader_id, says from app.notice where subject_id = $1 and code like $2',
      [id, 'record.chase/%'],
    )
    expect(new Set(notices.map((one) => one.reader_id))).toEqual(new Set([lead.personId, head.personId]))
    expect(notices[0]?.says).toBe(`Late: ask again in ${reference}: Police`)
    expect(await text(teacher, '/notices')).not.toContain(reference)

    await went('suspend', { does: { answers: ['no'] }, fields: { not_suspended_why: 'Nobody is suspected' } })
    expect((await contacts(head, id))[0]).toMatchObject({ answered: false })
    // The policy reminds the head, who waits for their advice, every five school days; nobody else, and no longer than it waits.
    const remindedAt = async (at: string) => {
      t.clock.set(at)
      const remind = () => t.as(system, (tx) => remindWaiting(tx, system))
      return [await remind(), await remind()]
    }
    expect(await remindedAt('2026-12-03T12:00:00Z')).toEqual([0, 0])
    expect(await remindedAt('2026-12-04T01:00:00Z')).toEqual([1, 0])
    expect(await remindedAt('2026-12-11T01:00:00Z')).toEqual([1, 0])
    const reminders = await t.peek<{ reader_id: string; says: string }>(
      "select reader_id, says from app.notice where subject_id = $1 and code like 'record.waits/%'",
      [id],
    )
    const line = { reader_id: head.personId, says: `Still no answer in ${reference}: Police advice. Ask again.` }
    expect(reminders).toEqual([line, line])
    const kept = "select clauses from app.ledger_entry where record_id = $1 and code = 'incident.reminded'"
    expect(await t.peek(kept, [id])).toHaveLength(2)
    await went('await', { fields: { police_advice: 'Go on inside the school' } })
    const [answered] = await contacts(head, id)
    expect(answered).toMatchObject({ answered: true, chaseOn: null })
    expect(answered?.later[0]).toMatchObject({ does: 'replied', reply: 'Go on inside the school' })
    expect(await remindedAt('2026-12-29T01:00:00Z')).toEqual([0, 0])
  })
})
