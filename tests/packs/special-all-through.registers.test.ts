import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkPack } from '#pack/check/check-pack.ts'
import type { Values } from '#pack/expressions/evaluate.ts'
import { loadNamed, readPack } from './read-pack.ts'
import { along, go, names, opened, refusal, walkToEnd } from './record-walk.ts'
import { registers, walks } from './special-all-through.expected.ts'

const name = 'special-all-through'
const pack = readPack(name)
const sent = {
  recipients: [
    { recipient_name: 'A colleague at the authority', recipient_address: 'x@y.example', recipient_checked: true },
  ],
}
/** What a form has to hold for every way of its steps to be open. */
const forms: Readonly<Record<string, Values>> = {
  secure_transfer: sent,
  equipment_disposal: { personal_data_likely: true },
}
const open = (id: string, form: Values = forms[id] ?? {}) => opened(pack, `record/${id}`, form)

describe('the registers of the first pack', () => {
  test('are those of the catalogue, each with words for its list, its columns, who sees it and how long it stays', () => {
    const kinds = Object.entries(pack.records).filter(([id]) => id !== 'concern' && id !== 'incident')
    expect(kinds.map(([id]) => id).toSorted()).toEqual(registers)
    for (const [id, record] of kinds)
      expect([
        id,
        record.plural !== undefined,
        record.columns.length > 0,
        record.sight.length > 0,
        record.keep !== undefined,
      ]).toEqual([id, true, true, true, true])
    expect(checkPack(pack, loadNamed(name).positions, { publish: true })).toEqual([])
  })

  test.each(registers)('%s comes to its end whichever way it is walked', (id) => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(10_000)), (numbers) => {
        const next = numbers[Symbol.iterator]()
        const pick = (among: number): number => (next.next().value ?? 0) % Math.max(among, 1)
        expect(walkToEnd(open(id), pick).ended).toBe(true)
      }),
      { numRuns: 15 },
    )
  })

  test.each(walks)('%s: %s', (id, path) => {
    const steps = path.split(' ')
    expect(names(along(open(id), steps))).toEqual([])
  })

  test.each(registers)('%s can be opened by somebody, and whoever handles it sees it', (id) => {
    const record = pack.records[id]
    expect(record?.opened_by).toBeDefined()
    expect(record?.handled_by).toBeDefined()
    expect(record?.sight.some((line) => line.sees === 'all')).toBe(true)
  })
})

describe('what the registers of the first pack refuse', () => {
  const done = { done: true } as const

  test('equipment that may hold personal data is not put into use unencrypted, nor a pupil’s laptop unmonitored', () => {
    const ready = open('equipment', { personal_data: true, for_pupils: true })
    expect(refusal(ready, 'prepare', done, { fields: { encrypted: false } })).toBe('needs')
    expect(refusal(ready, 'prepare', done, { fields: { monitored: false } })).toBe('needs')
    expect(refusal(ready, 'prepare', done, {})).toBe('taken')
    const plain = open('equipment', { personal_data: false, for_pupils: false })
    expect(refusal(plain, 'prepare', done, { fields: { encrypted: false, monitored: false } })).toBe('taken')
  })

  test('media with personal data is overwritten twice or more, and without such data nobody is asked', () => {
    const media = along(open('equipment_disposal'), ['check_licences', 'authorise=yes', 'media=works'])
    expect(refusal(media, 'overwrite', done, { fields: { overwritten_times: 1 } })).not.toBe('taken')
    const none = open('equipment_disposal', { personal_data_likely: false })
    expect(names(along(none, ['check_licences', 'authorise=yes']))).toEqual(['hand_over'])
  })

  test('a disposal is not complete without a receipt that accepts responsibility and a written guarantee', () => {
    const handed = along(open('equipment_disposal'), [
      'check_licences',
      'authorise=yes',
      'media=failed',
      'destroy',
      'hand_over',
    ])
    for (const missing of ['receipt_accepts', 'guarantee_given'])
      expect(refusal(handed, 'receipt', done, { fields: { [missing]: false } })).toBe('needs')
    expect(names(go(handed, 'receipt'))).toEqual(['complete'])
  })

  test('deleting and reformatting are no ways to erase a drive', () => {
    const ways = pack.lists.erasure_method?.values.map((one) => one.id)
    expect(ways).toEqual(['overwriting', 'firmware_erase'])
  })

  test('nothing is sent while a recipient is unchecked, the data is unencrypted, or the subject line gives it away', () => {
    const unchecked = open('secure_transfer', { recipients: [{ recipient_checked: false }] })
    expect(refusal(go(unchecked, 'way', 'by_email'), 'protect', done, {})).toBe('needs')
    expect(refusal(go(unchecked, 'way', 'by_fax'), 'warn', done, {})).toBe('needs')
    const checked = go(open('secure_transfer'), 'way', 'by_email')
    for (const missing of ['is_encrypted', 'in_attachment', 'subject_clear'])
      expect(refusal(checked, 'protect', done, { fields: { [missing]: false } })).toBe('needs')
    expect(names(go(checked, 'protect'))).toEqual(['key'])
  })

  test('a file is marked as high as the highest document in it', () => {
    const asset = go(open('information_asset'), 'current', 'sensitivity_changed')
    const fields = { highest_inside: 'restricted', new_marking: 'protect' }
    expect(refusal(asset, 'mark_anew', done, { fields })).toBe('needs')
    expect(refusal(asset, 'mark_anew', done, { fields: { ...fields, new_marking: 'restricted' } })).toBe('taken')
  })

  test('marked paper is not recycled as it is', () => {
    const paper = (marking: string) => open('paper_disposal', { paper_marking: marking })
    const recycled = { fields: { paper_method: 'recycled' } }
    expect(refusal(paper('protect'), 'dispose_paper', done, recycled)).toBe('needs')
    expect(refusal(paper('unclassified'), 'dispose_paper', done, recycled)).toBe('taken')
  })

  test('software is installed by ICT support alone, licensed, and after two decisions that its asker does not take', () => {
    const asked = open('installation')
    expect(refusal(asked, 'permit', { voice: 'yes' }, { person: 'opener', parties: ['party/network_manager'] })).toBe(
      'oneself',
    )
    expect(refusal(asked, 'permit', { voice: 'yes' }, { parties: ['party/ict_support'] })).toBe('not_theirs')
    const allowed = along(asked, ['permit=yes', 'authorise=yes'])
    expect(refusal(allowed, 'install', done, { parties: ['party/network_manager'] })).toBe('not_theirs')
    expect(refusal(allowed, 'install', done, { fields: { fully_licensed: false } })).toBe('needs')
  })

  test('a permission goes to the head, a download to the manager, another use to the head or the governing body', () => {
    const waitsFor = (kind: string) => names(open('permission', { permission_for: kind }))
    expect(waitsFor('own_device_images')).toEqual(['head'])
    expect(waitsFor('images_sent_out')).toEqual(['head'])
    expect(waitsFor('download')).toEqual(['manager'])
    expect(waitsFor('other_use')).toEqual(['head_or_body'])
  })

  test('data goes off site only with authority, and then only encrypted and on secure equipment', () => {
    expect(names(go(open('data_off_site'), 'allow', 'no'))).toEqual([])
    const allowed = go(open('data_off_site'), 'allow', 'yes')
    for (const missing of ['off_site_encrypted', 'device_secure'])
      expect(refusal(allowed, 'secure', done, { fields: { [missing]: false } })).toBe('needs')
  })

  test('an inspection waits for the head, and for the answer that it keeps to the law', () => {
    const asked = open('inspection')
    expect(refusal(asked, 'authorise', { voice: 'yes' }, { parties: ['party/dsl'] })).toBe('not_theirs')
    const look = go(asked, 'authorise', 'yes')
    expect(refusal(look, 'look', done, { fields: { keeps_law: false } })).toBe('needs')
    expect(refusal(look, 'look', done, { parties: ['party/head'] })).toBe('not_theirs')
  })

  test('removable media is not issued unencrypted, nor an account left on its temporary password', () => {
    const media = go(open('removable_media'), 'buy', 'needed')
    for (const missing of ['media_encrypted', 'media_password'])
      expect(refusal(media, 'issue', done, { fields: { [missing]: false } })).toBe('needs')
    const account = go(open('account', { account_generic: false }), 'open_account')
    expect(refusal(account, 'first_log_on', done, { fields: { temporary_changed: false } })).toBe('needs')
  })
})

describe('the consents of the first pack', () => {
  test('to images of a child are one for each of seven channels, without an answer no, and taken back in writing', () => {
    const images = pack.assents.pupil_images
    expect(images?.items.map((one) => [one.id, one.answer])).toEqual(
      ['website', 'prospectus', 'video', 'platform', 'communal', 'external', 'media'].map((id) => [id, 'yes_no']),
    )
    expect(images?.items.map((one) => one.id)).toEqual(pack.lists.image_channel?.values.map((one) => one.id))
    expect([images?.basis, images?.silence, images?.lasts]).toEqual(['consent', 'no', 'enrolment'])
    expect(images?.withdraw).toEqual({ by: ['parent'], how: 'written', starts: ['duty/take_down_images'] })
  })

  test('to images of staff are asked at induction and filed with their papers', () => {
    const images = pack.assents.staff_images
    expect([images?.asked_on, images?.certificate?.filed_in]).toEqual([['person.joined'], 'staff_file'])
  })
})
