import { describe, expect, test } from 'vitest'
import { checkPack } from '#pack/check/check-pack.ts'
import { hasPart, isDefined } from '#pack/check/defined.ts'
import { allFieldsOf, partsOf } from '#pack/types/parts.ts'
import {
  calendar,
  clauseRange,
  deadlines,
  everyStep,
  forms,
  notYet,
  recipients,
} from './independent-school.expected.ts'
import { loadNamed, readPack } from './read-pack.ts'

// What somebody tells may bring a file, never where it is about a picture or about contact by a stranger.
const NO_PICTURES = "!(worry in ['picture', 'contact'])"

const name = 'independent-school'
const pack = readPack(name)
const clause = new Map(pack.clauses.map((one) => [one.id, one]))

const stands = (ref: string): boolean => {
  const parts = partsOf(ref)
  return parts !== null && isDefined(pack, parts) && hasPart(pack, parts)
}

describe('the clauses of the independent school', () => {
  test('stand in a pack without faults', () => {
    const { faults, positions } = loadNamed(name)
    expect(faults).toEqual([])
    expect(checkPack(pack, positions)).toEqual([])
  })

  test('wait for the school to confirm what was inferred, left open or contradictory, and for nothing else', () => {
    const open = checkPack(pack, loadNamed(name).positions, { publish: true })
    expect([...new Set(open.map((fault) => fault.rule))].sort()).toEqual([
      'open_value',
      'unsettled_reading',
      'unsettled_value',
    ])
  })

  test('are all 427, each once, in order', () => {
    expect(pack.clauses.map((one) => one.id)).toEqual(clauseRange(1, 427))
  })

  test('that nothing keeps yet are named, and each says what is planned', () => {
    const open = pack.clauses.filter((one) => one.kept_by.length === 0)
    expect(open.map((one) => one.id)).toEqual(notYet)
    expect(open.filter((one) => one.planned.length === 0)).toEqual([])
  })

  test('are kept by nothing whose engine is not built', () => {
    const built = new Set([
      'action',
      'exception',
      'assent',
      'conduct',
      'table',
      'decision',
      'document',
      'duty',
      'report',
      'flow',
      'guard',
      'measure',
      'notify',
      'party',
      'record',
    ])
    const early = pack.clauses.flatMap((one) => one.kept_by.filter((ref) => !built.has(ref.split('/')[0] ?? '')))
    expect(early).toEqual([])
  })

  test('of kind gate, deadline or record are never kept by words alone', () => {
    const words = ['conduct/', 'document/', 'party/']
    const soft = pack.clauses
      .filter((one) => ['gate', 'deadline', 'record'].includes(one.kind) && one.kept_by.length > 0)
      .filter((one) => one.kept_by.every((ref) => words.some((kind) => ref.startsWith(kind))))
    expect(soft.map((one) => one.id)).toEqual([])
  })

  test('say which law has changed since', () => {
    const changed = ['T-402', 'T-403', 'T-408', 'T-412', 'T-416', 'T-426']
    expect(
      changed.map(
        (one) =>
          clause
            .get(one)
            ?.note?.toString()
            .match(/\b20\d\d\b/)?.[0],
      ),
    ).toEqual(['2018', '2018', '2015', '2024', '2024', '2012'])
  })
})

describe('what the catalogue has, this pack has', () => {
  test.each(Object.entries(everyStep))('%s with every step', (_flow, steps) => {
    expect(steps.filter((ref) => !stands(ref))).toEqual([])
  })

  test.each(Object.entries(forms))('%s as a form', (_form, refs) => {
    expect(refs.filter((ref) => !stands(ref))).toEqual([])
  })

  test('all 34 calendar entries', () => {
    expect(calendar).toHaveLength(34)
    expect(calendar.filter((ref) => !stands(ref))).toEqual([])
  })

  test('all 27 rules of who is told and all 18 deadlines', () => {
    expect([recipients.length, deadlines.length]).toEqual([27, 18])
    expect([...recipients, ...deadlines].filter((ref) => !stands(ref))).toEqual([])
  })

  test('what follows from a breach: nothing from an accident, the police from a very serious offence', () => {
    const rows = new Map((pack.tables.consequences?.rows ?? []).map((row) => [row.id, row.outcomes]))
    expect(rows.get('accidental')).toEqual(['report', 'log'])
    expect(rows.get('webcam')).toEqual(rows.get('deliberate'))
    expect([rows.get('very_serious')?.includes('police'), rows.get('deliberate')?.includes('police')]).toEqual([
      true,
      false,
    ])
  })

  test('the seventeen laws and the nine places of help', () => {
    const kinds = Object.values(pack.documents).map((document) => document.kind)
    expect(kinds.filter((kind) => kind === 'law')).toHaveLength(17)
    const help = ['help_and_advice', 'ceop_report', 'cybermentors', 'guidance_sources', 'teachernet']
    expect([...help, 'information_commissioner'].filter((one) => pack.documents[one] === undefined)).toEqual([])
  })

  test('a kind of incident for each thing that must be reported, each with a chart', () => {
    const values = pack.lists.incident_kind?.values ?? []
    expect(values.filter((value) => value.route === undefined)).toEqual([])
    const reported = [
      'security_breach',
      'lost_equipment',
      'lost_data',
      'lost_credentials',
      'virus',
      'unsolicited_email',
    ]
    const known = values.map((value) => value.id)
    expect([...reported, 'misuse', 'unauthorised_use', 'other'].filter((one) => !known.includes(one))).toEqual([])
  })
})

describe('what students sign', () => {
  const longest = (text: string): number => Math.max(...text.split(/[.?!:] ?/).map((one) => one.split(/\s+/).length))

  test.each(pack.assents.student_agreement?.items ?? [])(
    '$id in sentences of at most 25 words, and 14 easy ones',
    (item) => {
      if (typeof item.says === 'string') throw new Error(`No easy words for ${item.id}`)
      expect(longest(item.says.en ?? '')).toBeLessThanOrEqual(25)
      expect(longest(item.says['en-easy'] ?? '')).toBeLessThanOrEqual(14)
    },
  )

  test('is the 17 statements of the policy and the words of the slip', () => {
    expect(pack.assents.student_agreement?.items).toHaveLength(18)
    expect(pack.assents.adult_agreement?.items).toHaveLength(18)
  })
})

describe('the differences of this policy', () => {
  test('a password of eight characters, changed every term', () => {
    const value = pack.measures.passwords?.value
    expect(value?.least_characters).toEqual({ value: 8, source: 'stated' })
    expect(value?.changed_every).toEqual({ value: 'term', source: 'stated' })
    expect(pack.duties.password_change).toMatchObject({ every: 'term', owner: 'party/it_services_manager' })
  })

  test('images by opt-out after the letter, for seven uses, asked again when circumstances change', () => {
    const images = pack.assents.image_use
    expect(images).toMatchObject({ basis: 'objection', silence: 'yes', after_letter: 'document/image_letter' })
    expect(images?.items).toHaveLength(7)
    expect(images?.suspended_by).toEqual(['person.changed_parents', 'circumstances.changed'])
    expect(pack.assents.public_images).toMatchObject({ basis: 'consent', silence: 'no' })
  })

  test('phones are allowed, and staff never contact a student or parent with one', () => {
    const rows = new Map((pack.tables.may_i?.rows ?? []).map((row) => [row.id, row.mark]))
    expect([rows.get('staff_device'), rows.get('staff_contact')]).toEqual(['allowed', 'never'])
    expect([rows.get('student_social_lesson'), rows.get('student_social_outside')]).toEqual(['never', 'allowed'])
    expect(pack.conduct.never_contact?.breach).toBe('list/incident_kind#personal_contact')
  })

  test('six purposes of an inspection, and nobody but ICT authorised staff opens or sees one', () => {
    expect(pack.lists.purpose?.values).toHaveLength(6)
    const { opened_by, sight } = pack.records.inspection ?? {}
    expect(opened_by).toBe('party/ict_authorised_staff')
    expect(sight?.filter((one) => one.sees !== 'none').map((one) => one.who)).toEqual(['party/ict_authorised_staff'])
  })

  test('two roles alone have the special mailbox, and the committee says who may post', () => {
    expect(pack.records.chain_letter?.handled_by).toEqual({ any_of: ['party/network_manager', 'party/it_department'] })
    expect(pack.records.chain_letter?.sight.map((one) => one.who)).toEqual([
      'party/network_manager',
      'party/it_department',
    ])
    expect(pack.decisions.poster_authorised?.by).toEqual({ body: 'party/online_safety_committee' })
    expect(pack.lists.school_channel?.values).toHaveLength(5)
  })

  test('nothing withholds access until the school switches that on', () => {
    const gates = Object.values(pack.guards).filter((guard) => guard.stops.startsWith('grant/'))
    expect(gates.map((guard) => guard.active)).toEqual([false, false, false, false])
  })
})

test('no record and no chart asks for a file, and the illegal chart allows none', () => {
  const fields = Object.entries(pack.records).flatMap(([id, record]) => [
    ...allFieldsOf(pack, id, record),
    ...record.rows.flatMap((rows) => rows.fields),
  ])
  expect(fields.filter((field) => field.type === 'file').map((field) => field.when)).toEqual([NO_PICTURES])
  expect(pack.flows.illegal?.files).toBe('never')
  expect(pack.lists.incident_kind?.values.find((value) => value.id === 'abuse_images')?.files).toBe('never')
})
