import { describe, expect, test } from 'vitest'
import { systemActor } from '#core/actor.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation } from '#tests/support/given.ts'
import { enqueue } from '../database/tx.ts'
import { oldestWait, startJobs } from './runner.ts'

describe('jobs', () => {
  const t = useDatabase()

  test('run after the change that queued them, with its organisation, and not when it was rolled back', async () => {
    const { organisationId } = await givenOrganisation(t)
    const system = systemActor(organisationId, 'tests')
    await t.as(system, (tx) => enqueue(tx, 'note', { say: 'kept' }))
    await t
      .as(system, async (tx) => {
        await enqueue(tx, 'note', { say: 'lost' })
        throw new Error('no')
      })
      .catch(() => undefined)
    const seen: unknown[] = []
    const done = Promise.withResolvers<void>()
    const runner = await startJobs(
      t.jobsUrl,
      {
        note: async (payload) => {
          seen.push(payload)
          done.resolve()
        },
      },
      { onFault: () => {} },
    )
    await done.promise
    await runner.stop()
    expect(seen).toEqual([{ say: 'kept', organisationId }])
    expect(await oldestWait(t.jobsUrl)).toBe(0)
  })

  test('waiting ones are seen by the health page', async () => {
    const { organisationId } = await givenOrganisation(t)
    await t.as(systemActor(organisationId, 'tests'), (tx) =>
      enqueue(tx, 'nobody_runs_this', {}, { runAt: Temporal.Now.instant().subtract({ minutes: 9 }) }),
    )
    expect(await oldestWait(t.jobsUrl)).toBeGreaterThan(500)
  })
})
