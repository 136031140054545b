import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkPack } from '#pack/check/check-pack.ts'
import { missingIn } from '#pack/check/references.ts'
import { loadNamed } from './read-pack.ts'
import {
  approvals,
  calendar,
  clauseRange,
  everyStep,
  forms,
  laws,
  notYet,
  sources,
} from './village-primary.expected.ts'
import { along, openNow, open as openRecord, outcomes, pack } from './village-primary.walk.ts'

// What somebody tells may bring a file, never where it is about a picture or about contact by a stranger.
const NO_PICTURES = "!(worry in ['picture', 'contact'])"

const name = 'village-primary'
const { positions } = loadNamed(name)
const baseText = (text: unknown): string => (typeof text === 'string' ? text : JSON.stringify(text ?? ''))

describe('the clauses of the village primary', () => {
  test('stand in a pack without a fault', () => {
    expect(loadNamed(name).faults).toEqual([])
    expect(checkPack(pack, positions)).toEqual([])
  })

  test('are all 348, each once, in order, under their own ids', () => {
    expect(pack.clauses.map((one) => one.id)).toEqual(clauseRange(1, 348))
  })

  test('that nothing keeps yet are named, and each says what is planned', () => {
    const open = pack.clauses.filter((one) => one.kept_by.length === 0)
    expect(open.map((one) => one.id)).toEqual(notYet)
    expect(open.filter((one) => one.planned.length === 0)).toEqual([])
  })

  test('are kept by nothing whose engine is missing', () => {
    const kinds = new Set(pack.clauses.flatMap((one) => one.kept_by.map((ref) => ref.split('/')[0])))
    for (const kind of ['setting', 'list']) expect([kind, kinds.has(kind)]).toEqual([kind, false])
  })

  test('with a deadline or an approval are never kept by an agreement alone, nor gates and records by a rule of conduct', () => {
    const softly = (kinds: readonly string[], prefix: string) =>
      pack.clauses.filter(
        (one) =>
          kinds.includes(one.kind) && one.kept_by.length > 0 && one.kept_by.every((ref) => ref.startsWith(prefix)),
      )
    expect(softly(['deadline', 'approval', 'flow'], 'assent/')).toEqual([])
    expect(softly(['gate', 'deadline', 'record'], 'conduct/')).toEqual([])
  })

  test('wait for the school before publishing: open values, inferred ones and readings, and nothing else', () => {
    const faults = checkPack(pack, positions, { publish: true })
    expect([...new Set(faults.map((fault) => fault.rule))].sort()).toEqual([
      'open_value',
      'unsettled_reading',
      'unsettled_value',
    ])
    expect(faults.filter((fault) => fault.rule === 'unsettled_reading')).toHaveLength(Object.keys(pack.readings).length)
    expect(faults.filter((fault) => fault.rule === 'open_value')).toHaveLength(3)
  })
})

describe('what the village primary carries over', () => {
  test.each(Object.entries(forms))('the form %s', (_form, ref) => {
    expect(missingIn(pack, ref)).toBeNull()
  })

  test.each(Object.entries(everyStep))('the flow %s with its steps', (_flow, steps) => {
    expect(steps.filter((step) => missingIn(pack, step) !== null)).toEqual([])
  })

  test.each(Object.entries(calendar))('the calendar entry %s', (_entry, ref) => {
    expect(missingIn(pack, ref)).toBeNull()
  })

  test.each(approvals)('the approval %s by %s', (step, party) => {
    const [record = '', id = ''] = step.slice('record/'.length).split('#')
    const found = pack.records[record]?.steps[id]
    const decision = found !== undefined && 'decision' in found ? found.decision.slice('decision/'.length) : ''
    expect(pack.decisions[decision]?.by).toEqual({ any_of: [party] })
  })

  test.each(laws)('the law %s, with what replaced it where it is out of date: %s', (id, outdated) => {
    const law = pack.documents[id]
    expect(law?.kind).toBe('law')
    expect(/since \d/i.test(baseText(law?.body))).toBe(outdated)
  })

  test.each(Object.entries(sources))('the sources of help on the page %s: %i', (id, count) => {
    const entries = baseText(pack.documents[id]?.body)
      .split('\n')
      .filter((line) => line.trim() !== '')
    expect(entries).toHaveLength(count)
  })

  test('six purposes of inspection and a place for any other, four laws to tick, eleven technologies, six uses of an image', () => {
    const values = (list: string) => pack.lists[list]?.values.length
    expect([values('inspection_purpose'), values('technology'), values('image_use')]).toEqual([7, 11, 6])
    const law = pack.records.inspection?.steps.law
    expect(law?.fields.map((field) => field.type)).toEqual(['boolean', 'boolean', 'boolean', 'boolean'])
  })

  test('the four Cs, explicit images of children without a file', () => {
    const risks = pack.lists.risk?.values ?? []
    const top = risks.filter((one) => one.under === undefined).map((one) => one.id)
    expect(top).toEqual(['content', 'contact', 'conduct', 'commerce'])
    expect(pack.lists.incident_kind?.values.find((one) => one.id === 'explicit_images')).toMatchObject({
      files: 'never',
      route: 'flow/images',
    })
    const fields = Object.values(pack.records).flatMap((record) => record.fields)
    const asked = Object.values(pack.flows).flatMap((flow) => Object.values(flow.steps).flatMap((step) => step.fields))
    expect([...fields, ...asked].filter((field) => field.type === 'file').map((field) => field.when)).toEqual([
      NO_PICTURES,
    ])
  })

  test('one list of sanctions for all eight rules, none of which must follow', () => {
    const table = pack.tables.pupil_sanctions
    expect(table?.rows).toHaveLength(8)
    expect(new Set(table?.rows.map((row) => row.outcomes.join())).size).toBe(1)
    expect(table?.outcomes.map((one) => one.strength)).toEqual(['may', 'may', 'may', 'may'])
  })

  test('a phone table in which a pupil asks, staff may, and nobody holds a phone while driving', () => {
    const mark = (act: string) => pack.tables.devices?.rows.find((row) => row.when.act === act)?.mark
    expect([mark('pupil_bring'), mark('staff_bring')]).toEqual(['ask_to_bring', 'allowed'])
    expect([mark('hand_held_driving'), mark('emergency_driving')]).toEqual(['never_driving', 'allowed'])
    expect(pack.tables.devices?.rows).toHaveLength(14)
  })

  test('agreements whose statements each carry a clause or stand behind a rule of conduct', () => {
    const ruled = new Set(Object.values(pack.conduct).flatMap((rule) => rule.acknowledged_in))
    const bare = Object.entries(pack.assents).flatMap(([id, assent]) =>
      assent.items
        .filter((item) => item.clauses.length === 0 && !ruled.has(`assent/${id}#${item.id}`))
        .map((item) => `${id}#${item.id}`),
    )
    expect(bare.filter((one) => !one.startsWith('staff_images#'))).toEqual([])
  })

  test('rules of conduct that are each acknowledged and have a kind of incident for a breach', () => {
    const loose = Object.values(pack.conduct).filter(
      (rule) => rule.breach === undefined || rule.acknowledged_in.length === 0,
    )
    expect(loose).toEqual([])
  })
})

const FORMS: Readonly<Record<string, Record<string, unknown>>> = {
  sensitive_email: { recipients: [{ id: 'one', verified: true }] },
  leaver: { logons: [{ id: 'one', disabled: true }] },
  conference: { to_be_recorded: true, recording_consents: [{ id: 'one', consented: true }] },
  new_technology: { risks_seen: [{ id: 'one' }] },
  pupil_device: { stays_off: true, nothing_wrong_on_it: true, no_liability_known: true },
  equipment: { personal_data: true, encrypted: true, reaches_personal_data: true, screensaver: true },
  equipment_disposal: { erased_how: 'shredded' },
  local_storage: { drive_encrypted: true },
  school_phone: { pin_set: true },
  installation: { licence: 'number' },
  meeting_permission: { parent_knows: true },
  recommended_site: { previewed_on: '2026-11-20' },
  recording_permission: { permitted_by: 'the person' },
  image: { fitting: true, consent_basis: 'given', network_place: 'shared drive' },
}

describe('every procedure of the village primary', () => {
  const procedures = Object.keys(pack.records).filter((id) => id !== 'policy_approval')

  test.each(procedures)('%s comes to its end', (record) => {
    let one = openRecord(record, FORMS[record] ?? {}, [])
    for (let count = 0; outcomes(one) === null; count += 1) {
      const [step] = openNow(one)
      expect([record, step?.stepId, count < 60]).toEqual([record, step?.stepId, true])
      const act = step?.kind === 'decision' ? 'agreed' : (step?.answers.at(-1)?.id ?? 'done')
      one = along(one, [act])
    }
    expect(outcomes(one)).not.toBeNull()
  })

  test('an incident ends whichever way it is walked, and is closed last', () => {
    const kinds = pack.lists.incident_kind?.values.map((value) => value.id) ?? []
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.array(fc.nat(1000), { minLength: 40, maxLength: 40 }),
        (kind, picks) => {
          const taken: string[] = []
          let one = openRecord('incident', { kind, risks: ['radicalisation', 'phishing'] })
          for (const pick of picks) {
            const [step] = openNow(one)
            if (step === undefined) break
            taken.push(step.stepId)
            one = along(one, [step.answers[pick % step.answers.length]?.id ?? 'done'], {
              risks: ['radicalisation', 'phishing'],
            })
          }
          expect([outcomes(one) !== null, taken.at(-1)]).toEqual([true, 'close'])
          expect(taken).toContain('prevent')
          expect(taken).toContain('at_risk')
        },
      ),
      { numRuns: 60 },
    )
  })
})
