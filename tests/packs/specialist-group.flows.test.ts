import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EvidenceAtHand } from '#pack/engines/flow/evidence.ts'
import { openSteps } from '#pack/engines/flow/open.ts'
import { allFieldsOf } from '#pack/types/parts.ts'
import { readPack } from './read-pack.ts'
import { along, go, names, opened, refusal, take, type Walk, waiting, walkToEnd } from './record-walk.ts'

const pack = readPack('specialist-group')
const people = [
  { person: 'pupil-1', part: 'pupil_affected' },
  { person: 'teacher-1', part: 'staff_accountable' },
]
const incident = () => opened(pack, 'record/incident', {}, people)

const plain = ['dsl', 'evidence=no', 'check=yes', 'shot', 'label', 'store', 'ask_publisher=removed', 'back']

describe('the reporting flowchart', () => {
  test('comes to its end whichever way it is walked, and closes the log entry last', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(10_000)), (numbers) => {
        const next = numbers[Symbol.iterator]()
        const { steps, ended } = walkToEnd(incident(), (among) => (next.next().value ?? 0) % Math.max(among, 1))
        expect(ended).toBe(true)
        expect(steps.at(-1)).toBe('record/incident#close')
        expect(steps).toContain('flow/reporting#referral')
      }),
      { numRuns: 60 },
    )
  })

  test('tells the safeguarding lead first, whose referral form then stays open beside everything', () => {
    expect(names(incident())).toEqual(['dsl'])
    const told = go(incident(), 'dsl')
    expect(names(told).sort()).toEqual(['evidence', 'referral'])
    const decided = along(told, [...plain.slice(1), 'kind=unsuitable', 'who=child', 'head_decides'])
    expect(names(decided)).toContain('referral')
  })

  test('is not over while the referral form is open', () => {
    const debriefed = along(incident(), [
      ...plain,
      ...['kind=unsuitable', 'who=neither', 'debrief', 'review_policies', 'review_procedures', 'review_tools'],
      ...['review_monitoring', 'reviewed'],
    ])
    expect(names(debriefed)).toEqual(['referral'])
    const over = along(debriefed, ['referral', 'finished', 'parents=told'])
    expect(names(over)).toEqual(['close'])
  })

  test('lets a call to the police or a report outside be written down before anything else', () => {
    const { run, context } = incident()
    const early = openSteps(pack, run, context).filter((step) => step.early)
    expect(early.map((step) => step.stepId).sort()).toEqual([
      'ceop',
      'iwf',
      'police_activity',
      'police_content',
      'police_danger',
    ])
    const [danger] = early.filter((step) => step.stepId === 'police_danger')
    if (danger === undefined) throw new Error('The call cannot be written down')
    const taken = take(incident(), danger, { done: true }, { parties: ['party/staff'] })
    expect(taken.ok).toBe(true)
  })

  test.each([
    ['illegal_content', ['police_content', 'iwf', 'risk=no', 'secure']],
    ['illegal_activity', ['police_activity', 'risk=yes', 'danger=yes', 'police_danger', 'secure']],
    ['child_at_risk', ['danger=no', 'ceop', 'secure']],
  ])('takes %s to the bodies that the policy names', (kind, path) => {
    const sorted = along(incident(), [...plain, 'kind=illegal', `illegal_kind=${kind}`])
    expect(names(along(sorted, path))).toContain('agency_answer')
  })

  test('leaves an inquiry to the agencies before the school takes steps of its own', () => {
    const waited = along(incident(), [
      ...plain,
      'kind=illegal',
      'illegal_kind=child_at_risk',
      'danger=no',
      'ceop',
      'secure',
    ])
    const answered = along(waited, ['agency_answer', 'agency=yes'])
    expect(names(answered).sort()).toEqual(['investigate', 'referral'])
    const own = along(answered, ['investigate', 'internal_illegal=tell_parents+risk_assessment'])
    expect(names(own).sort()).toEqual(['parents_a', 'referral', 'risk_a'])
    expect(names(along(waited, ['agency_answer', 'agency=no'])).sort()).toEqual(['referral', 'who'])
  })

  test('ends each branch with a debrief and a review in four parts side by side', () => {
    const held = along(incident(), [...plain, 'kind=unsuitable', 'who=neither', 'debrief'])
    expect(names(held).sort()).toEqual([
      'referral',
      'review_monitoring',
      'review_policies',
      'review_procedures',
      'review_tools',
    ])
  })
})

describe('who decides', () => {
  const who = along(incident(), [...plain, 'kind=unsuitable', 'who=staff+child'])

  test('the Proprietor about a member of staff, the Head about a child, side by side', () => {
    expect(names(who).sort()).toEqual(['head_decides', 'prop', 'referral'])
    const head = { person: 'head', parties: ['party/head'] }
    const proprietor = { person: 'proprietor', parties: ['party/proprietor'] }
    expect(refusal(who, 'prop', { done: true }, head)).toBe('not_theirs')
    expect(refusal(who, 'prop', { done: true }, proprietor)).toBe('taken')
    expect(refusal(who, 'head_decides', { done: true }, proprietor)).toBe('not_theirs')
    expect(refusal(who, 'head_decides', { done: true }, head)).toBe('taken')
  })

  test('never the member of staff who is named', () => {
    expect(refusal(who, 'prop', { done: true }, { person: 'teacher-1' })).toBe('named_in_case')
    expect(pack.records.incident?.sight.find((one) => one.who === 'named_in_case')?.sees).toBe('none')
  })

  test('and the same further steps fall to whoever decides, by who is accountable', () => {
    const doer = (accountable: string, path: string[]) => {
      const decided = along(incident(), [...plain, 'kind=unsuitable', `who=${accountable}`, ...path])
      return waiting(decided).find((one) => one.stepId === 'parents')?.by
    }
    const child = ['head_decides', 'responses=refer', 'internal_child=tell_parents']
    expect(doer('child', child)).toEqual({ any_of: ['party/head', 'party/dsl'] })
    expect(doer('staff', ['prop', 'internal_staff=tell_parents'])).toEqual({
      any_of: ['party/proprietor', 'party/dsl'],
    })
    expect(doer('staff+child', ['prop', 'internal_staff=tell_parents'])).toEqual({
      any_of: ['party/proprietor', 'party/head', 'party/dsl'],
    })
    const asked = along(incident(), [...plain, 'kind=unsuitable', 'who=child', ...child])
    expect(refusal(asked, 'parents', { done: true }, { parties: ['party/proprietor'] })).toBe('not_theirs')
    expect(refusal(asked, 'parents', { done: true }, { parties: ['party/head'] })).toBe('taken')
  })

  test('discipline only about staff, counselling only about a child', () => {
    const decided = along(who, ['prop', 'head_decides', 'responses=refer'])
    const answers = (stepId: string) =>
      waiting(decided)
        .find((one) => one.stepId === stepId)
        ?.answers.map((answer) => answer.id)
    expect(answers('internal_staff')).toEqual(['tell_parents', 'risk_assessment', 'discipline', 'none'])
    expect(answers('internal_child')).toEqual(['tell_parents', 'risk_assessment', 'counselling', 'none'])
  })
})

describe('evidence', () => {
  const illegal = along(incident(), ['dsl', 'evidence=yes'])

  const labelled = go(illegal, 'witness')
  const has = (walk: Walk, item: Partial<EvidenceAtHand>, filesShut = false): Walk => {
    const items = [{ id: 'shot', kind: 'screenshot', says: 'Shot', signed: true, witnessed: true, ...item }] as const
    return { ...walk, context: { ...walk.context, evidence: { items, filesShut } } }
  }

  test('of an illegal case is done with a screenshot that its taker and its witness have signed for', () => {
    const label = (item: Partial<EvidenceAtHand>) =>
      refusal(has(labelled, item), 'label', { done: true }, { item: 'shot' })
    expect(refusal(labelled, 'label', { done: true }, { item: 'none' })).toBe('evidence')
    expect(label({ signed: false })).toBe('evidence')
    expect(label({ witnessed: false })).toBe('evidence')
    expect(label({ kind: 'described' })).toBe('evidence')
    expect(label({})).toBe('taken')
  })

  test('is described in words where no file may be taken', () => {
    const words = has(labelled, { kind: 'described' }, true)
    expect(refusal(words, 'label', { done: true }, { item: 'shot' })).toBe('taken')
    expect(refusal(has(labelled, {}, true), 'label', { done: true }, { item: 'shot' })).toBe('evidence')
  })

  test('that is lawful needs no witness, and no picture where none could be taken', () => {
    const plain = along(incident(), ['dsl', 'evidence=no', 'check=yes', 'shot'])
    expect(refusal(has(plain, { witnessed: false }), 'label', { done: true }, { item: 'shot' })).toBe('taken')
    expect(names(go(plain, 'label', 'not_needed'))).toContain('store')
  })

  test('is printed, and the print is signed and countersigned', () => {
    const printed = along(illegal, ['witness', 'label', 'print'])
    const sheet = { kind: 'printed', witnessed: false } as const
    expect(refusal(has(printed, sheet), 'countersign', { done: true }, { item: 'shot' })).toBe('evidence')
    expect(names(go(printed, 'countersign'))).toContain('isolate')
  })

  test('on a mobile device begins a custody of its own', () => {
    const mobile = along(illegal, ['witness', 'label', 'print', 'countersign', 'isolate', 'mobile=yes'])
    const [step] = waiting(mobile).filter((one) => one.stepId === 'confiscate')
    if (step === undefined) throw new Error('Nothing is confiscated')
    const taken = take(mobile, step, { done: true })
    expect(taken.ok && taken.effects.map((due) => due.effect)).toEqual([{ start: 'record/confiscation' }])
  })

  test('that may be an indecent image of a child locks the files, and has no screenshot, print or file', () => {
    const [step] = waiting(go(incident(), 'dsl')).filter((one) => one.stepId === 'evidence')
    if (step === undefined) throw new Error('Nothing asks for evidence')
    const taken = take(go(incident(), 'dsl'), step, { answers: ['abuse_image'] })
    expect(taken.ok && taken.effects.map((due) => due.effect)).toEqual([{ lock: 'files' }])
    expect(Object.keys(pack.flows.abuse_images?.steps ?? {})).toEqual(['stop', 'sealed', 'advice'])
    expect(pack.flows.abuse_images?.files).toBe('never')
    for (const kind of ['child_abuse_images', 'sexting'])
      expect(pack.lists.incident_kind?.values.find((value) => value.id === kind)).toMatchObject({
        files: 'never',
        route: 'flow/abuse_images',
      })
  })

  test('is described: no case has a file field', () => {
    const record = pack.records.incident
    if (record === undefined) throw new Error('There is no log')
    expect(allFieldsOf(pack, 'incident', record).filter((field) => field.type === 'file')).toEqual([])
  })
})
