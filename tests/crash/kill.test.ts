import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runningServer } from '#platform/database/embedded/running-server.ts'
import { tempFolder } from '#tests/start/support.ts'
import type { SchoolOnDisk } from '#tests/support/school-on-disk.ts'
import { makeSchoolOnDisk } from '#tests/support/school-on-disk.ts'
import type { Promised } from './client.ts'
import { openCases } from './client.ts'
import type { Program, Victim } from './program.ts'
import { databasesOn, kept, kill, serve, stop } from './program.ts'

const CLIENTS = 6
const ENOUGH = 20
const ROUNDS: readonly Victim[] = ['everything', 'the program', 'the database', 'everything', 'everything']

let folder: ReturnType<typeof tempFolder>
let data: string
let school: SchoolOnDisk
let program: Program
const promised: Promised = { incidents: [], looks: 0 }
beforeAll(async () => {
  folder = tempFolder()
  data = join(folder.path, 'data')
  school = await makeSchoolOnDisk(data, CLIENTS)
  program = await serve(school.env)
})
afterAll(async () => {
  await stop(program)
  folder.remove()
})

describe('nothing that was answered is lost when, under load, is killed outright', () => {
  test.each(ROUNDS.map((victim, index) => ({ round: index + 1, victim })))(
    'round $round: $victim',
    async ({ victim }) => {
      const before = { incidents: promised.incidents.length, looks: promised.looks }
      const clients = school.cookies.map((cookie) => openCases(school.url, cookie, promised))
      while (promised.incidents.length < before.incidents + ENOUGH)
        await new Promise((resolve) => setTimeout(resolve, 5))
      await kill(victim, program, data)
      await Promise.all(clients)
      expect(promised.looks).toBeGreaterThan(before.looks)
      const said = program.said()
      program = await serve(school.env)
      expect(await missing(promised.incidents)).toEqual([])
      expect(await countLooks()).toBeGreaterThanOrEqual(promised.looks)
      const { status, out } = await kept(['ledger', 'verify', '--json'], school.env)
      expect([status, JSON.parse(out)]).toMatchObject([0, { holds: true, chains: [{ bad: null }, { bad: null }] }])
      if (victim === 'the database') expect(said).toContain('start Kept again, it recovers by itself')
    },
    90_000,
  )

  test('and when it is stopped in order afterwards, no process stays behind', async () => {
    await stop(program)
    expect(databasesOn(data)).toEqual([])
    program = await serve(school.env)
    expect(await missing(promised.incidents)).toEqual([])
  })
})

/** The cases of a list that the database does not know, or knows without their entry in the ledger. */
async function missing(ids: readonly string[]): Promise<string[]> {
  const rows = await ask<{ id: string }>(
    `select r.id from app.record r join app.ledger_entry e
        on e.organisation_id = r.organisation_id and e.subject_id = r.id and e.chain = 'main'
      where r.organisation_id = $1`,
    [school.organisationId],
  )
  const there = new Set(rows.map((row) => row.id))
  return ids.filter((id) => !there.has(id))
}

async function countLooks(): Promise<number> {
  const [row] = await ask<{ count: string }>(
    `select count(*) from app.ledger_entry where organisation_id = $1 and chain = 'read'`,
    [school.organisationId],
  )
  return Number(row?.count)
}

async function ask<T extends pg.QueryResultRow>(text: string, values: readonly unknown[]): Promise<T[]> {
  const client = new pg.Client({ connectionString: runningServer(data, () => {}) ?? '' })
  await client.connect()
  try {
    return (await client.query<T>(text, [...values])).rows
  } finally {
    await client.end()
  }
}
