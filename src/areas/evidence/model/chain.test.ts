import { describe, expect, test } from 'vitest'
import { chainOf } from './chain.ts'
import { askedToSign, type Entry, type Party } from './entry.ts'
import type { EntryKind } from './entry-kinds.ts'
import { reviewFaults, viewingFaults } from './image-fields.ts'
import { shownAs } from './shown.ts'

const at = (time: string) => Temporal.Instant.from(`2026-11-19T${time}:00Z`)
const ben: Party = { personId: 'ben', words: null }
const sam: Party = { personId: 'sam', words: null }
const tobi: Party = { personId: null, words: 'Tobi M' }
const mother: Party = { personId: null, words: 'Mrs M' }
const NOW = at('18:00')

function entry(kind: EntryKind, time: string, more: Partial<Entry> = {}): Entry {
  const made = {
    id: `${kind}-${time}`,
    kind,
    at: at(time),
    notedAt: at(time),
    notedBy: 'ben',
    from: null,
    to: null,
    fields: {},
    ...more,
  }
  const signatures = askedToSign(made).map(({ part, by }) => ({
    part,
    by,
    method: 'password',
    says: null,
    at: made.at,
  }))
  return { signatures, ...made }
}

const taken = entry('captured', '15:40', { from: tobi, to: ben, fields: { witness: sam } })
const sealed = entry('sealed', '15:50', { fields: { seal: 'S-2231' } })
const stored = entry('stored', '16:00', { fields: { place: 'Office safe', access: 'Head' } })
const device = (entries: readonly Entry[], now = NOW) => chainOf({ kind: 'device', hasFile: false }, entries, now)
const gapsOf = (entries: readonly Entry[], now = NOW) => device(entries, now).links.flatMap((link) => link.gaps)

describe('a chain of custody', () => {
  test('is whole when each hand is followed by the same hand, and everybody signed', () => {
    const back = entry('returned', '17:00', { from: ben, to: mother, fields: { relation: 'mother' } })
    const chain = device([taken, sealed, stored, back])
    expect(chain).toMatchObject({ whole: true, seal: 'S-2231', ended: 'returned', place: null, holder: mother })
    expect(device([taken, sealed, stored])).toMatchObject({
      whole: true,
      place: 'Office safe',
      holder: null,
      ended: null,
    })
  })

  test('has a gap where somebody has it whom nobody gave it to, from then until then', () => {
    const [gap] = gapsOf([taken, entry('stored', '16:45', { notedBy: 'sam', fields: { place: 'Safe' } })])
    expect(gap).toEqual({ kind: 'hands', was: ben, gave: sam, from: at('15:40'), until: at('16:45') })
    expect(
      gapsOf([
        taken,
        entry('handed', '16:00', { from: ben, to: sam }),
        entry('stored', '16:45', { notedBy: 'sam', fields: { place: 'Safe' } }),
      ]),
    ).toEqual([])
  })

  test('has a gap where a signature is missing, whoever’s it is', () => {
    const unsigned = { ...taken, signatures: taken.signatures.filter((one) => one.part !== 'witness') }
    expect(gapsOf([unsigned, stored])).toEqual([{ kind: 'unsigned', who: 'Whoever was present', by: sam }])
  })

  test('has a gap where a bag changes its number unless it was opened and sealed again', () => {
    const other = entry('sealed', '16:30', { fields: { seal: 'S-2232' } })
    const opened = entry('opened', '16:20', { fields: { witness: sam } })
    expect(gapsOf([taken, sealed, other, stored]).map((gap) => gap.kind)).toEqual(['seal'])
    expect(gapsOf([taken, sealed, opened, other, entry('stored', '16:40', { fields: { place: 'Safe' } })])).toEqual([])
    expect(gapsOf([taken, sealed, stored, opened]).map((gap) => gap.kind)).toEqual(['unsealed'])
  })

  test('has a gap once nobody has said for a day where it is, and where anything happens after its end', () => {
    expect(gapsOf([taken], at('15:40').add({ hours: 24 }))).toEqual([])
    expect(gapsOf([taken], at('15:41').add({ hours: 24 }))).toEqual([{ kind: 'nowhere', since: at('15:40') }])
    const back = entry('returned', '16:10', { from: ben, to: mother })
    expect(
      gapsOf([taken, back, entry('stored', '16:30', { fields: { place: 'Safe' } })]).map((gap) => gap.kind),
    ).toContain('after_end')
  })

  test('is put in the order in which things happened, whenever they were written down', () => {
    const late = entry('stored', '16:00', { notedAt: at('17:30'), fields: { place: 'Safe' } })
    const early = entry('sealed', '15:45', { fields: { seal: 'S-1' } })
    expect(device([late, taken, early]).links.map((link) => link.entry.kind)).toEqual(['captured', 'sealed', 'stored'])
  })

  test('of a file has no hands, but wants its file', () => {
    const file = (hasFile: boolean) => chainOf({ kind: 'screenshot', hasFile }, [taken], at('15:40').add({ hours: 72 }))
    expect(file(true).whole).toBe(true)
    expect(file(false).links.at(-1)?.gaps).toEqual([{ kind: 'no_file' }])
  })

  test('of a printed sheet has a gap where nobody countersigned it', () => {
    const gaps = (fields: Entry['fields']) =>
      chainOf({ kind: 'printed', hasFile: false }, [entry('captured', '15:40', { to: ben, fields }), stored], NOW)
    expect(gaps({}).links[0]?.gaps).toEqual([{ kind: 'alone' }])
    expect(gaps({ witness: sam }).whole).toBe(true)
  })

  test('asks nobody to sign twice', () => {
    expect(
      askedToSign(entry('sealed', '15:00', { fields: { seal: '1', witness: ben } })).map((one) => one.part),
    ).toEqual(['writer'])
  })
})

test('a review that asks to refer at once cannot say that nobody was told', () => {
  expect(reviewFaults({ under_13: true, referred: 'nobody' })).toHaveProperty('referred')
  expect(reviewFaults({ under_13: true, referred: 'police' })).toEqual({})
  expect(reviewFaults({ under_13: false, referred: 'nobody' })).toEqual({})
})

test('what was viewed is told whole', () => {
  expect(viewingFaults({ unavoidable: 'no' })).toEqual({})
  expect(Object.keys(viewingFaults({ unavoidable: 'yes', viewer: ben, where: 'Office' }))).toEqual([
    'approved_by',
    'witness',
    'when',
    'nature',
  ])
})

test.each([
  ['image/jpeg', 1000, 'pictures'],
  ['application/pdf', 1000, 'pictures'],
  ['text/plain', 1000, 'words'],
  ['text/plain', 5_000_000, null],
  ['image/heic', 1000, null],
  ['image/svg+xml', 1000, null],
  ['text/html', 1000, null],
  ['video/mp4', 1000, null],
])('%s of %d bytes is shown as %s', (type, bytes, shown) => expect(shownAs({ type, bytes })).toBe(shown))
