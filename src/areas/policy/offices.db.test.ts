import { beforeAll, describe, expect, test } from 'vitest'
import type { PersonActor } from '#core/actor.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'

describe('what a post looks after', () => {
  const t = useDatabase()
  const app = useApp(t)
  const people: Record<string, PersonActor> = {}

  beforeAll(async () => {
    const school = await givenOrganisation(t)
    for (const post of ['head', 'network_manager', 'ict_support', 'administrator', 'senior_leaders'])
      people[post] = await givenPerson(t, school, { kind: 'staff', posts: [post] })
    await givenPolicy(t, school)
  })

  const statusesOf = async (person: PersonActor | undefined) => {
    if (person === undefined) throw new Error('nobody holds it')
    const pages = ['/people', '/classes/cards', '/duties/all', '/outbox']
    return Promise.all(pages.map(async (page) => (await app.get(page, person)).status))
  }

  test.each([
    ['head', [200, 200, 200, 403]],
    ['network_manager', [200, 200, 403, 200]],
    ['ict_support', [200, 200, 403, 403]],
    ['administrator', [200, 200, 200, 403]],
    ['senior_leaders', [403, 403, 403, 403]],
  ])('decides for the %s which pages open', async (post, statuses) => {
    expect(await statusesOf(people[post])).toEqual(statuses)
  })

  test('decides which links stand at the foot and in the menu', async () => {
    const linksOf = async (post: string) => {
      const { body } = await app.get('/policy', people[post])
      return ['/people', '/classes/cards', '/outbox', '/retention', '/pupil-files'].filter((href) =>
        body.includes(`href="${href}"`),
      )
    }
    expect(await linksOf('senior_leaders')).toEqual([])
    expect(await linksOf('network_manager')).toEqual(expect.arrayContaining(['/people', '/classes/cards', '/outbox']))
    expect(await linksOf('head')).not.toContain('/outbox')
  })

  test('is said by the version in force: the mail of another school stays shut to a post of the same name', async () => {
    const other = await givenOrganisation(t)
    const network = await givenPerson(t, other, { kind: 'staff', posts: ['network_manager'] })
    expect(await statusesOf(network)).toEqual([403, 403, 403, 403])
    await givenPolicy(t, other, 'specialist-group')
    expect(await statusesOf(network)).toEqual([403, 403, 403, 403])
    await givenPolicy(t, other)
    expect(await statusesOf(network)).toEqual([200, 200, 403, 200])
  })
})
