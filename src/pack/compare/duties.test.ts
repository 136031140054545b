import { expect, test } from 'vitest'
import { base } from '../check/given.ts'
import { loadPack } from '../load/load-pack.ts'
import type { Pack } from '../types/pack.ts'
import { comparePacks } from './compare-packs.ts'
import { proposeMaterial } from './propose-material.ts'

const MORE = `records:
  kit: { says: School kit, fields: [{ id: holder, asks: Who holds it?, type: person }, { id: form, asks: Class, type: class }, { id: phases, asks: P, type: list/phase, many: true }] }
`

function packWith(duty: string): Pack {
  const { pack, faults } = loadPack([
    { path: 'base.yaml', text: base },
    { path: 'x.yaml', text: `${MORE}duties:\n  d: { says: Check it, every: term, ${duty} }` },
  ])
  if (pack === null) throw new Error(JSON.stringify(faults))
  return pack
}

const SAID = 'proof: { attest: Done }'
const covers = (more: string) =>
  `for_each: class, owner: class_teachers, proof: { covers: phases, in: record/kit, class: form, of: list/phase, ${more} }`

const REPORT = `owner: party/head, ${SAID} }\nreports:\n  r: { says: R, anonymous: true, to: party/head, parts: [{ id: p, says: P, counts: record/incident }`
// The list of parts is closed after what is added; what the test says of it stays as it is.
const closed = (text: string, index: number) => (index < 2 ? `${text}]` : text)

test.each([
  [
    `owner: party/head, ${SAID}`,
    `owner: party/head, for_each: holder, ${SAID}`,
    'The duty “Check it” … for each of what now holder',
  ],
  [
    `owner: person, for_each: { item_of: record/kit, held_by: holder }, ${SAID}`,
    `owner: person, for_each: { holder_of: record/kit, held_by: holder }, ${SAID}`,
    'for each of what: item of “School kit”, held by holder becomes holder of “School kit”, held by holder',
  ],
  [
    `owner: class_teachers, for_each: class, ${SAID}`,
    `owner: class_teachers, for_each: class, where: 'class.id != ""', ${SAID}`,
    'which of them now',
  ],
  [
    `owner: party/head, ${SAID} }\ndocuments:\n  gdpr: { says: GDPR, kind: linked`,
    `owner: party/head, ${SAID} }\ndocuments:\n  gdpr: { says: GDPR, kind: linked, attach: required`,
    'whether the school attaches it now required',
  ],
  [`${REPORT}`, `${REPORT}, { id: w, says: Remarks, writes: What stands out? }`, 'new part “Remarks”'].map(closed),
  [
    `owner: party/dsl, late: [{ at: due, notify: party/head }], ${SAID}`,
    `owner: party/dsl, late: [{ at: 2 days, notify: party/chair, needs: reason }], ${SAID}`,
    'when late: “the head is told” becomes “2 days later the chair of governors is told and a reason must be given”',
  ],
  [
    `owner: party/dsl, late: [{ at: due, notify: party/head }], ${SAID}`,
    `owner: party/dsl, late: [{ at: due, notify: party/head }, { at: 2 days, notify: party/chair }], ${SAID}`,
    'when late adds “2 days later the chair of governors is told”',
  ],
  [covers('only: [primary]'), covers('only: [primary, secondary]'), 'only these adds secondary'],
])('%s becomes %s: told in words, and of substance', (before, after, says) => {
  const [old, now] = [packWith(before), packWith(after)]
  const changes = comparePacks(old, now)
  const told = changes.things.flatMap((thing) => thing.differences.map((one) => one.says)).join('; ')
  expect(told).toContain(says.replace(/^.*… /, ''))
  expect(proposeMaterial(old, now, changes).material).toBe(true)
})
