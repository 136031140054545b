import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { systemActor } from '#core/actor.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation } from '#tests/support/given.ts'
import { enqueue } from '../database/tx.ts'
import type { JobPayload } from './runner.ts'
import { startJobs } from './runner.ts'

interface WaitingJob {
  readonly id: string
  readonly revision: number
  readonly key: string | null
}

describe('work with a key, which stands for many', () => {
  const t = useDatabase()
  const jobs = (key: string): Promise<WaitingJob[]> =>
    t.peek<WaitingJob>('select id::text, revision, key from graphile_worker._private_jobs where key = $1', [key])
  const given = async () => {
    const { organisationId } = await givenOrganisation(t)
    const key = `count:${organisationId}`
    const system = systemActor(organisationId, 'tests')
    const ask = () => t.as(system, (tx) => enqueue(tx, 'count', {}, { key }))
    return { organisationId, key, system, ask }
  }

  test('is not written again while it waits', async () => {
    const { key, ask } = await given()
    for (let times = 0; times < 3; times += 1) await ask()
    expect(await jobs(key)).toMatchObject([{ revision: 0 }])
  })

  test('is asked for once by a transaction that asks often, and with the last words', async () => {
    const { organisationId, key, system } = await given()
    await t.as(system, async (tx) => {
      await enqueue(tx, 'count', { from: 1 }, { key })
      await enqueue(tx, 'count', { from: 2 }, { key })
    })
    const rows = await t.peek('select payload, revision from graphile_worker._private_jobs where key = $1', [key])
    expect(rows).toEqual([{ payload: { from: 2, organisationId }, revision: 0 }])
  })

  test('is written again when it is asked for in other words', async () => {
    const { organisationId, key, system, ask } = await given()
    await ask()
    await t.as(system, (tx) => enqueue(tx, 'count', { from: 2 }, { key }))
    const rows = await t.peek('select payload from graphile_worker._private_jobs where key = $1', [key])
    expect(rows).toEqual([{ payload: { from: 2, organisationId } }])
  })

  test('does not begin before every change that asked for it is in', async () => {
    const { organisationId, key, ask } = await given()
    await ask()
    // What the runner asks before it begins a job.
    const ready = () => t.peek('select from graphile_worker._private_jobs where key = $1 for update skip locked', [key])
    expect(await ready()).toHaveLength(1)
    const askers = [0, 1].map(() => new pg.Client({ connectionString: t.webUrl }))
    for (const asker of askers) {
      await asker.connect()
      await asker.query('begin')
      await asker.query('select app.enqueue($1, $2, null, $3)', ['count', { organisationId }, key])
    }
    for (const asker of askers) {
      expect(await ready()).toEqual([])
      await asker.query('commit')
      await asker.end()
    }
    expect(await ready()).toHaveLength(1)
  })

  test('is followed by another when it runs already', async () => {
    const { organisationId, key, ask } = await given()
    await ask()
    const [begun, go, twice] = [
      Promise.withResolvers<void>(),
      Promise.withResolvers<void>(),
      Promise.withResolvers<void>(),
    ]
    let times = 0
    const count = async (payload: JobPayload) => {
      if (payload.organisationId !== organisationId) return
      times += 1
      if (times === 2) return twice.resolve()
      begun.resolve()
      await go.promise
    }
    const runner = await startJobs(t.jobsUrl, { count }, { onFault: () => {} })
    await begun.promise
    await ask()
    await ask()
    expect(await jobs(key)).toMatchObject([{ revision: 0 }])
    go.resolve()
    await twice.promise
    await runner.stop()
    expect(times).toBe(2)
  })
})
