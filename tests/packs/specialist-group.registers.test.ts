import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ChartRef } from '#pack/engines/flow/run.ts'
import { readPack } from './read-pack.ts'
import { along, go, names, opened, refusal, waiting, walkToEnd } from './record-walk.ts'

const pack = readPack('specialist-group')
const started = (chart: ChartRef, form = {}) => opened(pack, chart, form)

describe('the registers of the group', () => {
  const registers = Object.entries(pack.records).filter(([id]) => id !== 'incident' && id !== 'concern')

  test.each(registers.map(([id]) => id))('%s comes to its end whichever way it is walked', (id) => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(10_000)), fc.boolean(), (numbers, amended) => {
        const next = numbers[Symbol.iterator]()
        const form = { amended, had_alarm: amended, is_evidence: amended }
        const start = started(`record/${id}`, form)
        expect(walkToEnd(start, (among) => (next.next().value ?? 0) % Math.max(among, 1)).ended).toBe(true)
      }),
      { numRuns: 6 },
    )
  })

  test('policy_review goes by teaching staff only when something is amended, then three bodies in order', () => {
    const before = along(started('record/policy_review', { amended: true }), ['draft', 'pupils'])
    expect(names(before)).toEqual(['staff'])
    expect(names(along(started('record/policy_review', { amended: false }), ['draft', 'pupils']))).toEqual(['slt'])
    const path = ['staff', 'slt=yes', 'mdg=yes', 'sign=yes']
    expect(names(along(before, path))).toEqual(['publish'])
    expect(names(along(before, ['staff', 'slt=yes', 'mdg=no']))).toEqual(['draft_again'])
    const signing = along(before, ['staff', 'slt=yes', 'mdg=yes'])
    expect(refusal(signing, 'sign', { voice: 'yes' }, { parties: ['party/mdg', 'party/head'] })).toBe('not_theirs')
    expect(refusal(signing, 'sign', { voice: 'yes' }, { person: 'opener', parties: ['party/proprietor'] })).toBe(
      'oneself',
    )
  })

  test('complaint about staff is for Head and Proprietor together', () => {
    const staff = along(started('record/complaint'), ['receive', 'about_what=staff_misuse'])
    const head = go(staff, 'staff', 'done', { person: 'head', parties: ['party/head'] })
    expect(waiting(head).map((one) => [one.stepId, one.stillNeeds])).toEqual([['staff', ['party/proprietor']]])
    expect(names(go(head, 'staff', 'second', { person: 'prop', parties: ['party/proprietor'] }))).toEqual([])
  })

  test('staff_account holds access until signature and the signatory’s approval', () => {
    const asked = go(started('record/staff_account'), 'req')
    expect(names(along(asked, ['signed=no', 'wait']))).toEqual(['signed'])
    const signed = go(asked, 'signed', 'yes')
    expect(refusal(signed, 'authorise', { voice: 'yes' }, { parties: ['party/facilities'] })).toBe('not_theirs')
    expect(names(go(signed, 'authorise', 'yes'))).toEqual(['open'])
  })

  test('phone_hand_in takes a phone that was kept back, after the examining body was told', () => {
    const kept = along(started('record/phone_hand_in'), ['arrive=no', 'breach=yes'])
    expect(names(kept)).toEqual(['exam'])
    const [take_] = waiting(go(kept, 'exam'))
    expect(take_?.stepId).toBe('take')
    expect(names(along(started('record/phone_hand_in'), ['arrive=yes', 'kept']))).toEqual(['back'])
  })

  test.each([
    ['record/confiscation', 'release', { released_to_listed: false }, ['office']],
    ['record/school_phone', 'ready', { phone_encrypted: false }, []],
    ['record/loan', 'ready', { loan_encrypted: false }, []],
    ['record/alarm', 'returned', { alarm_cleared: false }, ['issued']],
    ['record/disposal', 'firm', { firm_has_guarantee: false }, ['data=no']],
    ['record/disposal', 'receipt', { responsibility_accepted: false }, ['data=no', 'firm']],
    ['record/transfer', 'safe', { transfer_encrypted: false }, []],
    ['record/removable_media', 'safe', { pii_removed: false, media_encrypted: false }, []],
    ['record/activity_photo', 'before', { school_camera: false }, []],
    ['record/publication', 'kit', { suitable_dress: false }, ['consent=yes']],
    ['record/publication', 'names', { filename_clean: false }, ['consent=yes', 'kit']],
    [
      'record/publication',
      'extra',
      { long_term_permission: false },
      ['consent=yes', 'kit', 'names', 'high=individual'],
    ],
  ] as const)('%s refuses its step %s with %j', (chart, stepId, fields, path) => {
    const walk = along(started(chart), path)
    expect(refusal(walk, stepId, { done: true }, { fields })).toBe('needs')
    expect(refusal(walk, stepId, { done: true }, {})).toBe('taken')
  })

  test('publication of an image without permission stops', () => {
    const stopped = go(started('record/publication'), 'consent', 'no')
    expect(names(stopped)).toEqual([])
  })

  test('disposal of what held personal data is wiped, or destroyed when the medium has failed, before two people', () => {
    const works = along(started('record/disposal'), ['data=yes', 'medium=yes'])
    expect(names(works)).toEqual(['wipe'])
    expect(names(go(works, 'wipe'))).toEqual(['wipe'])
    expect(names(along(works, ['wipe', 'wipe=second']))).toEqual(['firm'])
    expect(names(along(started('record/disposal'), ['data=yes', 'medium=no']))).toEqual(['destroy'])
  })

  test('device_search asks for a suspicion and the Behaviour Policy, but not of staff', () => {
    expect(names(go(started('record/device_search'), 'whose', 'staff'))).toEqual(['routine'])
    const other = go(started('record/device_search'), 'whose', 'other')
    expect(names(other)).toEqual(['suspicion'])
    expect(names(along(other, ['suspicion=yes', 'covered=no']))).toEqual(['stop'])
    expect(names(along(other, ['suspicion=yes', 'covered=yes']))).toEqual(['search'])
  })

  test('cctv_download is the one use of a USB stick, decided by somebody else than who asks', () => {
    const asked = started('record/cctv_download')
    expect(refusal(asked, 'allow', { voice: 'yes' }, { person: 'opener', parties: ['party/dsl'] })).toBe('oneself')
    expect(pack.lists.cctv_reason?.values.map((value) => value.id)).toEqual(['police_evidence', 'dsl_investigation'])
    expect(pack.exceptions.usb_for_cctv?.from).toBe('conduct/no_usb')
  })

  test('emergency_call by an own phone asks whether 141 hid the number', () => {
    const own = along(started('record/emergency_call'), ['school_device=no', 'own_phone'])
    expect(waiting(own)[0]?.fields.map((field) => field.id)).toEqual(['number_called', 'used_141'])
  })

  test('password_disclosure is followed by a change within the hour', () => {
    const told = go(started('record/password_disclosure'), 'log')
    expect(waiting(told).map((one) => [one.stepId, one.due])).toEqual([['change', '2026-10-06T10:00:00Z']])
  })
})
