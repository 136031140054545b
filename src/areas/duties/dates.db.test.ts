import { describe, expect, test } from 'vitest'
import { tellOfRecord } from '#areas/notices/index.ts'
import { openRecord, readCase, takeStep, writeFields } from '#areas/records/index.ts'
import { systemActor } from '#core/actor.ts'
import type { Does } from '#pack/engines/flow/answer.ts'
import { useDatabase } from '#tests/support/database.ts'
import { dutyTests } from '#tests/support/duties.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import type { RecordWithDates } from './commands/duties-of-dates.ts'
import { dutiesOfDates } from './commands/duties-of-dates.ts'
import { doDuty, tellLate } from './index.ts'

const t = useDatabase('2026-10-24T20:00:00Z')
const { rows } = dutyTests(t)

async function given() {
  t.clock.set('2026-10-24T20:00:00Z')
  const organisation = await givenOrganisation(t)
  await givenPolicy(t, organisation, 'specialist-group')
  const staff = (name: string, post: string) => givenPerson(t, organisation, { kind: 'staff', name, posts: [post] })
  const controller = await staff('Ilse Varga', 'data_controller')
  const proprietor = await staff('Owen Sallow', 'proprietor')
  const system = systemActor(organisation.organisationId, 'tests')
  const fields = { aware_at: '2026-10-23T16:00', breach_what: 'A list was sent to the wrong school.' }
  const { id } = await t.as(controller, (tx) =>
    openRecord(tx, controller, {
      kind: 'data_breach',
      schoolId: organisation.schoolId,
      title: 'A list went astray',
      category: null,
      occurredAt: null,
      fields,
      people: [],
    }),
  )
  const moment = async (name: string) => {
    await t.as(system, (tx) => tellOfRecord(tx, { recordId: id, moment: name }))
    const [job] = await t.peek<{ payload: RecordWithDates }>(
      `select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks k on k.id = j.task_id
       where k.identifier = 'record_dates' and payload->>'recordId' = $1 order by j.id desc limit 1`,
      [id],
    )
    if (job === undefined) throw new Error('nothing was queued')
    return t.as(system, (tx) => dutiesOfDates(tx, job.payload))
  }
  const duties = async () =>
    (await rows(organisation, 'notify_authority')).map((one) => `${one.due_at.toISOString()} ${one.state}`)
  // An answer with the key of a step that was answered is its correction.
  const answer = async (does: Does, settled?: string) => {
    const open = (await t.as(controller, (tx) => readCase(tx, id))).open.find((one) => one.stepId === 'risk')
    const step = settled ?? open?.key ?? ''
    const taken = await t.as(controller, (tx) =>
      takeStep(tx, controller, {
        recordId: id,
        step,
        does,
        fields: { risk_reason: 'Names only.' },
        reason: 'Said in the test',
      }),
    )
    expect(taken, JSON.stringify(taken)).toMatchObject({ ok: true })
    return step
  }
  return { organisation, controller, proprietor, system, id, moment, duties, answer }
}

describe('the 72 hours of a breach', () => {
  test('run from the moment of awareness, over the weekend and the change of the clocks, and once', async () => {
    const { organisation, moment, duties, id } = await given()
    expect(await moment('opened')).toBe(1)
    expect(await moment('changed')).toBe(0)
    expect(await duties()).toEqual(['2026-10-26T15:00:00.000Z open'])
    const [duty] = await rows(organisation, 'notify_authority')
    expect(duty).toMatchObject({ party: 'data_controller', record_id: id })
    expect(duty?.starts_at.toISOString()).toBe('2026-10-23T15:00:00.000Z')
  })

  test('tell the proprietor when they have passed, and ask the controller for the reason', async () => {
    const { organisation, controller, proprietor, system, moment } = await given()
    await moment('opened')
    const [duty] = await rows(organisation, 'notify_authority')
    const notices = () => t.peek('select reader_id from app.notice where subject_id = $1', [duty?.id])
    t.clock.set('2026-10-26T15:00:00Z')
    await t.as(system, (tx) => tellLate(tx, system))
    const early = await notices()
    t.clock.set('2026-10-26T15:00:01Z')
    await t.as(system, (tx) => tellLate(tx, system))
    expect([...early, ...(await notices())]).toContainEqual({ reader_id: proprietor.personId })
    await expect(
      t.as(controller, (tx) => doDuty(tx, controller, { dutyId: duty?.id ?? '', note: 'Sent.', outcome: 'done' })),
    ).rejects.toMatchObject({ code: 'duty.reason' })
  })

  test('begin anew when awareness is corrected, and the first ones are taken back', async () => {
    const { controller, id, moment, duties } = await given()
    await moment('opened')
    await t.as(controller, (tx) =>
      writeFields(tx, controller, {
        recordId: id,
        fields: { aware_at: '2026-10-23T12:00' },
        reason: 'The mail came at noon',
      }),
    )
    expect(await moment('changed')).toBe(1)
    expect(await duties()).toEqual(['2026-10-26T11:00:00.000Z open', '2026-10-26T15:00:00.000Z not_needed'])
  })

  test('end when the risk is judged unlikely, and run again when that is corrected', async () => {
    const { moment, duties, answer } = await given()
    await moment('opened')
    const step = await answer({ answers: ['yes'] })
    expect(await moment('changed')).toBe(0)
    expect(await duties()).toEqual(['2026-10-26T15:00:00.000Z not_needed'])
    await answer({ answers: ['no'] }, step)
    expect(await moment('changed')).toBe(1)
    expect(await duties()).toEqual(['2026-10-26T15:00:00.000Z open'])
  })

  test('go on when the risk is not unlikely', async () => {
    const { moment, duties, answer } = await given()
    await moment('opened')
    await answer({ answers: ['no'] })
    await moment('changed')
    expect(await duties()).toEqual(['2026-10-26T15:00:00.000Z open'])
  })
})
