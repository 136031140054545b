import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { goneProcess } from './support.ts'

const root = join(import.meta.dirname, '../..')

// A checkout of its own with a program of a few lines, so that launching is tested and not what is launched.
let checkout: string
beforeAll(() => {
  checkout = mkdtempSync(join(tmpdir(), 'kept launcher '))
  for (const name of ['scripts', 'package.json', 'package-lock.json']) {
    cpSync(join(root, name), join(checkout, name), { recursive: true })
  }
  symlinkSync(join(root, 'node_modules'), join(checkout, 'node_modules'))
  mkdirSync(join(checkout, 'src'))
  mkdirSync(join(checkout, 'assets'))
  writeFileSync(join(checkout, 'assets', 'kept.css'), 'body { color: #123456 }\n')
  writeFileSync(join(checkout, 'src', 'words.tsx'), `export const words = <p>seven</p>\n`)
  writeFileSync(join(checkout, 'src', 'kept.ts'), PROGRAM)
})
afterAll(() => rmSync(checkout, { recursive: true, force: true }))

const PROGRAM = `
import { words } from '#src/words.tsx'
const [command, status] = process.argv.slice(2)
if (command === 'end') process.exitCode = Number(status)
else {
  // It says that it runs only when it can be asked to stop: the line is what the test waits for.
  process.on('SIGTERM', () => { console.log('asked to stop'); process.exit(7) })
  process.once('disconnect', () => process.exit(8))
  setInterval(() => {}, 1000)
}
console.log(process.pid, process.version, words.props.children)
`

interface Ended {
  readonly status: number | NodeJS.Signals
  readonly out: string
  readonly err: string
}

function launch(script: string, args: readonly string[]) {
  // An environment of its own: the one of the test runner has settings of npm's and Node's in it.
  const child = spawn(process.execPath, [join(checkout, 'scripts', script), ...args], {
    env: { PATH: process.env.PATH },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, err] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text
  })
  const started = async (): Promise<number> => {
    while (!out.includes('\n')) await once(child.stdout, 'data')
    return Number.parseInt(out, 10)
  }
  const ended = once(child, 'close').then(([code, signal]): Ended => ({ status: code ?? signal, out, err }))
  return { child, started, ended }
}

describe('a launcher', () => {
  test('builds what changed, and only then; runs on Node 26; keeps the exit status and a clean output', async () => {
    const first = await launch('kept.mjs', ['end', '2']).ended
    expect(first).toMatchObject({ status: 2, out: expect.stringMatching(/^\d+ v26\.\d+\.\d+ seven\n$/) })
    expect(first.err).toBe('Building the program …\n')
    const second = await launch('kept.mjs', ['end', '0']).ended
    expect(second).toMatchObject({ status: 0, err: '' })
    writeFileSync(join(checkout, 'src', 'words.tsx'), `export const words = <p>eight</p>\n`)
    const third = await launch('kept.mjs', ['end', '0']).ended
    expect(third.out).toContain('eight')
  })

  test('gives the browser’s files names that change with what is in them', async () => {
    await launch('build.mjs', []).ended
    const assets = join(checkout, 'build', 'assets')
    const manifest = JSON.parse(readFileSync(join(assets, 'manifest.json'), 'utf8'))
    expect(manifest).toEqual({
      css: expect.stringMatching(/^kept-[A-Z0-9]{8}\.css$/),
      js: null,
      reading: { css: expect.stringMatching(/^reading-[A-Z0-9]{8}\.css$/), js: null },
    })
    expect(readdirSync(assets)).toEqual(expect.arrayContaining([manifest.css, manifest.reading.css]))
  })

  test('a program that cannot be built is told in one line, and what was built before stays', async () => {
    const before = readFileSync(join(checkout, 'build', 'sources.sha256'), 'utf8')
    writeFileSync(join(checkout, 'src', 'words.tsx'), `export const words = <p>eight\n`)
    const broken = await launch('kept.mjs', ['end', '0']).ended
    expect(broken.status).toBe(1)
    expect(broken.err).toMatch(/could not be built/)
    expect(readFileSync(join(checkout, 'build', 'sources.sha256'), 'utf8')).toBe(before)
    writeFileSync(join(checkout, 'src', 'words.tsx'), `export const words = <p>nine</p>\n`)
  })

  test('passes SIGTERM on and ends as the program ends', async () => {
    const running = launch('start.mjs', [])
    await running.started()
    running.child.kill('SIGTERM')
    expect(await running.ended).toMatchObject({ status: 7, out: expect.stringContaining('asked to stop') })
  })

  test('never leaves the program behind, not even when it is killed outright', async () => {
    const running = launch('start.mjs', [])
    const program = await running.started()
    running.child.kill('SIGKILL')
    await goneProcess(program)
    expect((await running.ended).status).toBe('SIGKILL')
  })
})
