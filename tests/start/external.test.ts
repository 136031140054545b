import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isRoot, pickAccount } from '#platform/database/embedded/account.ts'
import { ensureCluster } from '#platform/database/embedded/cluster.ts'
import { launch } from '#platform/database/embedded/server-process.ts'
import { checkExternal } from '#platform/database/external/check-external.ts'
import { prepareDatabase, roleUrl } from '#platform/database/roles.ts'
import { prepareJobs } from '#platform/jobs/runner.ts'
import type { Held } from './support.ts'
import { ask, finish, hold, tempFolder, urlOf } from './support.ts'

let folder: ReturnType<typeof tempFolder>
let running: Held
let url: URL
beforeAll(async () => {
  folder = tempFolder()
  running = hold(join(folder.path, 'data'))
  url = new URL(await urlOf(running))
  await ask(running, `create role school login createrole password 'river-stone'`)
  await ask(running, `create role guest login password 'river-stone'`)
  await ask(running, `create database school owner school`)
  await ask(running, `create database old template template0 encoding 'SQL_ASCII' owner school`)
})
afterAll(async () => {
  await finish(running)
  folder.remove()
})

function at(change: Partial<Pick<URL, 'username' | 'password' | 'pathname' | 'host' | 'port'>>): string {
  return Object.assign(new URL(url), { username: 'school', password: 'river-stone', pathname: '/school' }, change).href
}

const passwords = { kept_owner: 'reed', kept_web: 'rush', kept_jobs: 'sedge' }

/** What the program does with a database at each start; the second finds its own roles there. */
async function startTwice(address: string): Promise<void> {
  for (let start = 1; start <= 2; start += 1) {
    await prepareDatabase(address, passwords)
    await prepareJobs(address, roleUrl(address, 'kept_jobs', passwords))
  }
}

async function refusal(address: string): Promise<string> {
  const fault: unknown = await checkExternal(address).catch((cause: unknown) => cause)
  expect(fault).toMatchObject({ name: 'Halt' })
  const says = fault instanceof Error ? fault.message : ''
  expect(says).not.toContain('\n')
  expect(says).not.toMatch(/river-stone|wrong-one/)
  return says
}

describe('KEPT_DATABASE_URL', () => {
  test('an owner who may make roles is accepted', async () => {
    await expect(checkExternal(at({}))).resolves.toBeUndefined()
  })

  test('an owner who is no administrator prepares it at every start', async () => {
    await ask(running, 'create database pond owner school')
    await startTwice(at({ pathname: '/pond' }))
  })

  test('a wrong password, without repeating it', async () => {
    expect(await refusal(at({ password: 'wrong-one' }))).toMatch(
      /refuses the user “school”.*check the user and the pass/,
    )
  })

  test('a database that does not exist', async () => {
    expect(await refusal(at({ pathname: '/nowhere' }))).toMatch(/database “nowhere” does not exist/)
  })

  test('a host that does not exist', async () => {
    expect(await refusal(at({ host: 'no-such-host.invalid' }))).toMatch(/host no-such-host\.invalid is not known/)
  })

  test('a port where nothing answers', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? String(address.port) : ''
    await new Promise((resolve) => server.close(resolve))
    expect(await refusal(at({ port }))).toMatch(/nothing answers at 127\.0\.0\.1/)
  })

  test('a user who may not make roles, and what to do about it', async () => {
    expect(await refusal(at({ username: 'guest' }))).toMatch(/“guest”.*may not create.*createrole/)
  })

  test('a database in another encoding', async () => {
    expect(await refusal(at({ pathname: '/old' }))).toMatch(/encoded in SQL_ASCII/)
  })
})

// Debian's own server, made and run by the same code as the embedded one.
const DEBIAN = '/usr/lib/postgresql/15/bin'
describe.runIf(existsSync(DEBIAN))('Debian’s PostgreSQL 15', () => {
  test('is accepted, and an owner who is no administrator prepares it at every start', async () => {
    const home = tempFolder()
    const account = isRoot() ? pickAccount(() => {}) : null
    const places = { home: home.path, cluster: join(home.path, 'cluster'), password: 'river-stone', account }
    const binaries = { postgres: join(DEBIAN, 'postgres'), initdb: join(DEBIAN, 'initdb'), version: '15' }
    await ensureCluster(places, binaries, () => {})
    const { child, port } = await launch(places, binaries)
    const admin = `postgres://kept_admin:river-stone@127.0.0.1:${port}/postgres`
    await expect(checkExternal(admin)).resolves.toBeUndefined()
    const client = new pg.Client({ connectionString: admin })
    await client.connect()
    await client.query(`create role school login createrole password 'river-stone'`)
    await client.query('create database school owner school')
    await client.end()
    await startTwice(`postgres://school:river-stone@127.0.0.1:${port}/school`)
    child.kill('SIGINT')
    await once(child, 'exit')
    home.remove()
  })
})
