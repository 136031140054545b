import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import type { Actor } from '#core/actor.ts'
import { SetClock } from '#core/clock.ts'
import type { Database } from '#platform/database/database.ts'
import { openDatabase } from '#platform/database/database.ts'
import { roleUrl } from '#platform/database/roles.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asAdmin, TEST_PASSWORDS, urlOf } from './urls.ts'

/** A database of one test file's own, cloned from the template, and dropped with it. */
export interface TestDatabase {
  readonly db: Database
  readonly clock: SetClock
  readonly adminUrl: string
  readonly webUrl: string
  readonly jobsUrl: string
  /** Runs work as an actor, as a request would. */
  as<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T>
  /** Asks past every policy, as the server's administrator: for checking what is really there. */
  peek<Row extends object>(text: string, values?: unknown[]): Promise<Row[]>
}

/** Declares the test file's database; call it at the top of a `describe` or file. */
export function useDatabase(start = '2026-11-23T10:00:00Z'): TestDatabase {
  const name = `kept_test_${randomUUID().replaceAll('-', '')}`
  const clock = new SetClock(start)
  let db: Database | undefined
  let admin: pg.Client | undefined
  beforeAll(async () => {
    await asAdmin(inject('adminUrl'), `create database ${name} template ${inject('template')} strategy file_copy`)
    db = openDatabase(roleUrl(urlOf(inject('adminUrl'), name), 'kept_web', TEST_PASSWORDS), { clock, connections: 8 })
    admin = new pg.Client({ connectionString: urlOf(inject('adminUrl'), name) })
    await admin.connect()
  })
  afterAll(async () => {
    await db?.close()
    await admin?.end()
    await asAdmin(inject('adminUrl'), `drop database if exists ${name} with (force)`)
  })
  const opened = (): Database => {
    if (db === undefined) throw new Error('the database opens before the first test, not before')
    return db
  }
  return {
    get db() {
      return opened()
    },
    clock,
    get adminUrl() {
      return urlOf(inject('adminUrl'), name)
    },
    get webUrl() {
      return roleUrl(urlOf(inject('adminUrl'), name), 'kept_web', TEST_PASSWORDS)
    },
    get jobsUrl() {
      return roleUrl(urlOf(inject('adminUrl'), name), 'kept_jobs', TEST_PASSWORDS)
    },
    as: (actor, work) => opened().inTx(actor, work),
    peek: async <Row extends object>(text: string, values: unknown[] = []) =>
      (await admin?.query<Row>(text, values))?.rows ?? [],
  }
}
