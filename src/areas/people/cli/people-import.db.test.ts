import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation } from '#tests/support/given.ts'
import { changed, set12, type Texts } from '../import/given-files.ts'
import { peopleImport } from './people-import.ts'

describe('kept people import', () => {
  const t = useDatabase()
  let root = ''
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'import-'))
  })
  afterAll(() => rm(root, { recursive: true }))

  const folderOf = async (texts: Texts): Promise<string> => {
    const folder = await mkdtemp(join(root, 'set-'))
    for (const [name, text] of Object.entries(texts)) await writeFile(join(folder, name), text)
    return folder
  }
  const run = async (...args: string[]) => {
    const said = { out: '', err: '' }
    const terminal = {
      out: (text: string) => {
        said.out += text
      },
      err: (text: string) => {
        said.err += text
      },
      live: false,
    }
    return { status: await peopleImport(args, t.db, terminal), ...said }
  }
  const count = async (organisationId: string) =>
    (await t.peek('select 1 from app.person where organisation_id = $1', [organisationId])).length

  test('shows a dry run, then does it, then finds nothing to do', async () => {
    const { slug, organisationId } = await givenOrganisation(t)
    const folder = await folderOf(set12())
    const dry = await run(folder, '--organisation', slug, '--dry-run')
    expect(dry).toMatchObject({ status: 0, out: expect.stringContaining('Joiners (3)\n  Tobi Adeyemi, pupil') })
    expect(await count(organisationId)).toBe(0)
    const real = await run(folder, '--organisation', slug)
    expect(real).toMatchObject({ status: 0, out: expect.stringContaining('Done.') })
    expect(real.err).toContain('Writing joiners: 3 of 3')
    expect(await count(organisationId)).toBe(3)
    expect((await run(folder, '--organisation', slug)).out).toContain('Nothing changes.')
  })
  test('lists a row at fault with file, row and reason, and changes nothing until told to skip it', async () => {
    const { slug, organisationId } = await givenOrganisation(t)
    const folder = await folderOf(changed(set12(), 'users.csv', 'sam,,Sam', ',,Sam'))
    const refused = await run(folder, '--organisation', slug)
    expect(refused.status).toBe(1)
    expect(refused.out).toContain('users.csv, row 4, username: “username” is empty.')
    expect(refused.err).toMatch(/Nothing was changed: 1 faults? in rows/)
    expect(await count(organisationId)).toBe(0)
    expect((await run(folder, '--organisation', slug, '--skip-faulty-rows')).status).toBe(0)
    expect(await count(organisationId)).toBe(2)
  })
  test('prints one JSON document and nothing else when asked', async () => {
    const { slug } = await givenOrganisation(t)
    const { out, err, status } = await run(await folderOf(set12()), '--organisation', slug, '--dry-run', '--json')
    expect([status, err]).toEqual([0, ''])
    expect(JSON.parse(out)).toMatchObject({
      dry_run: true,
      applied: false,
      blocked: null,
      joiners: [{}, {}, {}],
      faults: [],
    })
  })
  test.each([
    [['set.zip'], 2],
    [['--organisation', 'larkbeck'], 2],
    [['set.zip', '--organisation', 'larkbeck', '--loudly'], 2],
    [['/nowhere/set.zip', '--organisation', 'larkbeck'], 1],
  ])('%j ends with one line and status %i', async (args, status) => {
    const ended = await run(...args)
    expect(ended.status).toBe(status)
    expect(ended.err.trim().split('\n')).toHaveLength(1)
  })
  test('refuses an organisation that is not there', async () => {
    expect(await run(await folderOf(set12()), '--organisation', 'nobody-here')).toMatchObject({
      status: 1,
      err: 'There is no organisation “nobody-here”.\n',
    })
  })
})
