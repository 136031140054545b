import { expect, test } from 'vitest'
import { readPack } from '#tests/packs/read-pack.ts'
import { sentenceOf } from '../sentences/sentence-of.ts'
import { comparePacks } from './compare-packs.ts'
import { proposeMaterial } from './propose-material.ts'

const pack = readPack('special-all-through')

test('from when on a pupil in several cases is pointed out is said, and a change of it is material', () => {
  expect(sentenceOf(pack, 'record/incident')).toContain(
    'a pupil who is in 3 or more within 6 weeks is pointed out to those who may read them (the school chose this)',
  )
  const after = structuredClone(pack)
  const { incident } = after.records
  if (incident === undefined) throw new Error('the pack has no such thing')
  incident.repeats = { cases: 2, within: '1 month' }
  const found = comparePacks(pack, after)
  expect(proposeMaterial(pack, after, found)).toMatchObject({ material: true })
  const said = found.things.flatMap((one) => one.differences.map((each) => each.says)).join('; ')
  expect(said).toContain('from when on a pupil in several is pointed out')
  expect(said).toContain('2 or more within 1 month')
})
