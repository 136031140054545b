import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { projectRoot } from '#platform/database/project-root.ts'
import { kept, serve, stop } from '#tests/crash/program.ts'
import type { SchoolOnDisk } from '#tests/support/school-on-disk.ts'
import { makeSchoolOnDisk } from '#tests/support/school-on-disk.ts'
import { tempFolder } from './support.ts'

const packs = join(projectRoot(), 'packs')

/** Runs a command as people do, through npm. */
async function npmRun(args: readonly string[]) {
  const child = spawn('npm', ['run', '--silent', 'kept', '--', ...args], {
    cwd: projectRoot(),
    env: { PATH: process.env.PATH },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const out: string[] = []
  child.stdout.setEncoding('utf8').on('data', (text: string) => out.push(text))
  const [status] = await once(child, 'close')
  return { status, out: out.join('') }
}

describe('kept policy check', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kept-packs-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('prints through npm exactly one JSON document, and ends with status 0', async () => {
    const { status, out } = await npmRun(['policy', 'check', '--json'])
    expect(status).toBe(0)
    const { packs: checked } = JSON.parse(out)
    expect(checked).toMatchObject([
      { name: 'independent-school', policy: 'T', clauses: 427, errors: [] },
      { name: 'primary-federation', policy: 'W', clauses: 301, errors: [] },
      { name: 'special-all-through', policy: 'L', clauses: 461, errors: [] },
      { name: 'specialist-group', policy: 'G', clauses: 455, errors: [] },
      { name: 'village-primary', policy: 'M', clauses: 348, errors: [] },
    ])
    for (const { linked, not_yet, clauses } of checked) expect(linked + not_yet.length).toBe(clauses)
    expect(checked[2].by_control).toMatchObject({ assent: expect.any(Number) })
  })

  test('names file, line and column of what is wrong, and ends with status 1', async () => {
    const wrong = join(folder, 'special-all-through')
    cpSync(join(packs, 'special-all-through'), wrong, { recursive: true })
    const file = join(wrong, 'flows/illegal.yaml')
    const before = readFileSync(file, 'utf8')
    writeFileSync(file, before.replace('by: party/network_manager', 'by: party/nobody_at_all'))
    const [line, column] = placeOf(before, 'party/network_manager')
    const said = await kept(['policy', 'check', wrong], {})
    expect(said.status).toBe(1)
    expect(said.out).toContain(`special-all-through/flows/illegal.yaml:${line}:${column} `)
    const told = await kept(['policy', 'check', wrong, '--json'], {})
    const [first] = JSON.parse(told.out).packs[0].errors
    expect([told.status, first]).toMatchObject([1, { file: 'special-all-through/flows/illegal.yaml', line, column }])
    expect(first.says).toContain('nobody_at_all')
  })

  test('refuses a folder that is not there in one line', async () => {
    const said = await kept(['policy', 'check', join(folder, 'nowhere')], {})
    expect(said).toMatchObject({ status: 1, out: '', err: expect.stringMatching(/^[^\n]*nowhere[^\n]*\n$/) })
  })
})

describe('wrong usage ends with status 2 and says what is right', () => {
  test.each([
    ['no such command', ['policy', 'chek']],
    ['an option that is none', ['policy', 'check', '--jsno']],
    ['an option without its value', ['clauses', '--organisation']],
    ['no folder to import', ['people', 'import']],
    ['no pack to publish', ['policy', 'publish']],
  ])('%s', async (_, args) => {
    const said = await kept(args, {})
    expect(said).toMatchObject({ status: 2, out: '' })
    expect(said.err).toContain('Usage: npm run --silent kept -- ')
  })
})

describe.each(['without a running program', 'beside a running program'])('%s', (how) => {
  let folder: ReturnType<typeof tempFolder>
  let school: SchoolOnDisk
  let end = async (): Promise<void> => {}
  beforeAll(async () => {
    folder = tempFolder()
    school = await makeSchoolOnDisk(join(folder.path, 'data'), 0)
    if (how !== 'beside a running program') return
    const program = await serve(school.env)
    end = () => stop(program)
  })
  afterAll(async () => {
    await end()
    folder.remove()
  })

  test('kept clauses --json prints how every clause stands', async () => {
    const { status, out } = await kept(['clauses', '--organisation', school.slug, '--json'], school.env)
    const board = JSON.parse(out)
    expect([status, board.organisation, board.clauses.length]).toEqual([0, school.slug, 461])
    expect(Object.values<number>(board.totals).reduce((sum, count) => sum + count, 0)).toBe(461)
    expect(board.clauses[0]).toMatchObject({ id: expect.stringMatching(/^L-\d{3}$/), state: expect.any(String) })
  })

  test('kept ledger verify says that both chains hold', async () => {
    const { status, out } = await kept(['ledger', 'verify', '--json'], school.env)
    const chains = ['main', 'read'].map((chain) => ({ organisation: school.slug, chain, bad: null }))
    expect([status, JSON.parse(out)]).toMatchObject([0, { holds: true, chains }])
  })

  test('an organisation that is not there is refused in one line', async () => {
    const said = await kept(['clauses', '--organisation', 'nowhere'], school.env)
    expect(said).toMatchObject({ status: 1, out: '' })
    expect(said.err).toMatch(/^There is no organisation “nowhere”\. Known: .*\n$/)
  })
})

/** Line and column of the first place where a text has some words, both counted from 1. */
function placeOf(text: string, words: string): [number, number] {
  const before = text.slice(0, text.indexOf(words)).split('\n')
  return [before.length, (before.at(-1)?.length ?? 0) + 1]
}
