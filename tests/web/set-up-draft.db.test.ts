import { beforeAll, describe, expect, test } from 'vitest'
import { draftPaths } from '#areas/drafting/index.ts'
import { areas } from '#src/areas.ts'
import { policyFirst } from '#src/policy-first.ts'
import { useApp } from '#tests/support/app.ts'
import type { Browser } from '#tests/support/browser.ts'
import { useDatabase } from '#tests/support/database.ts'

const t = useDatabase()
const kept = useApp(t)

let browser: Browser
beforeAll(async () => {
  browser = kept.browser()
  const code = await kept.identity.createSetupToken()
  const answer = await browser.submit('/set-up', '/set-up', {
    code,
    name: 'Oak Hill School',
    slug: 'oak-hill',
    school1: 'Oak Hill School',
    'school1-phases': ['primary'],
    givenName: 'Nell',
    familyName: 'Hart',
    login: 'nell@oak-hill.example',
    password: 'heron pylon marmalade',
    pack: 'draft/pack/village-primary',
  })
  expect([answer.status, answer.location]).toEqual([303, draftPaths.list.to()])
})

describe('a school that begins with a draft', () => {
  test('has its first administrator and a draft, and no version in force', async () => {
    expect(await t.peek('select number from app.policy_version')).toEqual([])
    expect(await t.peek('select post from app.post_holder')).toEqual([{ post: 'administrator' }])
    const list = await browser.get(draftPaths.list.to())
    expect(list.text).toContain('No version of your policy is in force yet')
    const [draft] = await t.peek<{ id: string; began_from: string }>('select id, began_from from app.policy_draft')
    expect(draft?.began_from).toBe('pack/village-primary')
    const page = await browser.get(draftPaths.show.to(draft?.id ?? ''))
    expect([page.status, page.text.includes('things have to be confirmed')]).toEqual([200, true])
  })

  test('finds on every page of its menu the page, or what is missing and the way to the draft', async () => {
    const menu = areas.flatMap((area) => area.menu ?? []).map((item) => item.href)
    const [lacking, shut]: [string[], string[]] = [[], []]
    for (const path of [
      ...menu,
      '/',
      '/you',
      '/policy/board',
      '/policy/who',
      '/policy/posts',
      '/people/import',
      '/tell',
    ]) {
      let answer = await browser.get(path)
      for (let hops = 0; answer.status === 303 && hops < 3; hops += 1)
        answer = await browser.get(answer.location ?? '/')
      if (answer.status === 200) continue
      ;(answer.status === 409 ? lacking : shut).push(path)
      if (answer.status !== 409) continue
      expect(answer.text, path).toContain('No policy has been published yet')
      expect(answer.body, path).toContain(`href="${draftPaths.list.to()}"`)
    }
    expect(menu.length).toBeGreaterThan(10)
    expect(lacking).toEqual(expect.arrayContaining(['/policy/board', '/policy/who']))
    // Who looks after the mail, and who handles cases, is said by the policy alone: their menu does not lead there.
    expect(shut).toEqual(['/outbox', '/pupil-files'])
    const { body } = await browser.get(draftPaths.list.to())
    expect(menu.filter((path) => body.includes(`href="${path}"`)).length).toBeGreaterThan(3)
    expect(shut.filter((path) => body.includes(`href="${path}"`))).toEqual([])
  })

  test('has no task in the background that fails for want of a policy', async () => {
    const [row] = await t.peek<{ organisation_id: string }>('select organisation_id from app.organisation')
    const organisationId = row?.organisation_id ?? ''
    const parts = {
      db: t.db,
      clock: t.clock,
      identity: kept.identity,
      keys: kept.keys,
      mail: { send: async () => undefined, close: () => undefined },
    }
    const tasks = policyFirst(Object.assign({}, ...areas.map((area) => area.tasks?.(parts as never) ?? {})))
    for (const name of ['issue_agreements', 'remind_of_agreements', 'plan_duties', 'policy_drafts_day', 'name_users']) {
      expect(Object.keys(tasks)).toContain(name)
      await expect(tasks[name]?.({ organisationId }), name).resolves.toBeUndefined()
    }
  })
})
