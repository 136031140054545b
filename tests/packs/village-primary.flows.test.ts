import { describe, expect, test } from 'vitest'
import { answerStep } from '#pack/engines/flow/answer.ts'
import { along, attempt, MONDAY, open, openIds, openNow, outcomes, pack } from './village-primary.walk.ts'

const clock = (instant: string | null | undefined): string | null =>
  instant == null
    ? null
    : Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/London').toPlainDateTime().toString()

describe('sensitive information by e-mail', () => {
  const recipients = (verified: boolean) => ({
    recipients: [
      { id: 'one', verified: true },
      { id: 'two', verified },
    ],
  })

  test('is not sent when there is another way, or the manager does not consent', () => {
    expect(outcomes(along(open('sensitive_email'), ['no']))).toEqual(['not_by_email'])
    expect(outcomes(along(open('sensitive_email'), ['yes', 'refused']))).toEqual(['not_by_email'])
    expect(outcomes(along(open('sensitive_email'), ['yes', 'agreed', 'none']))).toEqual(['not_sent'])
  })

  test('is released only when every line of the checklist is ticked and every recipient verified', () => {
    const path = ['yes', 'agreed', 'all', 'yes', 'done', 'done']
    const ready = along(open('sensitive_email', recipients(true)), path)
    expect(openIds(ready)).toEqual(['release'])
    expect(openIds(along(ready, ['done', 'done']))).toEqual(['receipt'])
    const unverified = attempt(along(open('sensitive_email', recipients(false)), path), 'done')
    expect('code' in unverified && unverified.code).toBe('needs')
    for (const line of ['encrypted', 'in_attachment', 'subject_neutral']) {
      const unticked = along(open('sensitive_email', recipients(true)), path.slice(0, 5))
      const stopped = attempt(along(unticked, ['done'], { [line]: false }), 'done')
      expect([line, 'code' in stopped && stopped.code]).toEqual([line, 'needs'])
    }
  })

  test('stays open until the recipient confirms, and asks again every two school days', () => {
    const path = ['yes', 'agreed', 'all', 'no', 'done', 'done', 'done', 'done']
    const [receipt] = openNow(along(open('sensitive_email', recipients(true)), path))
    expect([receipt?.stepId, receipt?.remind]).toEqual(['receipt', '2 school days'])
  })
})

describe('pictures of pupils on a private device', () => {
  test('are not taken without the head', () => {
    expect(outcomes(along(open('image_exception'), ['refused']))).toEqual(['not_permitted'])
  })

  test('are moved at once and deleted within 24 hours, each on its own clock', () => {
    const taken = along(open('image_exception'), ['agreed', 'done'])
    // Moved from when the step opens; deleted from when they were taken, as the record says.
    expect(openNow(taken).map((step) => [step.stepId, clock(step.due)])).toEqual([
      ['move', '2026-11-23T11:02:00'],
      ['delete', '2026-11-24T10:00:00'],
    ])
    expect(openNow(taken).find((step) => step.stepId === 'delete')?.late).toMatchObject([
      { at: 'due', notify: { all_of: ['party/head', 'party/online_safety_lead'] } },
    ])
    expect(outcomes(along(taken, ['done']))).toBeNull()
    expect(outcomes(along(taken, ['done', 'done']))).toEqual(['deleted'])
  })
})

describe('an image to be published', () => {
  test.each([
    ['without consent', ['missing']],
    ['with a name beside it', ['present', 'found']],
    ['when the head refuses', ['present', 'clean', 'refused']],
  ])('is not published %s', (_why, acts) => {
    expect(outcomes(along(open('publication'), acts))).toEqual(['not_published'])
  })

  test('is uploaded by the Web Manager alone, after the head', () => {
    const permitted = along(open('publication'), ['present', 'clean', 'agreed'])
    expect(openNow(permitted).map((step) => [step.stepId, step.by])).toEqual([['upload', 'party/web_manager']])
  })
})

describe('a video conference', () => {
  test('is not held without the head', () => {
    expect(outcomes(along(open('conference'), ['all_there', 'done', 'refused']))).toEqual(['not_held'])
  })

  test('is recorded only with the written consent of everybody', () => {
    const consents = (second: boolean) => ({
      to_be_recorded: true,
      recording_consents: [
        { id: 'one', consented: true },
        { id: 'two', consented: second },
      ],
    })
    const path = ['all_there', 'done', 'agreed']
    const stopped = attempt(along(open('conference', consents(false)), path), 'done')
    expect('code' in stopped && stopped.code).toBe('needs')
    expect(openIds(along(open('conference', consents(true)), [...path, 'done']))).toEqual(['run'])
    expect(openIds(along(open('conference', { to_be_recorded: false }), path))).toEqual(['run'])
  })

  test('needs a supervisor who was trained to end the call', () => {
    const supervisor = openNow(along(open('conference'), ['all_there']))[0]
    expect(supervisor?.fields.map((field) => [field.id, field.required])).toEqual([
      ['supervisor_named', true],
      ['supervisor_trained_on', true],
    ])
  })
})

describe('who leaves', () => {
  test('closes only when every account is disabled, and is late after one school day', () => {
    const zombie = along(open('leaver', { logons: [{ id: 'one', disabled: false }] }), ['done', 'done'])
    expect(openNow(zombie).map((step) => [step.stepId, clock(step.due)?.slice(0, 10)])).toEqual([
      ['disable', '2026-11-24'],
    ])
    const stopped = attempt(zombie, 'done')
    expect('code' in stopped && stopped.code).toBe('needs')
    const clean = along(open('leaver', { logons: [{ id: 'one', disabled: true }] }), ['done', 'done', 'done'])
    expect(openIds(along(clean, ['yes']))).toEqual(['change_generic'])
    expect(outcomes(along(clean, ['no', 'done']))).toEqual([])
  })
})

describe('equipment', () => {
  test('is issued after the head, encrypted where it may hold personal data, and signed for', () => {
    const form = { personal_data: true, encrypted: false, reaches_personal_data: false, screensaver: false }
    const bare = attempt(along(open('equipment', form), ['done', 'agreed']), 'done')
    expect('code' in bare && bare.code).toBe('needs')
    const safe = along(open('equipment', { ...form, encrypted: true }), ['done', 'agreed'])
    const unsigned = attempt(safe, 'done', { holder_signed: false })
    expect('code' in unsigned && unsigned.code).toBe('needs')
    expect(openIds(along(safe, ['done']))).toEqual(['held'])
  })
})

describe('downloads and installations', () => {
  test('need the co-ordinator, or the ICT coordinator and a licence; ICT support alone installs', () => {
    expect(outcomes(along(open('download'), ['refused']))).toEqual(['refused'])
    expect(openIds(along(open('download'), ['agreed']))).toEqual(['check'])
    const unlicensed = attempt(open('installation', { licence: '' }), 'agreed')
    expect('code' in unlicensed && unlicensed.code).toBe('needs')
    const [install] = openNow(along(open('installation', { licence: 'number' }), ['agreed']))
    expect(install?.by).toBe('party/ict_support')
  })
})

describe('an inspection', () => {
  test('is stored only when all four laws are ticked, and tells the head of a purpose that is none of the six', () => {
    const acted = along(open('inspection'), ['done', 'done'])
    const illegal = attempt(along(acted, ['done'], { law_human_rights: false }), 'done')
    expect('code' in illegal && illegal.code).toBe('needs')
    const [purpose] = openNow(open('inspection'))
    if (purpose === undefined) throw new Error('No step is open')
    const { run, context } = open('inspection')
    const by = { person: 'somebody', parties: ['party/authorised_ict_staff'] }
    const told = (chosen: string) => {
      const fields = { purpose: chosen, purpose_explained: 'Explained' }
      const taken = answerStep(pack, run, { step: purpose.key, does: { done: true }, by, at: MONDAY, fields }, context)
      return taken.ok && taken.effects.map((one) => one.effect)
    }
    expect(told('crime')).toEqual([])
    expect(told('other_purpose')).toMatchObject([{ notify: 'party/head' }])
    const stranger = { person: 'somebody', parties: ['party/network_manager'] }
    const refused = answerStep(
      pack,
      run,
      { step: purpose.key, does: { done: true }, by: stranger, at: MONDAY },
      context,
    )
    expect(refused.ok ? 'taken' : refused.code).toBe('not_theirs')
  })
})

describe('the policy itself', () => {
  test('waits for the committee, then for both chairs, and is never signed by one person for both', () => {
    const { run, context } = open('policy_approval')
    const voice = (before: typeof run, person: string, party: string) => {
      const [step] = openNow({ run: before, context })
      if (step === undefined) throw new Error('No step is open')
      return answerStep(
        pack,
        before,
        { step: step.key, does: { voice: 'yes' }, by: { person, parties: [party] }, at: MONDAY, minute: '12' },
        context,
      )
    }
    const early = voice(run, 'chair-1', 'party/chair_of_finance')
    expect(early.ok ? 'taken' : early.code).toBe('not_yet')
    const approved = voice(run, 'clerk', 'party/finance_committee')
    if (!approved.ok) throw new Error(approved.says)
    const one = voice(approved.run, 'chair-1', 'party/chair_of_finance')
    if (!one.ok) throw new Error(one.says)
    expect(openIds({ run: one.run, context })).toEqual(['committee_approves'])
    const again = voice(one.run, 'chair-1', 'party/chair_of_governors')
    expect(again.ok ? openIds({ run: again.run, context }) : again.code).not.toEqual(['next_review'])
    const both = voice(one.run, 'chair-2', 'party/chair_of_governors')
    expect(both.ok && openIds({ run: both.run, context })).toEqual(['next_review'])
  })
})
