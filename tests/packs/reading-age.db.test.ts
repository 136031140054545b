import { type ChildNode, isTag, isText } from 'domhandler'
import { DomUtils, parseDocument } from 'htmlparser2'
import { beforeAll, describe, expect, test } from 'vitest'
import type { PersonActor } from '#core/actor.ts'
import { readingLevel, sentencesOf, wordsOf } from '#core/reading-level.ts'
import { issueIn } from '#tests/support/agreements.ts'
import { useApp } from '#tests/support/app.ts'
import type { Answer, Browser, Fields } from '#tests/support/browser.ts'
import { useDatabase } from '#tests/support/database.ts'
import { readPack } from './read-pack.ts'
import { givenSchoolUnder, type ScenarioSchool } from './support/school.ts'

const t = useDatabase()
const app = useApp(t)

/** Who reads the words of a band, for which school year ours are at most, and how long a sentence of ours is at most. */
const BANDS = {
  young: { yearGroup: 2, year: 3, words: 16 },
  middle: { yearGroup: 5, year: 4, words: 16 },
  older: { yearGroup: 9, year: 6, words: 22 },
} as const
type Band = keyof typeof BANDS
const ALL = ['young', 'middle', 'older'] as const

const PACKS = [
  'independent-school',
  'primary-federation',
  'special-all-through',
  'specialist-group',
  'village-primary',
] as const

describe.each(PACKS)('what a pupil reads under %s', (name) => {
  const pupils = new Map<Band, PersonActor>()
  const theirs = wordsOfPolicy(name)
  let school: ScenarioSchool
  let handler: PersonActor
  beforeAll(async () => {
    school = await givenSchoolUnder(t, name)
    const posts = Object.entries(readPack(name).parties).flatMap(([id, { kind }]) => (kind === 'post' ? [id] : []))
    handler = await school.staff('Priya Raman', ...posts)
    for (const band of ALL) pupils.set(band, await school.pupil(`Kofi ${band}`, BANDS[band].yearGroup))
    await issueIn(t, school.organisation)
  })

  test.each(ALL)('is in words for %s pupils wherever it is ours', async (band) => {
    const pupil = pupils.get(band)
    if (pupil === undefined) throw new Error('each band has its pupil')
    const pages = [
      ...(await pagesOfTelling(band, school.organisation.slug, handler)),
      ...(await pagesOfTheirOwn(band, pupil, handler)),
    ]
    const sentences = [...new Set(pages.flatMap(blocksOf).flatMap(sentencesOf))].filter(
      (one) => wordsOf(one).length > 3,
    )
    // The policy's own words are the school's: whoever edits them is told how hard they are to read.
    const ours = sentences.filter((one) => !one.split(/[,“”]/).every((part) => theirs.includes(plain(part))))
    const { year, words } = BANDS[band]
    expect(ours.length).toBeGreaterThan(50)
    expect.soft(readingLevel(ours).year).toBeLessThanOrEqual(year)
    expect(ours.filter((one) => wordsOf(one).length > words)).toEqual([])
  })
})

const WORRY = { about: 'seen_something', what: 'A video', by_accident: 'yes', answer: 'yes' }

/** Tells page by page: what was asked on the way, and what came when all was said. */
async function tells(browser: Browser, path: string, more: Fields): Promise<{ asked: string[]; last: Answer }> {
  const asked: string[] = []
  let last = await browser.get(path)
  for (let page = 0; page < 6; page += 1) {
    const form = last.forms.find(({ action, fields }) => action.split('?')[0] === path && !('receipt' in fields))
    if (form === undefined) return { asked, last }
    const [to] = [...last.body.matchAll(/name="to" [^>]*value="([^"]+)"/g)].map(([, value = '']) => value)
    asked.push(last.body)
    last = await browser.post(path, { ...form.fields, ...WORRY, ...more, ...(to === undefined ? {} : { to }) })
  }
  throw new Error(`${path} asks and asks`)
}

/** Telling without a name: the forms and what they say to a slip, the receipt, and the conversation. */
async function pagesOfTelling(band: Band, slug: string, handler: PersonActor): Promise<string[]> {
  const at = `/at/${slug}/tell`
  const nobody = app.browser()
  const open = [at, `${at}/${band}`, `${at}/${band}/help`, `${at}/back`, `${at}/you-said`, '/sign-in', '/sign-in/card']
  const pages: string[] = []
  for (const path of open) pages.push(await bodyOf(nobody.get(path)))
  pages.push(await bodyOf(nobody.submit(`${at}/${band}`, `${at}/${band}`, { what: '' }), 400))
  const { asked, last } = await tells(nobody, `${at}/${band}`, { danger: 'yes' })
  const receipt = /kept-receipt__digits">([\d ]+)</.exec(last.body)?.[1] ?? ''
  expect(receipt).not.toBe('')
  await answerNewest(handler)
  const back = (typed: string) => nobody.submit(`${at}/back`, `${at}/back`, { receipt: typed })
  pages.push(...asked, last.body, (await back('1111 1111 1111 1111')).body, await bodyOf(back(receipt)))
  return pages
}

/** What is theirs: telling with their name, the conversation, all that they are asked to agree to, and what they may do. */
async function pagesOfTheirOwn(band: Band, pupil: PersonActor, handler: PersonActor): Promise<string[]> {
  const signed = await app.signedIn(pupil)
  const own = ['/tell', '/tell/named', '/you-said', '/may-i', '/policy/help', '/notices']
  const pages: string[] = []
  for (const path of own) pages.push(await bodyOf(signed.get(path)))
  const { asked: steps, last } = await tells(signed, '/tell/named', { danger: 'no' })
  pages.push(...steps, last.body, await bodyOf(signed.get(`/tell/mine/${await answerNewest(handler)}`)))
  const asked = await t.peek<{ id: string }>(
    `select r.id from app.assent_request r where r.about_id = $1 and r.state not in ('ended', 'superseded') order by id`,
    [pupil.personId],
  )
  for (const { id } of asked) {
    const answer = await signed.get(`/agreements/mine/${id}`)
    // What only their parents sign is not theirs to open.
    if (answer.status === 404) continue
    pages.push(answer.body, (await signed.submit(`/agreements/mine/${id}`, `/agreements/mine/${id}`)).body)
  }
  expect(pages.length, `${band} pupils are asked to agree to something`).toBeGreaterThan(own.length + 1)
  return [...pages, await bodyOf(signed.get('/agreements/mine'))]
}

/** Whoever handles the newest concern writes back; its id. */
async function answerNewest(handler: PersonActor): Promise<string> {
  const [newest] = await t.peek<{ id: string }>(
    'select id from app.concern where organisation_id = $1 order by told_at desc, id desc limit 1',
    [handler.organisationId],
  )
  const replied = await app.post(`/concerns/${newest?.id}/reply`, { reply: 'Thank you' }, handler)
  expect(replied.status).toBe(303)
  return newest?.id ?? ''
}

async function bodyOf(answer: Promise<Answer>, status = 200): Promise<string> {
  const { body, status: said } = await answer
  expect(said).toBe(status)
  return body
}

const INSIDE = new Set(['a', 'abbr', 'b', 'em', 'i', 'strong', 'time'])

/** The words of each block of the page's own part. */
function blocksOf(html: string): string[] {
  const main = DomUtils.findOne((one) => one.name === 'main', parseDocument(html).children)
  const unsaid = ['script', 'style', 'svg', 'option', 'textarea']
  const blocks = ['']
  const walk = (nodes: readonly ChildNode[]): void => {
    for (const node of nodes) {
      if (isText(node)) blocks.push(`${blocks.pop()}${node.data}`)
      if (!isTag(node) || unsaid.includes(node.name)) continue
      const apart = !INSIDE.has(node.name)
      if (apart) blocks.push('')
      walk(node.children)
      if (apart) blocks.push('')
    }
  }
  walk(main?.children ?? [])
  return blocks
}

// How a page sets its words apart is its own.
const plain = (text: string): string => wordsOf(text).join('').replaceAll(/\W/g, '')

/** Every word that the policy itself says, so that a sentence of it is known. */
function wordsOfPolicy(name: string): string {
  const said: string[] = []
  const walk = (value: unknown): void => {
    if (typeof value === 'string') said.push(plain(value))
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk)
  }
  walk(readPack(name))
  return said.join(' | ')
}
