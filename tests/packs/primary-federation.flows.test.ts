import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { moveCase } from '#pack/engines/flow/case.ts'
import type { ChartRef } from '#pack/engines/flow/run.ts'
import type { Values } from '#pack/expressions/evaluate.ts'
import { everyStep } from './primary-federation.expected.ts'
import { along, goOn, openRecord, refusedFields, takeAs, waiting, walkOn } from './primary-federation.walk.ts'
import { readPack } from './read-pack.ts'

const pack = readPack('primary-federation')
const people = [
  { person: 'pupil-1', part: 'pupil' },
  { person: 'pupil-2', part: 'victim' },
  { person: 'teacher-1', part: 'named_staff' },
]
const incident = (kind: string) => openRecord(pack, 'record/incident', { kind, risk_seen: false }, people)
const open = (opened: Parameters<typeof waiting>[0]) => waiting(opened).map((one) => one.stepId)

describe('the charts of the federation', () => {
  test.each(Object.entries(everyStep))('%s has every step of the catalogue', (_chart, steps) => {
    const flows = Object.entries(pack.flows).map(([id, { steps: own }]) => [`flow/${id}`, own] as const)
    const records = Object.entries(pack.records).map(([id, { steps: own }]) => [`record/${id}`, own] as const)
    const there = new Set(
      [...flows, ...records].flatMap(([ref, own]) => Object.keys(own).map((step) => `${ref}#${step}`)),
    )
    expect(steps.filter((step) => !there.has(step))).toEqual([])
  })

  test.each(['cyberbullying', 'abuse_images', 'unsuitable_found'])(
    'come to their end whichever way a case of %s is walked, and close the log entry last',
    (kind) => {
      fc.assert(
        fc.property(fc.infiniteStream(fc.nat(10_000)), (numbers) => {
          const next = numbers[Symbol.iterator]()
          const { steps, ended } = walkOn(incident(kind), (among) => (next.next().value ?? 0) % Math.max(among, 1))
          expect(ended).toBe(true)
          expect(steps.at(-1)).toBe('record/incident#close')
        }),
        { numRuns: 40 },
      )
    },
  )

  test('lead a case that may be illegal to the police first, and any other to the log', () => {
    for (const kind of ['abuse_images', 'grooming', 'criminal_hatred', 'other_crime'])
      expect([kind, open(incident(kind))]).toEqual([kind, ['police']])
    for (const kind of ['gambling', 'cyberbullying', 'data_careless'])
      expect([kind, open(incident(kind))]).toEqual([kind, ['log']])
    expect(open(incident('unsuitable_found'))).toEqual(['stopped'])
  })

  test('send every kind of incident where the list of kinds says', () => {
    const first = { 'flow/illegal': 'police', 'flow/respond': 'log', 'flow/unsuitable_material': 'stopped' }
    expect(pack.lists.incident_kind?.values.length).toBeGreaterThan(10)
    for (const { id, route } of pack.lists.incident_kind?.values ?? [])
      expect([id, open(incident(id))]).toEqual([id, [first[route as keyof typeof first]]])
  })

  test('have the way to the police beside every step, and an investigation stops for it', () => {
    for (const id of ['respond', 'investigation', 'outcome', 'unsuitable_material'])
      expect(pack.flows[id]?.at_any_time?.map((way) => way.goto)).toEqual(['flow/illegal'])
    const change = { by: 'walker', at: '2026-10-06T11:00:00Z', reason: 'Images of child abuse have been found' }
    const { run, context } = along(incident('cyberbullying'), ['done', 'no', 'no', 'yes', 'done', 'second'])
    const moved = moveCase(pack, run, 'flow/illegal', change, context)
    expect(moved.ok ? moved.open.filter((one) => !one.early).map((one) => one.stepId) : moved.says).toEqual(['police'])
  })

  test('tell two fixed bodies of a serious incident, and go on only when both have been told', () => {
    const serious = along(incident('abuse_images'), ['done', 'not_needed', 'done', 'yes'])
    expect(open(serious).sort()).toEqual(['tell_la', 'tell_police'])
    const one = goOn(serious, 'done')
    expect(open(one)).toEqual(['tell_police'])
    expect(open(goOn(one, 'done'))).toEqual(['response'])
  })

  test('tell the police within the hour and then tell the head and the E-Safety Governor', () => {
    const [police] = waiting(incident('abuse_images'))
    expect(police?.due).toBe('2026-10-06T10:00:00Z')
    expect(police?.late).toMatchObject([{ at: 'due', notify: { all_of: ['party/head', 'party/e_safety_governor'] } }])
    expect(police?.filesNever).toBe(true)
  })

  test('ask for no file anywhere: what somebody sends with a worry is asked for in its own form', () => {
    const { concern, ...records } = pack.records
    const written = JSON.stringify([pack.flows, records, concern?.steps, pack.actions])
    expect(written).not.toContain('"type":"file"')
    expect(pack.flows.illegal?.files).toBe('never')
  })
})

describe('the investigation', () => {
  const started = () => along(incident('pornography'), ['done', 'no', 'no', 'yes'])

  test('goes on only when a second senior person takes part, who is not the first', () => {
    const [team] = waiting(started())
    expect(team).toMatchObject({ stepId: 'team', twoPeople: true })
    const one = goOn(started(), 'done')
    expect(waiting(one)[0]?.stillNeeds).toEqual(['second_person'])
    const [again] = waiting(one)
    if (again === undefined) throw new Error('No step is open')
    const same = takeAs(one, again, { second: true }, 'walker')
    expect(same.ok ? 'taken' : same.code).toBe('same_person')
    expect(open(goOn(one, 'second', 'second'))).toEqual(['computer'])
  })

  test('refuses a computer that young people use or the police could not take', () => {
    const chosen = along(started(), ['done', 'second', 'no'])
    expect(open(chosen)).toEqual(['other_computer'])
    expect(open(goOn(chosen, 'done'))).toEqual(['computer'])
  })

  test('wants a witness while the content is looked at, and leads to the police when it is abuse', () => {
    const viewing = along(started(), ['done', 'second', 'yes', 'done', 'done'])
    expect(open(viewing)).toEqual(['view'])
    expect(open(along(viewing, ['done', 'yes']))).toEqual(['police'])
    expect(open(along(viewing, ['done', 'no', 'done', 'no']))).toEqual(['other_crime'])
  })

  test.each(['grooming', 'obscene_to_child', 'obscene_publication', 'criminal_racism', 'other_crime'])(
    'reports %s to the police before the group judges',
    (crime) => {
      const asked = along(started(), ['done', 'second', 'yes', 'done', 'done', 'done', 'no', 'done', 'no', crime])
      expect(open(asked)).toEqual(['tell_police'])
      expect(open(goOn(asked, 'done'))).toEqual(['judge'])
    },
  )

  test('cannot leave out a step that the policy demands', () => {
    const [team] = waiting(started())
    if (team === undefined) throw new Error('No step is open')
    const refused = takeAs(started(), team, { notNeeded: true }, 'walker')
    expect(refused.ok ? 'taken' : refused.code).toBe('mandatory')
  })
})

describe('the registers of the federation', () => {
  const kinds = Object.keys(pack.records).filter((id) => !['concern', 'incident'].includes(id))
  const willing: Values = {
    all_met: true,
    is_monitored: true,
    encrypted: true,
    contract_clauses: true,
    in_cloud: false,
    shows_pupils: false,
  }

  test.each(kinds)('%s comes to its end whichever way it is walked', (kind) => {
    const chart: ChartRef = `record/${kind}`
    // Whether pupils are shown decides whose yes is needed before it is published.
    for (const form of [{ shows_pupils: false }, willing])
      fc.assert(
        fc.property(fc.infiniteStream(fc.nat(10_000)), (numbers) => {
          const next = numbers[Symbol.iterator]()
          const opened = openRecord(pack, chart, form)
          expect(walkOn(opened, (among) => (next.next().value ?? 0) % Math.max(among, 1)).ended).toBe(true)
        }),
        { numRuns: 8 },
      )
  })

  test('change the filter only when two people agree and two people confirm it', () => {
    const asked = openRecord(pack, 'record/filtering_change', {})
    const [second] = waiting(asked)
    if (second === undefined) throw new Error('No step is open')
    const alone = takeAs(asked, second, { voice: 'yes' }, 'opener')
    expect(alone.ok ? 'taken' : alone.code).toBe('oneself')
    const applied = along(asked, ['yes', 'done'])
    expect(waiting(applied)[0]).toMatchObject({ stepId: 'apply', stillNeeds: ['second_person'] })
    expect(open(along(asked, ['no', 'done']))).toEqual([])
  })

  test('put personal data on a portable device only with all four marks, and off it again', () => {
    const four = { data_encrypted: true, data_password: true, device_password: true, virus_checked: true }
    const asked = openRecord(pack, 'record/portable_data', {})
    for (const mark of Object.keys(four))
      expect(refusedFields(asked, { answers: ['yes'] }, { [mark]: false })).toEqual([mark])
    expect(open(along(asked, ['no']))).toEqual(['refuse'])
    const moved = along(asked, ['yes', 'done', 'done'])
    expect(open(moved)).toEqual(['wipe'])
    expect(refusedFields(moved, { done: true }, { all_gone: false })).toEqual(['all_gone'])
    expect(open(goOn(moved, 'done', 'walker', { all_gone: true }))).toEqual([])
  })

  test('publish nothing without permission, and nothing with a single no in the checklist', () => {
    const asked = openRecord(pack, 'record/publication', {})
    expect(open(along(asked, ['no']))).toEqual(['ask_permission'])
    const checked = along(asked, ['yes', 'no', 'no'])
    const [checks] = waiting(checked)
    expect(checks?.stepId).toBe('checks')
    expect(refusedFields(checked, { done: true }, { suitable_dress: false })).toEqual(['suitable_dress'])
    expect(open(goOn(goOn(checked, 'done'), 'yes', 'second'))).toEqual(['publish'])
  })

  test('send no data that is not encrypted, and store none with a supplier without clauses', () => {
    const send = (encrypted: boolean) =>
      open(openRecord(pack, 'record/data_transfer', { encrypted, device_has_password: true }))
    expect([send(true), send(false)]).toEqual([['send'], ['not_sent']])
    const supplier = (form: Values) => open(openRecord(pack, 'record/supplier', form))
    expect(supplier({ contract_clauses: false, in_cloud: false })).toEqual([])
    expect(supplier({ contract_clauses: true, in_cloud: false })).toEqual(['approve'])
    expect(supplier({ contract_clauses: true, in_cloud: true, commissioner_met: false })).toEqual([])
    expect(supplier({ contract_clauses: true, in_cloud: true, commissioner_met: true })).toEqual(['approve'])
  })
})
