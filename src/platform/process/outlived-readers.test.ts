import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'kept-readers-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a program whose output nobody reads any more goes on without a fault, and stops when it is asked to', async () => {
  const program = join(folder, 'program.mjs')
  writeFileSync(
    program,
    `import { outliveDatabase } from ${JSON.stringify(new URL('./outlived-database.ts', import.meta.url).href)}
     import { outliveReaders } from ${JSON.stringify(new URL('./outlived-readers.ts', import.meta.url).href)}
     outliveReaders()
     let faults = 0
     outliveDatabase((fault) => { faults += 1; process.stderr.write(String(fault)) })
     process.on('message', (word) => {
       if (word === 'stop') process.exit(faults === 0 ? 7 : 1)
       process.stderr.write('nobody reads this', () => process.send('went on'))
     })
     process.send('ready')`,
  )
  const child = fork(program, { silent: true })
  const ended = once(child, 'exit')
  await once(child, 'message')
  child.stdout?.destroy()
  child.stderr?.destroy()
  for (const word of ['speak', 'speak again']) {
    child.send(word)
    expect(await once(child, 'message')).toContain('went on')
  }
  child.send('stop')
  expect(await ended).toEqual([7, null])
})
