import { describe, expect, test } from 'vitest'
import { keptOutOf } from '#pack/engines/flow/checks.ts'
import { along, attempt, open, openIds, openNow, outcomes, pack } from './village-primary.walk.ts'

const fieldIds = (record: string): string[] => pack.records[record]?.fields.map((field) => field.id) ?? []

describe('what sets the village primary apart', () => {
  test('both a risk owner and an owner of information are posts, and the asset register asks the five questions', () => {
    expect([pack.parties.siro?.kind, pack.parties.information_asset_owner?.kind]).toEqual(['post', 'post'])
    expect(fieldIds('information_asset')).toEqual(
      expect.arrayContaining([
        'held',
        'purposes',
        'protection',
        'amended_how',
        'kept_how',
        'disposed_how',
        'lawful_on',
      ]),
    )
    expect(pack.records.information_asset?.rows.map((rows) => [rows.id, rows.count])).toEqual([
      ['access_rights', '1..'],
    ])
  })

  test('data is personal, sensitive, confidential or classified wherever it is kept, sent or carried', () => {
    const top = pack.lists.data_class?.values.filter((value) => value.under === undefined).map((value) => value.id)
    expect(top).toEqual(['personal', 'sensitive', 'confidential', 'classified'])
    for (const record of ['information_asset', 'sensitive_email', 'sensitive_media', 'local_storage'])
      expect([record, fieldIds(record).includes('data_class')]).toEqual([record, true])
  })

  test('phishing is reported to the Anti-Phishing Working Group when somebody is at risk, and only then', () => {
    const risks = { risks: ['phishing'] }
    const classed = along(open('incident', { kind: 'phishing' }), ['done'], risks)
    expect(openIds(classed)).toEqual(['at_risk'])
    expect(openIds(along(classed, ['yes']))).toEqual(['report_commerce'])
    expect(openIds(along(classed, ['no']))).toEqual(['log'])
    expect(openIds(along(open('incident', { kind: 'phishing' }), ['done'], { risks: ['peer_pressure'] }))).toEqual([
      'log',
    ])
  })

  test('radicalisation asks for a decision about a referral, marked as our reading', () => {
    const classed = along(open('incident', { kind: 'unsuitable_site' }), ['done', 'done', 'no', 'done'], {
      risks: ['radicalisation'],
    })
    expect(openIds(classed)).toEqual(['prevent'])
    expect(pack.records.incident?.steps.prevent?.source).toBe('inferred')
  })

  test('explicit images of somebody under 18 are locked away at once and lead to the police question', () => {
    const found = open('incident', { kind: 'explicit_images' })
    const [first] = openNow(found)
    expect([first?.stepId, first?.filesNever, first?.neverWaits]).toEqual(['do_not_look', true, true])
    expect(openIds(along(found, ['done']))).toEqual(['police_question'])
    expect(pack.flows.images?.steps.do_not_look?.effects).toEqual([{ lock: 'files' }])
  })

  test('several consequences run side by side, and a ban shuts the internet until its day', () => {
    const asked = along(open('incident', { kind: 'obscene_language' }), ['done', 'done', 'done'], {
      online_risk: false,
      risks: [],
      broke: 'pupil',
    })
    expect(openNow(asked).map((step) => [step.stepId, step.proposes?.rows])).toEqual([['by_rule', ['obscene']]])
    expect(openNow(asked)[0]?.proposes?.outcomes.every((one) => one.strength === 'may')).toBe(true)
    const chosen = along(asked, ['ban_for_a_time+behaviour_policy+police_or_authority'])
    expect(openIds(chosen)).toEqual(['ban'])
    expect(openNow(along(chosen, ['done'])).map((step) => [step.stepId, step.proposes?.rows])).toEqual([
      ['by_person', ['pupil']],
    ])
    expect(openIds(along(chosen, ['done', 'withdrawn_for_a_time']))).toEqual(['done'])
    expect(pack.actions.internet_ban?.effects).toEqual([{ close: 'guard/pupil_internet', until: 'until' }])
  })

  test('a lost phone stops the cost for the school at the moment of the report, and asks how it was secured', () => {
    const lost = along(open('incident', { kind: 'lost_phone' }), ['phone'])
    expect(openIds(lost)).toEqual(['disable'])
    const secured = openNow(along(lost, ['done']))[0]
    expect(secured?.fields.map((field) => field.id)).toContain('locked_hidden')
    const answer = openNow(open('incident', { kind: 'lost_phone' }))[0]?.answers.find((one) => one.id === 'phone')
    expect(answer?.fields.map((field) => [field.id, field.required])).toEqual([['phone_loss_told_at', true]])
  })

  test('a school phone is handed over with a PIN, and after its instructions are read', () => {
    const noPin = attempt(open('school_phone', { pin_set: false }), 'done')
    expect('code' in noPin && noPin.code).toBe('needs')
    const unread = attempt(open('school_phone', { pin_set: true }), 'done', { instructions_read: false })
    expect('code' in unread && unread.code).toBe('needs')
    expect(openIds(along(open('school_phone', { pin_set: true }), ['done']))).toEqual(['held'])
  })

  test('whose communication is inspected neither sees the record nor acts in it', () => {
    const one = open('inspection', {}, [{ person: 'absent-colleague', part: 'inspected_person' }])
    expect(keptOutOf(pack, one.run)).toEqual(['absent-colleague'])
    expect(pack.records.inspection?.sight[0]).toMatchObject({ who: 'named_in_case', sees: 'none' })
    expect(pack.records.inspection?.opened_by).toBe('party/authorised_ict_staff')
  })

  test('a password told to somebody who is not authorised support is refused, and changed after the need', () => {
    expect(outcomes(along(open('password_disclosure'), ['no']))).toEqual(['not_told'])
    expect(openIds(along(open('password_disclosure'), ['yes', 'done']))).toEqual(['done'])
  })

  test('a pupil brings a device only after the head, and a bill payer before it is used for education', () => {
    const known = { stays_off: true, nothing_wrong_on_it: true, no_liability_known: true }
    expect(outcomes(along(open('pupil_device', known), ['refused']))).toEqual(['refused'])
    expect(openIds(along(open('pupil_device', known), ['agreed', 'yes']))).toEqual(['bill'])
    const unpaid = attempt(along(open('educational_use'), ['done'], { bill_payer_agreed: false }), 'agreed')
    expect('code' in unpaid && unpaid.code).toBe('needs')
  })

  test('four sources of help stand on the page for children', () => {
    const page = String(pack.documents.support_children?.body)
    for (const source of ['Childline', 'UK Safer Internet Centre', 'CEOP', 'Cybermentors'])
      expect(page).toContain(source)
  })
})
