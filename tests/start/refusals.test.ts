import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Held } from './support.ts'
import { ask, finish, hold, placeOf, starters, tempFolder } from './support.ts'

let folder: ReturnType<typeof tempFolder>
let data: string
let running: Held
beforeAll(async () => {
  folder = tempFolder()
  data = join(folder.path, 'data')
  running = hold(data)
  await running.line('ready ')
})
afterAll(async () => {
  await finish(running)
  folder.remove()
})

async function refused(where: string, account = starters[0]?.account ?? null): Promise<string> {
  const held = hold(where, { account })
  expect(await held.ended()).toBe(1)
  expect(held.errors).toHaveLength(1)
  return held.errors[0] ?? ''
}

describe('a start that cannot be is refused with one clear line and status 1', () => {
  test('a second instance on the same data, while the first works on', async () => {
    const says = await refused(data)
    expect(says).toContain(`Kept already runs on ${data} at http://127.0.0.1:3000 (process ${running.pid})`)
    expect(await ask(running, 'select 1 as it')).toEqual([{ it: 1 }])
  })

  test('a data folder that cannot be', async () => {
    writeFileSync(join(folder.path, 'a file'), '')
    const says = await refused(join(folder.path, 'a file', 'data'))
    expect(says).toMatch(/data folder .* cannot be written \(ENOTDIR\).*set KEPT_DATA/)
  })

  test.runIf(starters.length > 1)('a data folder that an ordinary user may not write', async () => {
    expect(await refused(join(folder.path, 'mine'), starters[1]?.account)).toMatch(/cannot be written \(EACCES\)/)
  })

  test.runIf(starters.length > 1)('a database that belongs to somebody else', async () => {
    expect(await refused(data, starters[1]?.account)).toMatch(/cannot be written \(EACCES\)/)
  })

  test('a database whose password file is gone', async () => {
    await finish(running)
    renameSync(join(data, 'database.json'), join(data, 'aside'))
    expect(await refused(data)).toMatch(/database\.json is missing beside the database: put it back/)
    writeFileSync(join(data, 'database.json'), '{')
    expect(await refused(data)).toMatch(/database\.json cannot be read or is damaged/)
    renameSync(join(data, 'aside'), join(data, 'database.json'))
  })

  test('a database of another PostgreSQL, which stays as it is', async () => {
    const version = join(placeOf(data), 'PG_VERSION')
    writeFileSync(version, '17\n')
    expect(await refused(data)).toMatch(/made by PostgreSQL 17 and this Kept carries 18/)
    writeFileSync(version, '18\n')
    running = hold(data)
    expect(await ask(running, 'select 1 as it')).toEqual([{ it: 1 }])
  })
})
