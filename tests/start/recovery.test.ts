import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { identify } from '#platform/database/embedded/process-identity.ts'
import type { Held } from './support.ts'
import { ask, finish, goneProcess, hold, placeOf, postmasterOf, tempFolder } from './support.ts'

// One database for the whole file: each test kills it in another way and hands it on.
let folder: ReturnType<typeof tempFolder>
let data: string
beforeAll(() => {
  folder = tempFolder()
  data = join(folder.path, 'data')
})
afterAll(() => folder.remove())

/** Starts, lets it write until 200 numbers are acknowledged, and then does what the test is about. */
async function whileWriting(end: (held: Held, postmaster: number) => void): Promise<Held> {
  const held = hold(data, { task: 'write' })
  await held.line('ack ')
  while (acknowledged(held).length < 200) await new Promise((resolve) => held.child.stdout?.once('data', resolve))
  end(held, postmasterOf(data))
  return held
}

const acknowledged = (held: Held): string[] =>
  held.lines.filter((line) => line.startsWith('ack ')).map((line) => line.slice(4))

/** Starts again without any help and counts what was acknowledged before and is not there now. */
async function lostAfter(killed: Held): Promise<string[]> {
  const next = hold(data)
  const rows = await ask<{ n: string }>(next, 'select n from kept_numbers')
  await finish(next)
  const there = new Set(rows.map((row) => row.n))
  return acknowledged(killed).filter((n) => !there.has(n))
}

describe('nothing acknowledged is lost, and the next start recovers by itself', () => {
  test('when the program is killed and leaves its database behind', async () => {
    const killed = await whileWriting((held) => held.child.kill('SIGKILL'))
    expect(await killed.ended()).toBe('SIGKILL')
    const orphan = postmasterOf(data)
    expect(identify(orphan)).not.toBeNull()
    expect(await lostAfter(killed)).toEqual([])
    expect(identify(orphan)).toBeNull()
  })

  test('when the database is killed: the program says so and ends with status 1', async () => {
    const killed = await whileWriting((_, postmaster) => process.kill(postmaster, 'SIGKILL'))
    expect(await killed.ended()).toBe(1)
    expect(killed.errors).toEqual([
      'The database stopped by itself (SIGKILL): start Kept again, it recovers by itself.',
    ])
    expect(await lostAfter(killed)).toEqual([])
  })

  test('when both are killed at once', async () => {
    const killed = await whileWriting((held, postmaster) => {
      process.kill(postmaster, 'SIGKILL')
      process.kill(-held.pid, 'SIGKILL')
    })
    await killed.ended()
    expect(await lostAfter(killed)).toEqual([])
  })

  test('when Ctrl-C reaches the whole group: the database is stopped in order', async () => {
    let database = 0
    const ended = await whileWriting((held, postmaster) => {
      database = postmaster
      process.kill(-held.pid, 'SIGINT')
    })
    expect(await ended.ended()).toBe(0)
    expect(identify(database)).toBeNull()
    expect(existsSync(join(data, 'kept.lock'))).toBe(false)
    expect(readFileSync(join(data, 'postgres.log'), 'utf8').trimEnd()).toMatch(/database system is shut down$/)
    expect(await lostAfter(ended)).toEqual([])
  })
})

describe('remains of an earlier life do not stop a start', () => {
  test('a lock and a server file whose process ids belong to strangers by now', async () => {
    const gone = { pid: process.pid, startedAt: '1', bootId: 'another boot', since: '', address: null }
    writeFileSync(join(data, 'kept.lock'), JSON.stringify(gone))
    writeFileSync(join(placeOf(data), 'postmaster.pid'), `${process.pid}\n${placeOf(data)}\n`)
    const held = hold(data)
    expect(await ask(held, 'select 1 as it')).toEqual([{ it: 1 }])
    await finish(held)
  })

  test('half a lock, as a full disk leaves it', async () => {
    writeFileSync(join(data, 'kept.lock'), '{"pid":')
    const held = hold(data)
    await held.line('ready ')
    await finish(held)
  })

  test('a database that was being made when the power failed', async () => {
    const other = tempFolder()
    const draft = join(other.path, 'data', 'postgres.new-0123456789ab')
    mkdirSync(draft, { recursive: true })
    const held = hold(join(other.path, 'data'))
    await held.line('ready ')
    expect(existsSync(draft)).toBe(false)
    await finish(held)
    other.remove()
  })

  test('the program is killed while it makes the database', async () => {
    const other = tempFolder()
    const first = hold(join(other.path, 'data'))
    await first.line('log Making the database')
    first.child.kill('SIGKILL')
    await first.ended()
    const second = hold(join(other.path, 'data'))
    expect(await ask(second, 'select 1 as it')).toEqual([{ it: 1 }])
    await finish(second)
    await goneProcess(second.pid)
    other.remove()
  })
})
