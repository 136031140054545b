import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { moveCase } from '#pack/engines/flow/case.ts'
import { act, begin, go, open, openIds, refusal, SATURDAY, wander } from './independent-school.walk.ts'
import { readPack } from './read-pack.ts'

const pack = readPack('independent-school')
const withSteps = Object.entries(pack.records).flatMap(([id, record]) =>
  Object.keys(record.steps).length > 0 && id !== 'concern' ? [id] : [],
)
const users = [
  { person: 'pupil-1', part: 'device_user' },
  { person: 'pupil-2', part: 'device_user' },
]

describe('every record of the independent school', () => {
  test.each(withSteps)('%s comes to its end whichever way it is walked', (id) => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(10_000)), (numbers) => {
        const pick = (among: number): number => (numbers.next().value ?? 0) % Math.max(among, 1)
        const way = begin(pack, id, {}, id === 'educational_use' ? users : [])
        expect(wander(way, pick).ended).toBe(true)
      }),
      { numRuns: 25 },
    )
  })
})

describe('an incident', () => {
  const incident = () => begin(pack, 'incident', { kind: 'misuse' })

  test('by accident brings support and no sanction', () => {
    const way = go(incident(), 'done', 'no', 'accidental')
    expect(openIds(way)).toEqual(['support'])
    expect(openIds(go(way, 'done', 'done'))).toEqual(['close'])
  })

  test('with personal data opens a breach beside it, and goes on', () => {
    const way = go(incident(), 'done', 'yes')
    const [breach] = open(way)
    if (breach === undefined) throw new Error('No step is open')
    const taken = act(way, breach, { done: true })
    expect(taken.ok ? taken.effects.map((one) => one.effect) : []).toEqual([{ start: 'record/data_breach' }])
    expect(openIds(go(way, 'done'))).toEqual(['intent'])
  })

  test('on purpose goes to the Headmistress, then to the chart for what is not illegal', () => {
    const way = go(incident(), 'done', 'no', 'deliberate')
    expect(open(way).map((step) => [step.stepId, step.by])).toEqual([['illegal', 'party/head']])
    expect(openIds(go(way, 'no', 'student+adult'))).toEqual(['student', 'adult'])
  })

  test('proposes what the table foresees, and has its interview and its letter where both are chosen', () => {
    const decided = go(incident(), 'done', 'no', 'deliberate', 'no', 'student', 'done', 'done')
    expect(openIds(decided)).toEqual(['sanction'])
    expect(openIds(go(decided, 'interview_letter+disciplinary'))).toEqual(['interview'])
    expect(openIds(go(decided, 'interview_letter+disciplinary', 'done'))).toEqual(['letter'])
    expect(openIds(go(decided, 'report+log'))).toEqual(['learn'])
    const [step] = open(decided)
    if (step === undefined) throw new Error('No step is open')
    const taken = act(decided, step, { answers: ['withdrawal'] })
    expect(taken.ok ? taken.effects.map((one) => one.effect) : []).toEqual([{ start: 'action/withdraw_ict' }])
  })

  test('that may be an indecent image of a child begins with securing it unseen, then the police', () => {
    const way = begin(pack, 'incident', { kind: 'abuse_images' })
    const [preserve] = open(way)
    expect([preserve?.stepId, preserve?.filesNever, preserve?.optional]).toEqual(['preserve', true, false])
    expect(refusal(way, { notNeeded: true })).toBe('mandatory')
    expect(openIds(go(way, 'done', 'done', 'done'))).toEqual(['suspend'])
  })

  test('that is with the police waits for them, and may come back to the school', () => {
    const way = go(begin(pack, 'incident', { kind: 'grooming' }), 'done', 'done', 'done', 'yes')
    expect(open(way).map((step) => [step.stepId, step.remind])).toEqual([['await', '5 school days']])
    expect(openIds(go(way, 'done', 'returned_to_school'))).toEqual(['assess'])
    expect(openIds(go(way, 'done', 'police_take_over'))).toEqual(['outcome'])
  })

  test('can turn out to be illegal at any time', () => {
    const way = go(incident(), 'done')
    const change = { by: 'walker', at: SATURDAY, reason: 'It may be illegal' }
    const moved = moveCase(pack, way.run, 'flow/illegal', change, way.context)
    expect(moved.ok ? moved.open.filter((one) => !one.early).map((one) => one.stepId) : moved.says).toEqual([
      'preserve',
    ])
  })
})

describe('sensitive information by external e-mail', () => {
  const asked = () => go(begin(pack, 'sensitive_transfer'), 'yes', 'no')

  test('needs the consent of one of three, never of whoever sends it', () => {
    expect(refusal(asked(), { voice: 'yes' }, {}, 'opener')).toBe('oneself')
    expect(pack.decisions.sensitive_email?.by).toEqual({
      any_of: ['party/head', 'party/online_safety_lead', 'party/assistant_head_academic'],
    })
    expect(openIds(go(asked(), 'no'))).toEqual(['stop'])
  })

  test('stops where a requestor or a recipient cannot be verified', () => {
    expect(openIds(go(asked(), 'yes', 'yes', 'not_verified'))).toEqual(['stop'])
    expect(openIds(go(asked(), 'yes', 'no', 'not_verified'))).toEqual(['stop'])
  })

  test.each(['password_protected', 'encrypted_attachment', 'subject_neutral', 'only_needed'])(
    'is held back until %s is confirmed',
    (check) => {
      const ready = go(asked(), 'yes', 'no', 'verified')
      expect(refusal(ready, { done: true }, { [check]: false })).toBe('needs')
      expect(openIds(go(ready, 'done'))).toEqual(['log'])
    },
  )

  test('stays open until safe receipt is confirmed', () => {
    const sent = go(asked(), 'yes', 'no', 'verified', 'done', 'done', 'done')
    expect(openIds(go(sent, 'no'))).toEqual(['chase'])
    expect(openIds(go(sent, 'no', 'done', 'yes'))).toEqual(['done'])
  })
})

describe('what is held back until it is right', () => {
  test.each([
    ['equipment that may hold personal data', 'equipment', ['yes'], { encrypted: false }],
    ['a machine without a lock that reaches personal data', 'equipment', ['yes'], { timed_lock: false }],
    ['a webcam without signs', 'webcam', ['yes'], { signs_up: false }],
    ['a webcam that the public can reach', 'webcam', ['yes'], { not_public: false }],
    ['a school phone without a PIN', 'school_phone', [], { pin_set: false }],
    ['a school phone that can call premium numbers', 'school_phone', [], { premium_barred: false }],
    ['removable media without encryption', 'removable_media', [], { media_encrypted: false }],
    ['an inspection without a lawful basis', 'inspection', [], { lawful: false }],
    ['ICT level 4 without e-mail received', 'attainment', [], { has_received: false }],
    ['a device linked to e-mail that shows subjects', 'private_device', [], { subject_hidden: false }],
    ['a disposal whose data could be recovered', 'disposal', [], { data_gone: false }],
  ] as const)('%s', (_what, record, before, missing) => {
    const way = go(begin(pack, record, missing), ...before)
    expect(refusal(way, { done: true }, missing)).toBe('needs')
    expect(refusal(go(begin(pack, record), ...before), { done: true })).toBe('taken')
  })

  test('data that goes off site unencrypted, while remote access needs no encryption of its own', () => {
    const form = { method: 'taken_off_site', is_encrypted: false }
    expect(refusal(begin(pack, 'data_off_site', form), { done: true })).toBe('needs')
    expect(refusal(begin(pack, 'data_off_site', { ...form, method: 'remote_access' }), { done: true })).toBe('taken')
  })

  test('a publication with a name beside the image, and an upload by somebody else than the editor', () => {
    const way = go(begin(pack, 'publication'), 'permitted')
    expect(openIds(go(way, 'no', 'done'))).toEqual(['safe'])
    const ready = go(way, 'yes', 'yes')
    expect(openIds(ready)).toEqual(['upload'])
    expect(refusal(ready, { done: true }, { designated_editor: false })).toBe('needs')
  })

  test('an image without the Headmistress, though work without an image needs her not', () => {
    expect(openIds(go(begin(pack, 'publication', { has_image: true }), 'permitted', 'yes'))).toEqual(['head'])
    expect(openIds(go(begin(pack, 'publication', { has_image: false }), 'permitted', 'yes'))).toEqual(['upload'])
    expect(openIds(go(begin(pack, 'publication'), 'withdrawn'))).toEqual(['refuse'])
  })
})

describe('permissions', () => {
  test('images on a personal device are moved and deleted at once, or the Headmistress hears of it', () => {
    const way = go(begin(pack, 'image_permission', { asked_for: 'personal_device' }), 'yes', 'personal')
    const [move] = open(way)
    expect([move?.stepId, move?.due]).toEqual(['move', '2026-10-25T10:00:00Z'])
    expect(move?.late).toEqual([{ at: 'due', notify: 'party/head' }])
    expect(openIds(go(way, 'done'))).toEqual(['wipe'])
  })

  test('storage on personal media may be permitted by the Co-ordinator too', () => {
    expect(openIds(begin(pack, 'image_permission', { asked_for: 'personal_media' }))).toEqual(['media'])
    expect(pack.decisions.images_on_media?.by).toEqual({ any_of: ['party/head', 'party/online_safety_lead'] })
  })

  test('a download may be permitted by the ICT Subject leader, an installation by IT alone', () => {
    expect(openIds(begin(pack, 'installation', { install_kind: 'download' }))).toEqual(['download'])
    expect(openIds(begin(pack, 'installation', { install_kind: 'software' }))).toEqual(['decide'])
    expect(pack.decisions.install?.by).toEqual({ any_of: ['party/it_department'] })
  })

  test('each user of a personal device in lessons asks their own bill payer', () => {
    const way = go(begin(pack, 'educational_use', {}, users), 'yes')
    expect(open(way).map((step) => [step.stepId, step.branch])).toEqual([
      ['ask', 'pupil-1'],
      ['ask', 'pupil-2'],
    ])
  })

  test('an online area on the learning platform needs nobody, elsewhere the Headmistress', () => {
    expect(openIds(begin(pack, 'online_area', { on_platform: true }))).toEqual(['live'])
    expect(openIds(begin(pack, 'online_area', { on_platform: false }))).toEqual(['approve'])
  })

  test("an adult's device without the signed permission is not opened", () => {
    expect(openIds(go(begin(pack, 'device_taken'), 'no'))).toEqual(['advice'])
    expect(openIds(go(begin(pack, 'device_taken'), 'yes', 'done'))).toEqual(['access'])
  })

  test('stored images are deleted by IT and the Data Protection Officer together', () => {
    const way = go(begin(pack, 'image_removal'), 'done', 'done', 'remove')
    const [remove] = open(way)
    if (remove === undefined) throw new Error('No step is open')
    const half = act(way, remove, { done: true }, {}, 'technician', ['party/it_department'])
    const left = half.ok ? half.open.filter((step) => !step.early) : []
    expect(left.map((step) => [step.stepId, step.stillNeeds])).toEqual([['remove', ['party/dpo']]])
  })
})

describe('what only this school does', () => {
  test('the report of a lost school phone ends its call costs, and IT bars the number within the hour', () => {
    const lost = go(begin(pack, 'school_phone'), 'done', 'lost')
    expect(open(lost)[0]?.fields.map((field) => field.id)).toEqual(['loss_noticed_at', 'loss_reported_at'])
    expect(open(go(lost, 'done')).map((step) => [step.stepId, step.due])).toEqual([['bar', '2026-10-24T11:00:00Z']])
  })

  test('whoever is asked for access sees a badge first', () => {
    const asked = go(begin(pack, 'inspection'), 'done', 'yes')
    expect(openIds(asked)).toEqual(['badge'])
    const [badge] = open(asked)
    if (badge === undefined) throw new Error('No step is open')
    const refused = act(asked, badge, { answers: ['refused'] })
    expect(refused.ok ? refused.effects.map((one) => 'notify' in one.effect && one.effect.notify) : []).toEqual([
      'party/online_safety_lead',
    ])
  })

  test('the Line Manager allocates equipment, and gets back what is not needed', () => {
    const managers = ['party/line_manager', 'party/authorising_managers']
    expect(pack.decisions.equipment_allocated?.by).toEqual({ any_of: managers })
    const used = go(begin(pack, 'equipment'), 'yes', 'done', 'done')
    expect(openIds(go(used, 'transfer'))).toEqual(['allocate'])
    expect(openIds(go(used, 'given_up'))).toEqual(['back'])
  })

  test('a visitor who may not connect is pointed to the guest network, whose code reception holds', () => {
    const refused = go(begin(pack, 'visitor_hardware'), 'no')
    expect(open(refused).map((step) => [step.stepId, step.by])).toEqual([['guest', 'party/reception']])
    expect(pack.records.guest_code?.opened_by).toBe('party/reception')
  })
})

test("a leaver's accounts are off 24 hours after the logons are listed, over a Sunday and the clock change", () => {
  const way = go(begin(pack, 'leaver'), 'done', 'done')
  const [disable] = open(way)
  expect([disable?.stepId, disable?.due]).toEqual(['disable', '2026-10-25T10:00:00Z'])
  expect(disable?.late).toEqual([{ at: 'due', notify: 'party/it_services_manager', needs: 'reason' }])
})
