import { beforeAll, describe, expect, test } from 'vitest'
import type { RecordFilter } from '#areas/records/index.ts'
import { countRecords, listRecords, openRecord, searchRecords } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { folded } from '#core/fold.ts'
import { useApp } from '#tests/support/app.ts'
import { castIn } from '#tests/support/cast.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'

const t = useDatabase('2026-11-16T08:00:00Z')
const app = useApp(t)
const filter: RecordFilter = { kind: 'incident', view: 'all', words: '', page: 1, size: 50 }
const people: Record<string, PersonActor> = {}
const ids: Record<string, string> = {}

const of = castIn(people)

beforeAll(async () => {
  const organisation = await givenOrganisation(t)
  await givenPolicy(t, organisation)
  const other = await givenOrganisation(t, 'Another School')
  await givenPolicy(t, other)
  const staff = (name: string, post: string) => givenPerson(t, organisation, { kind: 'staff', name, posts: [post] })
  people.lead = await staff('Sam Pritchard', 'online_safety_lead')
  people.head = await staff('Moira Tolland', 'head')
  people.teacher = await givenPerson(t, organisation, { kind: 'staff', name: 'Ines Farrow', posts: [] })
  people.governor = await givenPerson(t, organisation, { kind: 'governor', name: 'Guy Marsh', posts: ['governors'] })
  people.stranger = await givenPerson(t, other, { kind: 'staff', posts: ['online_safety_lead'] })
  const pupil = await givenPerson(t, organisation, { kind: 'pupil', name: 'Jayden Holt', yearGroup: 8 })
  const open = async (title: string, details: string, named: [string, PersonActor] | null) => {
    const { id } = await t.as(of('lead'), (tx) =>
      openRecord(tx, of('lead'), {
        kind: 'incident',
        schoolId: organisation.schoolId,
        title,
        category: 'cyberbullying',
        occurredAt: null,
        fields: { details },
        people: named === null ? [] : [{ part: named[0], personId: named[1].personId, described: null }],
      }),
    )
    ids[title] = id
  }
  await open('Messages in a chat', 'She was threatened with screenshots, and Will saw it', ['victim', pupil])
  const far = await givenPerson(t, organisation, { kind: 'pupil', name: 'Títílayọ̀ Ørsted', yearGroup: 8 })
  await open('A borrowed laptop', 'He bullies a smaller child in the changing room, who was photografed', [
    'instigator',
    far,
  ])
  await open('About the head', 'Somebody was photographed in the library', ['named_staff', of('head')])
})

const find = (who: string, words: string) =>
  t.as(of(who), async (tx) => ({
    titles: (await listRecords(tx, { ...filter, words })).map((row) => row.title).toSorted(),
    count: await countRecords(tx, { ...filter, words }),
    alike: (await searchRecords(tx, 'incident', words)).alike,
  }))
const nothing = { titles: [], count: 0, alike: false }

describe('a search of cases', () => {
  test.each([
    ['another ending', 'threatening', 'Messages in a chat'],
    ['another ending of the title', 'messaging', 'Messages in a chat'],
    ['a name that is also a small word', 'will', 'Messages in a chat'],
    ['the name of somebody in it', 'jayden', 'Messages in a chat'],
    ['a name without its accents', 'titilayo orsted', 'A borrowed laptop'],
    ['a name in capitals with its accents', 'TÍTÍLAYỌ̀', 'A borrowed laptop'],
    ['an accent that the text does not have', 'scréenshots', 'Messages in a chat'],
    ['two words wherever they stand', 'child laptop', 'A borrowed laptop'],
  ])('finds by %s', async (_how, words, title) => {
    expect(await find('lead', words)).toEqual({ titles: [title], count: 1, alike: false })
  })

  test.each([
    ['a letter too few', 'scrennshots', 'Messages in a chat'],
    ['two letters changed round', 'labtop', 'A borrowed laptop'],
    ['a name spelt otherwise', 'Jaiden', 'Messages in a chat'],
  ])('forgives %s, and says so', async (_how, words, title) => {
    expect(await find('lead', words)).toEqual({ titles: [title], count: 1, alike: true })
    expect((await app.get(`/incidents?words=${encodeURIComponent(words)}`, of('lead'))).text).toContain('spelt like it')
    for (const way of ['.csv', '/print'])
      expect((await app.get(`/incidents${way}?words=${words}`, of('lead'))).body).toContain('spelt like them')
  })

  test('takes accents off as the program does', async () => {
    const names = ['Títílayọ̀', 'Łukasz Ørsted', 'ZOË O’BRIEN', 'Weiß', 'ΆΛΦΑ', 'ਹਰਪ੍ਰੀਤ', 'Þóra Æsa', 'plain']
    const rows = await t.peek<{ one: string }>('select app.folded(unnest($1::text[])) as one', [names])
    expect(rows.map((row) => row.one)).toEqual(names.map(folded))
  })

  test('does not take the names of the fields for words of a case', async () => {
    expect(await find('lead', 'details')).toEqual(nothing)
  })
})

describe('what one may not see does not show in a search', () => {
  test('whoever knows only that cases exist finds none by what stands in it or by a name, and one by its number', async () => {
    for (const words of ['threatened', 'Jayden', 'scrennshots', 'Holt'])
      expect(await find('governor', words)).toEqual(nothing)
    expect((await t.as(of('governor'), (tx) => listRecords(tx, filter))).length).toBe(3)
    const [row] = await t.as(of('lead'), (tx) => listRecords(tx, { ...filter, words: 'laptop' }))
    expect((await find('governor', row?.reference.toLowerCase() ?? '')).count).toBe(1)
  })

  test('whoever is of no circle, or of another school, finds nothing, not what is spelt alike either', async () => {
    for (const who of ['teacher', 'stranger'])
      for (const words of ['threatened', 'scrennshots']) expect(await find(who, words)).toEqual(nothing)
  })

  test('a case from which one is walled off is not found, and does not keep back what is spelt like its words', async () => {
    expect(await find('lead', 'photographed')).toEqual({ titles: ['About the head'], count: 1, alike: false })
    expect(await find('head', 'photographed')).toEqual({ titles: ['A borrowed laptop'], count: 1, alike: true })
    for (const words of ['library', 'libary']) {
      expect(await find('head', words)).toEqual(nothing)
      const page = await app.get(`/incidents?words=${words}`, of('head'))
      expect(page.text).toContain('Nothing found')
      expect(page.text).not.toContain('spelt like it')
    }
  })
})
