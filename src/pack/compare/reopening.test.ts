import { expect, test } from 'vitest'
import { readPack } from '#tests/packs/read-pack.ts'
import { sentenceOf } from '../sentences/sentence-of.ts'
import { comparePacks } from './compare-packs.ts'
import { proposeMaterial } from './propose-material.ts'

const pack = readPack('special-all-through')

test('who may open a closed case again is said, and a change of it is material', () => {
  expect(sentenceOf(pack, 'record/incident')).toContain(
    'whoever handles it may open a closed one again with a reason, and it goes on at “',
  )
  const after = structuredClone(pack)
  const { incident } = after.records
  if (incident?.reopening === undefined) throw new Error('the pack has no such thing')
  incident.reopening = { ...incident.reopening, by: 'party/head' }
  const found = comparePacks(pack, after)
  expect(proposeMaterial(pack, after, found)).toMatchObject({ material: true })
  const said = found.things.flatMap((one) => one.differences.map((each) => each.says)).join('; ')
  expect(said).toContain('who may open a closed one again')
  expect(said).toContain('the head')
})

test('from which step on a record opens a device is said, and a change of it is material', () => {
  const before = readPack('specialist-group')
  expect(sentenceOf(before, 'record/device_search')).toContain(
    'a device in evidence is opened only on the ground of one that has come to “search',
  )
  const after = structuredClone(before)
  const search = after.records.device_search
  if (search === undefined) throw new Error('the pack has no such thing')
  search.opens_devices_from = 'covered'
  const found = comparePacks(before, after)
  expect(proposeMaterial(before, after, found)).toMatchObject({ material: true })
  const said = found.things.flatMap((one) => one.differences.map((each) => each.says)).join('; ')
  expect(said).toContain('the step from which on a device is opened')
})
