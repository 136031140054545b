import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { setPolicyPage } from '#areas/publication/index.ts'
import { useApp } from '#tests/support/app.ts'
import { axeSource } from '#tests/support/axe.ts'
import type { Answer } from '#tests/support/browser.ts'
import { useDatabase } from '#tests/support/database.ts'
import { pathOf } from '../security/path-of.ts'
import { ROUTES } from '../security/routes.table.ts'
import type { SecurityWorld } from '../security/world.ts'
import { givenWorld } from '../security/world.ts'
import { addressOf, buildAssets, launch, serve } from '../ui/support/browser.ts'
import { kindsOf } from './support/kinds.ts'
import { givenMorePages } from './support/more-pages.ts'

const t = useDatabase()
const app = useApp(t, { sample: true })
const seen = new Set<string>()
const leadOn = new Set<string>()
let browser: Browser
let page: Page
let world: SecurityWorld
let address: string

// Nothing in it waits for time to pass: it is a hundred and seventy pages.
vi.setConfig({ testTimeout: 240_000 })

beforeAll(async () => {
  world = await givenWorld(t, app)
  const { head } = world.people
  const [school] = await t.peek<{ id: string }>('select id from app.school where organisation_id = $1', [
    head.organisationId,
  ])
  await t.as(head, (tx) => setPolicyPage(tx, head, { schoolId: school?.id ?? '', open: true }))
  const pages = await t.peek<{ address: string }>('select address from app.policy_page where school_id = $1', [
    school?.id,
  ])
  address = pages[0]?.address ?? ''
  browser = await launch()
  const files = await buildAssets()
  files.set('/', '<!doctype html><title>None</title><link rel="stylesheet" href="/kept.css">')
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  await serve(context, files)
  page = await context.newPage()
  await page.goto(addressOf('/'))
  await page.evaluate(axeSource)
})
afterAll(() => browser?.close())

const gets = Object.keys(ROUTES).filter((name) => name.startsWith('GET '))
// What is no page: a file to take away, or an answer for a program.
const isFile = (name: string): boolean =>
  /\.(csv|ics|pdf|zip)$|\/pdf$|\/yaml\/file$|\/files\/|\/documents\/:document$|^GET \/api\//.test(name)
// The pages of a record are the same under each of its homes.
const sameAs = (name: string): string =>
  name.replace(/^GET \/(actions|exceptions|entries|incidents)\/:id\//, 'GET /record/')

describe('every page of the program', () => {
  const opened = new Set<string>()

  test('has no fault of access without scripts, and is no wider than a phone', async () => {
    for (const name of gets.filter((one) => !isFile(one))) {
      const answer = await openPage(name)
      if (answer === null) continue
      opened.add(name)
      expect.soft(await faultsOf(answer.body), name).toEqual([])
    }
  })

  test('about what that world lacks has none either', async () => {
    for (const { route, path, as } of await givenMorePages(t, app, world)) {
      const answer = await app.get(path, as)
      expect.soft(answer.status, `${route}: ${path}`).toBe(200)
      opened.add(route)
      expect.soft(await faultsOf(answer.body), route).toEqual([])
    }
  })

  test('would be found out', async () => {
    const html = '<!doctype html><html lang="en"><title>A</title><main><h1>A</h1><img src="a.png"></main></html>'
    expect(await faultsOf(html)).toMatchObject([{ id: 'image-alt' }])
  })

  test('is among these, or the same under another home', () => {
    const same = new Set([...opened].map(sameAs))
    const unseen = gets.filter((name) => !(isFile(name) || leadOn.has(name) || same.has(sameAs(name))))
    expect(unseen).toEqual([])
  })
})

/** The page of a route for the first of those whom it opens for; null when it opens for nobody in this world, or leads on. */
async function openPage(name: string): Promise<Answer | null> {
  let other: Answer | null = null
  const { open = [] } = ROUTES[name] ?? {}
  // What is shut in the table for want of something public is not shut here.
  for (const role of open.length === 0 ? (['nobody'] as const) : open) {
    const path = pathOf(name, world.things).replace('/of/school', `/of/${address}`)
    const answer = await app.get(path, role === 'nobody' ? null : world.people[role])
    if ([302, 303].includes(answer.status) && !answer.location?.startsWith('/sign-in')) leadOn.add(name)
    if (!String(answer.headers['content-type']).startsWith('text/html') || answer.status === 404) continue
    if (answer.status === 200) return answer
    other ??= answer
  }
  return other
}

async function faultsOf(html: string): Promise<unknown> {
  // Colours hang on kinds of elements, and are the most work: where no kind is new, they have been looked at.
  const kinds = kindsOf('http://any.example/', html)
  const fresh = kinds.some((kind) => !seen.has(kind))
  for (const kind of kinds) seen.add(kind)
  return page.evaluate(`(${LOOK})(${JSON.stringify(html)}, ${fresh})`)
}

// One document is looked at after another in the same page: styles and axe are read once.
const LOOK = `async (html, colours) => {
  const { documentElement, body, title } = new DOMParser().parseFromString(html, 'text/html')
  document.title = title
  document.documentElement.lang = documentElement.lang
  document.documentElement.className = documentElement.className
  document.body.replaceWith(body)
  const rules = colours ? {} : { 'color-contrast': { enabled: false } }
  const { violations } = await axe.run({ resultTypes: ['violations'], rules })
  const width = document.documentElement.scrollWidth
  return [
    ...violations.map(({ id, nodes }) => ({ id, where: nodes.map((node) => node.html) })),
    ...(width > innerWidth ? [{ id: 'wider than a phone', where: [width] }] : []),
  ]
}`
