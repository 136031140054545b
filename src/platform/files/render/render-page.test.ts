import { readdirSync, readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { renderPage } from './render-page.ts'

/** The command lines of everything that runs on this machine now. */
const running = (): string[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((id) => {
      try {
        return [readFileSync(`/proc/${id}/cmdline`, 'utf8')]
      } catch {
        return []
      }
    })

test('who looks stands in the picture, and in no list of processes', async (context) => {
  if (process.platform !== 'linux') context.skip('the list of processes is read from /proc')
  const content = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  const seen = new Set<string>()
  const looking = setInterval(() => {
    for (const line of running()) if (line.includes('render-process')) seen.add(line)
  }, 10)
  const file = { bytes: content.length, content: Readable.from([content]) }
  const page = await renderPage(file, { type: 'image/png', page: 1, mark: 'Seen by Priya Raman, INC-0042' })
  clearInterval(looking)
  expect([page.pages, page.height > 300]).toEqual([1, true])
  expect(seen.size).toBeGreaterThan(0)
  expect([...seen].join()).not.toMatch(/Priya|INC-0042/)
})
