import { chmodSync, existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { isRoot } from '#platform/database/embedded/account.ts'
import { ask, finish, hold, placeOf, starters, tempFolder } from './support.ts'

let remove = (): void => {}
afterEach(() => remove())

describe.each(starters)('the embedded database started by $who', ({ account }) => {
  test('is made at the first start, private and durable, and found again at the second', async () => {
    const folder = tempFolder(account)
    remove = folder.remove
    const data = join(folder.path, 'data')
    const first = hold(data, { account })
    await ask(first, 'create table kept_seen as select 1 as it')
    expect(await ask(first, SETTINGS)).toEqual([
      { listens: '127.0.0.1', sockets: '', fsync: 'on', encoding: 'UTF8', collation: 'C', icu: true, checksums: 'on' },
    ])
    expect(statSync(join(data, 'database.json')).mode & 0o777).toBe(0o600)
    expect(statSync(placeOf(data)).uid).not.toBe(0)
    await finish(first)
    expect(first.lines.at(-1)).toBe('stopped')
    expect(existsSync(join(data, 'kept.lock'))).toBe(false)

    const second = hold(data, { account })
    expect(await ask(second, 'select it from kept_seen')).toEqual([{ it: 1 }])
    expect(second.lines.some((line) => line.startsWith('log '))).toBe(false)
    await finish(second)
  })
})

describe.runIf(isRoot())('as root, under a home that only root can enter', () => {
  test('the database is put where its own user can enter, and one line says where', async () => {
    const folder = tempFolder()
    remove = folder.remove
    chmodSync(folder.path, 0o700)
    const data = join(folder.path, 'data')
    mkdirSync(data)
    const first = hold(data)
    expect(await first.line('log The database is kept in')).toContain('/var/lib/kept/')
    await ask(first, 'create table kept_seen as select 1 as it')
    await finish(first)
    const second = hold(data)
    expect(await ask(second, 'select it from kept_seen')).toEqual([{ it: 1 }])
    await finish(second)
  })
})

const SETTINGS = `
  select current_setting('listen_addresses') as listens, current_setting('unix_socket_directories') as sockets,
         current_setting('fsync') as fsync, pg_encoding_to_char(encoding) as encoding, datcollate as collation,
         exists (select from pg_collation where collname = 'en-GB-x-icu') as icu,
         current_setting('data_checksums') as checksums
    from pg_database where datname = current_database()`
