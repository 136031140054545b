import { expect, test } from 'vitest'
import { base } from '../check/given.ts'
import { loadPack } from '../load/load-pack.ts'
import { sentenceOf } from '../sentences/sentence-of.ts'
import type { Pack } from '../types/pack.ts'
import { comparePacks } from './compare-packs.ts'
import { proposeMaterial } from './propose-material.ts'

const given = (at: string, held = '[school days 12:15 to 13:10]'): Pack => {
  const more = `
settings: { lunch: { says: Lunch, type: times, value: { value: ${held}, source: school } } }
tables:
  phones:
    says: Phones
    hit: first
    inputs: [{ id: where, says: Where, type: list/phase }]
    marks: [{ id: times, says: At certain times, means: times }, { id: never, says: Never, means: "no" }]
    otherwise: never
    rows: [{ id: young, when: { where: primary }, mark: times, at: ${at} }]
`
  const { pack, faults } = loadPack([
    { path: 'a.yaml', text: base },
    { path: 'b.yaml', text: more },
  ])
  if (pack === null) throw new Error(JSON.stringify(faults))
  return pack
}

test('times of a row are said, and a change of them is a material one in plain words', () => {
  const [old, now] = [given('[school days 12:15 to 13:10]'), given('[school days 12:15 to 13:10, Friday after 14:00]')]
  expect(sentenceOf(now, 'table/phones#young')).toBe(
    'Where: Primary – At certain times: school days from 12:15 to 13:10; Fridays after 14:00.',
  )
  const found = comparePacks(old, now)
  expect(found.things.flatMap((one) => one.differences.map(({ says }) => says))).toEqual([
    'row “Where: Primary – At certain times: school days from 12:15 to 13:10; Fridays after 14:00”: at what times or where adds Friday after 14:00',
  ])
  expect(proposeMaterial(old, now, found).material).toBe(true)
})

test('an entry that the policy brings along is said, and so is a change of it', () => {
  const contacts = (phone: string): Pack => {
    const { pack, faults } = loadPack([
      { path: 'a.yaml', text: base },
      {
        path: 'b.yaml',
        text: `records:\n  contact: { says: Contact, fields: [{ id: name, asks: Who, type: text }, { id: phone, asks: Number, type: phone }], entries: [{ id: line, fields: { name: Line, phone: "${phone}" } }] }`,
      },
    ])
    if (pack === null) throw new Error(JSON.stringify(faults))
    return pack
  }
  const [old, now] = [contacts('0800 1'), contacts('0800 2')]
  expect(sentenceOf(now, 'record/contact')).toBe('Contact: a record with 2 questions; the policy brings 1 entry along.')
  const found = comparePacks(old, now)
  expect(found.things.flatMap((one) => one.differences.map(({ says }) => says))).toEqual([
    'entry “line”: phone: 0800 1 becomes 0800 2',
  ])
  expect(proposeMaterial(old, now, found).material).toBe(true)
})

test('times that a setting holds are said with its name, or that nobody has set them', () => {
  expect(sentenceOf(given('{ setting: setting/lunch }'), 'table/phones#young')).toBe(
    'Where: Primary – At certain times: school days from 12:15 to 13:10 (“Lunch”).',
  )
  const open = given('{ setting: setting/lunch }')
  const unset = { ...open, settings: { lunch: { ...open.settings.lunch, value: { source: 'school' } } } } as Pack
  expect(sentenceOf(unset, 'table/phones#young')).toBe(
    'Where: Primary – At certain times: “Lunch”, which the school has not set yet.',
  )
})
