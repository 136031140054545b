import { type ChildNode, isTag, isText } from 'domhandler'
import { DomUtils, parseDocument } from 'htmlparser2'
import { describe, expect, test } from 'vitest'
import type { PersonActor } from '#core/actor.ts'
import { readingLevel, sentencesOf, wordsOf } from '#core/reading-level.ts'
import { issueIn } from '#tests/support/agreements.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { readPack } from './read-pack.ts'
import { givenSchoolUnder } from './support/school.ts'

const t = useDatabase()
const app = useApp(t)

/** Who reads the words of a band, for which school year ours are at most, and how long a sentence of ours is at most. */
const BANDS = {
  young: { yearGroup: 2, year: 3, words: 16 },
  middle: { yearGroup: 5, year: 4, words: 16 },
  older: { yearGroup: 9, year: 6, words: 22 },
} as const
type Band = keyof typeof BANDS

const PACKS = [
  'independent-school',
  'primary-federation',
  'special-all-through',
  'specialist-group',
  'village-primary',
] as const

describe.each(PACKS)('what a pupil reads under %s', (name) => {
  test.each(['young', 'middle', 'older'] as const)('is in words for %s pupils wherever it is ours', async (band) => {
    const school = await givenSchoolUnder(t, name)
    const pupil = await school.pupil('Kofi Mensah', BANDS[band].yearGroup)
    await issueIn(t, school.organisation)
    const theirs = wordsOfPolicy(name)
    const read = (await pagesOf(band, school.organisation.slug, pupil)).flatMap(blocksOf)
    const sentences = [...new Set(read.flatMap(sentencesOf))].filter((one) => wordsOf(one).length > 3)
    // The policy's own words are the school's: whoever edits them is told how hard they are to read.
    const ours = sentences.filter((one) => !one.split(/[,“”]/).every((part) => theirs.includes(plain(part))))
    const { year, words } = BANDS[band]
    expect(ours.length).toBeGreaterThan(50)
    expect.soft(readingLevel(ours).year).toBeLessThanOrEqual(year)
    expect(ours.filter((one) => wordsOf(one).length > words)).toEqual([])
  })
})

/** The pages on which a pupil of a band is without a name, and with it. */
async function pagesOf(band: Band, slug: string, pupil: PersonActor): Promise<string[]> {
  const at = `/at/${slug}/tell`
  const nobody = app.browser()
  const told = await nobody.submit(`${at}/${band}`, `${at}/${band}`, {
    ...{ about: 'unkind', what: 'Somebody is unkind', danger: 'no', answer: 'yes', page: '3' },
  })
  const open = [at, `${at}/${band}`, `${at}/${band}/help`, `${at}/back`, `${at}/you-said`, '/sign-in/card']
  const own = ['/tell', '/tell/named', '/you-said', '/agreements/mine', '/may-i', '/policy/help', '/notices']
  const signed = await app.signedIn(pupil)
  const mine = (await signed.get('/agreements/mine')).body
  const asked = [...mine.matchAll(/href="(\/agreements\/mine\/[0-9a-f-]{36})"/g)].map(([, href = '']) => href)
  const pages = [told.body]
  for (const path of open) pages.push((await nobody.get(path)).body)
  for (const path of [...own, ...asked.slice(0, 2)]) {
    const answer = await signed.get(path)
    if (answer.status === 200) pages.push(answer.body)
  }
  return pages
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
