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
