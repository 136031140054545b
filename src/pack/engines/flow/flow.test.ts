import { describe, expect, test } from 'vitest'
import { addPeople, moveCase, removePeople } from './case.ts'
import { chartsPack as pack } from './charts.fixture.ts'
import { at, context, give, go, ok, open, refused, start, stateOf } from './given.fixture.ts'
import { openSteps } from './open.ts'
import { replay } from './replay.ts'

describe('the illegal chart', () => {
  const police = () => go(start(), ['triage', 'suspected'], ['police', 'none'], 'confiscate', ['network', 'yes'])

  test('asks one thing at a time, with its due time', () => {
    const [first] = openSteps(pack, start(), context)
    expect(first).toMatchObject({ stepId: 'triage', kind: 'ask', due: '2026-11-23T10:00:00Z', filesNever: true })
    expect(open(police())).toEqual(['disable'])
  })

  test('runs the branches of several answers side by side, to where they meet', () => {
    const run = ok(give(go(police(), 'disable', 'save'), 'who', { answers: ['pupil', 'staff'] }))
    expect(open(run)).toEqual(['officer', 'lado'])
    expect(open(go(run, 'officer'))).toEqual(['lado'])
    expect(open(go(run, 'lado', 'officer'))).toEqual(['record'])
    expect(open(go(run, 'lado', 'officer', 'record'))).toEqual(['lessons'])
  })

  test('says the effects of a step once, when it is done', () => {
    const taken = give(police(), 'disable', { done: true })
    expect(taken.ok && taken.effects.map((one) => one.effect)).toEqual([{ lock: 'account', for: 'subject' }])
    const next = taken.ok ? give(taken.run, 'save', { done: true }) : null
    expect(next?.ok && next.effects).toEqual([])
  })

  test('lets nobody skip a mandatory step, and leaves an optional one out only with a reason', () => {
    expect(refused(give(police(), 'disable', { notNeeded: true }, { reason: 'no time' }))).toBe('mandatory')
    const end = go(police(), 'disable', 'save', ['who', 'pupil'], 'officer', 'record')
    expect(refused(give(end, 'lessons', { notNeeded: true }, { reason: ' ' }))).toBe('needs_reason')
    expect(open(ok(give(end, 'lessons', { notNeeded: true }, { reason: 'Known already' })))).toEqual(['agree'])
  })

  test('takes an emergency step before its turn, and keeps it when its turn comes', () => {
    const run = ok(give(start(), 'disable', { done: true }))
    expect(run.events[0]).toMatchObject({ stepId: 'disable', early: true })
    expect(stateOf(run, 'disable')).toEqual(['done'])
    expect(open(run)).toEqual(['triage'])
    expect(open(go(run, ['triage', 'found'], ['police', 'none'], 'confiscate', ['network', 'yes']))).toEqual(['save'])
  })

  test('refuses the wrong person, an unknown answer, and a step that is not open', () => {
    const by = { person: 'sam', parties: ['party/network'] }
    expect(refused(give(start(), 'triage', { answers: ['found'] }, { by }))).toBe('not_theirs')
    expect(refused(give(start(), 'triage', { answers: ['perhaps'] }))).toBe('wrong_answer')
    expect(refused(give(start(), 'triage', { answers: ['found', 'no'] }))).toBe('wrong_answer')
    expect(refused(give(start(), 'triage', { done: true }))).toBe('wrong_kind')
    expect(refused(give(start(), 'incident:lessons:1', { done: true }))).toBe('not_open')
  })

  test('asks for a reason from the time on that the policy names, of everybody but the software', () => {
    const late = (on: string, more: object = {}) =>
      give(start(), 'triage', { answers: ['found'] }, { at: `2026-11-${on}Z`, ...more })
    expect(refused(late('24T23:59:59'))).toBe('taken')
    expect(late('25T00:00:00')).toMatchObject({ code: 'needs_reason', fields: { 'late-because': expect.anything() } })
    expect(refused(late('25T00:00:00', { lateBecause: ' ' }))).toBe('needs_reason')
    expect(refused(late('25T00:00:00', { by: { person: null, parties: [] } }))).toBe('taken')
    const taken = ok(late('25T00:00:00', { lateBecause: 'Nobody was there.' }))
    expect(taken.events).toMatchObject([{ lateBecause: 'Nobody was there.' }])
    const [first] = openSteps(pack, start(), context)
    const changed = { reason: 'It was not.', at: '2026-11-26T09:00:00Z' }
    expect(refused(give(taken, first?.key ?? '', { answers: ['no'] }, changed))).toBe('taken')
  })

  test('lets nobody act who is named in the case', () => {
    const run = start([{ person: 'amal', part: 'named_staff' }])
    expect(refused(give(run, 'triage', { answers: ['found'] }))).toBe('named_in_case')
    expect(refused(moveCase(pack, run, 'flow/non_illegal', { by: 'amal', at: at(), reason: 'no' }, context))).toBe(
      'named_in_case',
    )
  })
})

describe('one chart goes over to another', () => {
  const other = () => go(start([{ person: 'kim', part: 'pupil' }]), ['triage', 'no'])

  test('keeps all that was recorded, and comes back to the record at its end', () => {
    const run = go(
      other(),
      'log',
      'evidence',
      ['staff_q', 'no'],
      ['child_q', 'victim'],
      'support',
      'victim_parents',
      'best',
    )
    expect(open(run)).toEqual(['lessons'])
    expect(stateOf(run, 'triage')).toEqual(['done'])
    expect(openSteps(pack, other(), context)[0]?.waysOver.map((way) => way.goto)).toEqual(['flow/illegal'])
  })

  test('a case moves to the illegal chart at any time: what was open is left, what was done stays', () => {
    const run = go(other(), 'log')
    const moved = moveCase(pack, run, 'flow/illegal', { by: 'amal', at: at(), reason: 'A picture turned up' }, context)
    expect(open(ok(moved))).toEqual(['triage'])
    expect(stateOf(ok(moved), 'evidence')).toEqual(['left'])
    expect(stateOf(ok(moved), 'log')).toEqual(['done'])
    expect(refused(moveCase(pack, run, 'flow/illegal', { by: 'amal', at: at(), reason: '' }, context))).toBe(
      'needs_reason',
    )
    const end = go(
      ok(moved),
      ['triage', 'found'],
      ['police', 'other'],
      'police_course',
      ['who', 'pupil'],
      'officer',
      'record',
    )
    expect(open(end)).toEqual(['lessons'])
  })

  test('a case that had ended opens again when it is moved', () => {
    const end = go(
      other(),
      'log',
      'evidence',
      ['staff_q', 'no'],
      ['child_q', 'victim'],
      'support',
      'victim_parents',
      'best',
      'lessons',
    )
    const closed = ok(give(end, 'agree', { voice: 'yes' }))
    expect(replay(pack, closed, context).ended).toBe(true)
    const again = ok(moveCase(pack, closed, 'flow/illegal', { by: 'amal', at: at(), reason: 'New facts' }, context))
    expect(open(again)).toEqual(['triage'])
    expect(replay(pack, again, context).ended).toBe(false)
  })
})

describe('a branch for each person', () => {
  const two = () =>
    go(
      start([
        { person: 'kim', part: 'pupil' },
        { person: 'lee', part: 'pupil' },
      ]),
      ['triage', 'no'],
      'log',
      'evidence',
      ['staff_q', 'no'],
    )

  test('runs victim and instigator side by side', () => {
    const run = go(two(), ['child_q', 'victim', 'kim'], ['child_q', 'instigator', 'lee'])
    expect(open(run)).toEqual(['support for kim', 'others for lee'])
    const done = go(run, 'support', 'victim_parents', ['others', 'no'], 'sanction', ['serious', 'no'])
    expect(open(done)).toEqual(['best'])
  })

  test('opens a branch for everybody who is added, beside the others', () => {
    const run = go(two(), ['child_q', 'instigator', 'lee'], ['others', 'yes'])
    expect(refused(give(run, 'add_pupils', { done: true }))).toBe('fields')
    expect(refused(give(run, 'add_pupils', { done: true }, { people: [{ person: 'x', part: 'ghost' }] }))).toBe(
      'people',
    )
    const added = ok(give(run, 'add_pupils', { done: true }, { people: [{ person: 'mo', part: 'pupil' }] }))
    expect(open(added)).toEqual(['child_q for kim', 'sanction for lee', 'child_q for mo'])
  })

  test('stays open while nobody is named: an empty list is not done', () => {
    const run = go(start(), ['triage', 'no'], 'log', 'evidence', ['staff_q', 'no'])
    expect(open(run)).toEqual(['pupils'])
    expect(refused(give(run, 'pupils', { people: [] }))).toBe('people')
    expect(open(ok(give(run, 'pupils', { people: [{ person: 'kim', part: 'pupil' }] })))).toEqual(['child_q for kim'])
  })

  test('somebody named later joins a case that has gone on; what was done after it holds', () => {
    const end = go(two(), ['child_q', 'victim', 'kim'], ['child_q', 'victim', 'lee'])
    const past = go(end, 'support', 'victim_parents', 'support', 'victim_parents', 'best')
    const more = [{ person: 'mo', part: 'pupil' }]
    const run = ok(addPeople(pack, past, more, { by: 'amal', at: at(), reason: 'Saw it too' }, context))
    expect(open(run)).toEqual(['child_q for mo'])
    expect(stateOf(run, 'best')).toEqual(['done'])
    expect(open(go(run, ['child_q', 'victim'], 'support', 'victim_parents'))).toEqual(['lessons'])
  })

  test('somebody named by mistake is taken out with a reason; the branch stays, superseded', () => {
    const run = go(two(), ['child_q', 'victim', 'kim'])
    const change = { by: 'amal', at: at(), reason: 'Another Kim' }
    const out = ok(removePeople(pack, run, [{ person: 'kim', part: 'pupil' }], change, context))
    expect(open(out)).toEqual(['child_q for lee'])
    expect(stateOf(out, 'child_q')).toEqual(['open', 'superseded'])
  })
})
