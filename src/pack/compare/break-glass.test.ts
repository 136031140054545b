import { expect, test } from 'vitest'
import { readPack } from '#tests/packs/read-pack.ts'
import { sentenceOf } from '../sentences/sentence-of.ts'
import { comparePacks } from './compare-packs.ts'
import { proposeMaterial } from './propose-material.ts'

const pack = readPack('special-all-through')

test('who may open a case in an emergency is said, and a change of it is material', () => {
  expect(sentenceOf(pack, 'record/incident')).toContain(
    'deputy head may open one for 4 hours in an emergency, with a reason, and the head is told at once and looks at it afterwards',
  )
  const after = structuredClone(pack)
  const { incident } = after.records
  if (incident?.break_glass === undefined) throw new Error('the pack has no such thing')
  incident.break_glass = { ...incident.break_glass, for: '24 h' }
  const found = comparePacks(pack, after)
  expect(proposeMaterial(pack, after, found)).toMatchObject({ material: true })
  const said = found.things.flatMap((one) => one.differences.map((each) => each.says)).join('; ')
  expect(said).toMatch(/in an emergency: .*for 4 hours.* becomes .*for 24 hours/)
})
