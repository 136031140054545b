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
    await t.as(system, (tx) => enqueue(tx, 'breaks', {}))
    await t.as(system, (tx) => enqueue(tx, 'note', { say: 'kept' }))
    await t
      .as(system, async (tx) => {
        await enqueue(tx, 'note', { say: 'lost' })
        throw new Error('no')
      })
      .catch(() => undefined)
    const seen: unknown[] = []
    const done = Promise.withResolvers<void>()
    const broke = Promise.withResolvers<void>()
    const faults: string[] = []
    const runner = await startJobs(
      t.jobsUrl,
      {
        note: async (payload) => {
          seen.push(payload)
          done.resolve()
        },
        breaks: async () => {
          broke.resolve()
          throw new TypeError('Leila Haddad is not JSON')
        },
      },
      { onFault: (task, fault) => void faults.push(`${task} ${String(fault)}`) },
    )
    await Promise.all([done.promise, broke.promise])
    await runner.stop()
    expect(seen).toEqual([{ say: 'kept', organisationId }])
    // A fault stays in the queue by its kind, without what somebody typed.
    expect(faults).toEqual(['breaks TypeError: Leila Haddad is not JSON'])
    const [left] = await t.peek<{ said: string }>('select last_error as said from graphile_worker._private_jobs')
    expect([left?.said.includes('TypeError'), left?.said.includes('Leila')]).toEqual([true, false])
    await t.peek('delete from graphile_worker._private_jobs')
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
