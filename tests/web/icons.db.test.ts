import { expect, test } from 'vitest'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation } from '#tests/support/given.ts'

const t = useDatabase()
const kept = useApp(t)

test.each([
  ['/icon.svg', 'image/svg+xml'],
  ['/favicon.ico', 'image/png'],
])('the mark in the tab comes from us: %s', async (path, type) => {
  const answer = await kept.get(path)
  expect([answer.status, answer.headers['content-type']]).toEqual([200, type])
})

test('every page names it, and nothing on another host', async () => {
  await givenOrganisation(t)
  const { body } = await kept.get('/sign-in')
  expect(body).toContain('<link rel="icon" href="/icon.svg" type="image/svg+xml"/>')
  expect(body).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
})
