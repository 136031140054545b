import { describe, expect, test } from 'vitest'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'

const t = useDatabase()
const kept = useApp(t)

describe('a page for people who are signed in', () => {
  test('sends a stranger to the sign-in', async () => {
    const answer = await kept.get('/')
    expect([answer.status, answer.location]).toEqual([303, '/sign-in'])
  })

  test('opens for a person with a session', async () => {
    const priya = await givenPerson(t, await givenOrganisation(t), { kind: 'staff' })
    expect((await kept.get('/', priya)).location).toBe('/duties')
  })
})
