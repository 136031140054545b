import { readdir, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { runningServer } from '#platform/database/embedded/running-server.ts'
import { tempFolder } from '#tests/start/support.ts'
import type { SchoolOnDisk } from '#tests/support/school-on-disk.ts'
import { makeSchoolOnDisk } from '#tests/support/school-on-disk.ts'
import type { Promised } from './client.ts'
import { openCases } from './client.ts'
import type { Program, Victim } from './program.ts'
import { databasesOn, kept, kill, serve, stop } from './program.ts'
import type { UnderWay } from './upload.ts'
import { beginSending, isWhole, sendWhole } from './upload.ts'

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
    async ({ round, victim }) => {
      const before = { incidents: promised.incidents.length, looks: promised.looks }
      const clients = school.cookies.map((cookie) => openCases(school.url, cookie, promised))
      while (promised.incidents.length < before.incidents + ENOUGH)
        await new Promise((resolve) => setTimeout(resolve, 5))
      const upload = round === ROUNDS.length ? await sendUntilItIsOnItsWay() : null
      await kill(victim, program, data)
      await Promise.all(clients)
      if (upload !== null) await makeOld(await drafts())
      expect(promised.looks).toBeGreaterThan(before.looks)
      const said = program.said()
      program = await serve(school.env)
      expect(await missing(promised.incidents)).toEqual([])
      expect(await countLooks()).toBeGreaterThanOrEqual(promised.looks)
      const { status, out } = await kept(['ledger', 'verify', '--json'], school.env)
      expect([status, JSON.parse(out)]).toMatchObject([0, { holds: true, chains: [{ bad: null }, { bad: null }] }])
      if (victim === 'the database') expect(said).toContain('start Kept again, it recovers by itself')
      if (upload !== null) await seeThatNoHalfStands(upload)
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

const sender = () => ({ url: school.url, cookie: school.cookies[0] ?? '' })
const incoming = () => join(data, 'files', 'evidence', 'incoming')
const drafts = async () => (await readdir(incoming())).map((name) => join(incoming(), name))
const incident = () => promised.incidents[0] ?? ''

/** A file is on its way: some of it has come to the disk, and it has no end. */
async function sendUntilItIsOnItsWay(): Promise<UnderWay> {
  const upload = await beginSending(sender(), incident())
  await vi.waitUntil(async () => (await Promise.all((await drafts()).map(sizeOf))).some((size) => size > 0), PATIENT)
  return upload
}

/** What was acknowledged is there and whole, of the other nothing; it can be sent again, and what was left is swept. */
async function seeThatNoHalfStands(upload: UnderWay): Promise<void> {
  const items = () =>
    ask(
      'select 1 from app.evidence_item i join app.evidence_file f on f.evidence_id = i.id where i.organisation_id = $1',
      [school.organisationId],
    )
  expect(await upload.answered).toBe(false)
  expect(await items()).toHaveLength(1)
  expect(await isWhole(sender(), upload.kept)).toBe(true)
  expect(await isWhole(sender(), await sendWhole(sender(), incident()))).toBe(true)
  expect(await items()).toHaveLength(2)
  await vi.waitUntil(async () => (await drafts()).length === 0, PATIENT)
}

const PATIENT = { timeout: 60_000, interval: 50 }
const sizeOf = async (path: string) => (await stat(path).catch(() => ({ size: 0 }))).size

/** As if it had lain there for more than a day: no living upload is that slow, so what is younger is left alone. */
async function makeOld(paths: readonly string[]): Promise<void> {
  expect(paths).toHaveLength(1)
  const before = (Temporal.Now.instant().epochMilliseconds - 25 * 3_600_000) / 1000
  for (const path of paths) await utimes(path, before, before)
}

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
