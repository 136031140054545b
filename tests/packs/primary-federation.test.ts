import { describe, expect, test } from 'vitest'
import { checkPack } from '#pack/check/check-pack.ts'
import { sentenceOf } from '#pack/sentences/sentence-of.ts'
import { calendar, clauseRange, forms, marks, notYet } from './primary-federation.expected.ts'
import { loadNamed, readPack } from './read-pack.ts'

const name = 'primary-federation'
const pack = readPack(name)
const clause = new Map(pack.clauses.map((one) => [one.id, one]))

/** Every interval that the policy leaves open, with what is counted in its place and where that comes from. */
const openIntervals = (value: unknown): { counted: unknown; source: unknown }[] => {
  if (typeof value !== 'object' || value === null) return []
  if ('policy_says' in value) return [{ counted: Reflect.get(value, 'we_count'), source: Reflect.get(value, 'source') }]
  return Object.values(value).flatMap(openIntervals)
}

describe('the clauses of the federation', () => {
  test('stand in a pack whose form and sense have no fault', () => {
    const { faults, positions } = loadNamed(name)
    expect(faults).toEqual([])
    expect(checkPack(pack, positions)).toEqual([])
  })

  test('are all 301, each once, in order, under their own ids', () => {
    expect(pack.clauses.map((one) => one.id)).toEqual(clauseRange(1, 301))
  })

  test('that nothing keeps yet are named, and each says which table will keep it', () => {
    const open = pack.clauses.filter((one) => one.kept_by.length === 0)
    expect(open.map((one) => one.id)).toEqual(notYet)
    expect(open.filter((one) => !one.planned.some((ref) => ref.startsWith('table/')))).toEqual([])
    expect(pack.planned).toEqual([])
  })

  test('are never kept by what has no engine', () => {
    const unbuilt = /^(setting|list)\//
    expect(pack.clauses.flatMap((one) => one.kept_by).filter((ref) => unbuilt.test(ref))).toEqual([])
  })

  test('of kind gate, deadline or record are never kept by a rule of conduct alone', () => {
    const strict = pack.clauses.filter((one) => ['gate', 'deadline', 'record'].includes(one.kind))
    const soft = strict.filter(
      (one) => one.kept_by.length > 0 && one.kept_by.every((ref) => ref.startsWith('conduct/')),
    )
    expect(soft.map((one) => one.id)).toEqual([])
  })

  test('that the reader inferred say so', () => {
    const inferred = [...clauseRange(171, 180), ...clauseRange(208, 230), ...clauseRange(270, 301)]
    expect(inferred.filter((id) => !String(clause.get(id)?.note).startsWith('Inferred'))).toEqual([])
  })

  test('each have a plain sentence for what keeps them', () => {
    for (const ref of new Set(pack.clauses.flatMap((one) => [...one.kept_by, ...one.planned])))
      expect([ref, sentenceOf(pack, ref, 'en').length > 0]).toEqual([ref, true])
  })
})

describe('what the federation has still to say before it publishes', () => {
  const { positions } = loadNamed(name)
  const faults = checkPack(pack, positions, { publish: true })
  const of = (rule: string) => faults.filter((fault) => fault.rule === rule)

  test('is what was inferred, what the policy gives no value for, and how it is read; nothing else', () => {
    expect(new Set(faults.map((fault) => fault.rule))).toEqual(
      new Set(['unsettled_value', 'open_value', 'unsettled_reading']),
    )
    expect(of('unsettled_reading')).toHaveLength(Object.keys(pack.readings).length)
  })

  test('counts every interval that the policy leaves open, and calls it inferred', () => {
    const open = openIntervals(pack)
    expect(open.length).toBeGreaterThan(60)
    expect(open.filter((one) => one.counted === undefined || one.source !== 'inferred')).toEqual([])
  })

  test('asks for the values that nobody can infer', () => {
    const settings = Object.entries(pack.settings).filter(
      ([, { value }]) => typeof value === 'object' && !Array.isArray(value) && value.value === undefined,
    )
    expect(settings.map(([id]) => id)).toEqual([
      'password_age',
      'times_photographs',
      'times_mobile_devices',
      'times_messaging',
      'times_blogs',
      'times_games',
    ])
    expect(of('open_value')).toHaveLength(settings.length + 2)
  })

  test('gives a reading to each of the four tables, for the head to confirm', () => {
    const tables = ['communication_marks', 'user_action_marks', 'pupil_action_marks', 'staff_action_marks']
    expect(tables.map((id) => [pack.readings[id]?.by, pack.readings[id]?.settled])).toEqual(
      tables.map(() => ['party/head', false]),
    )
  })
})

describe('what the catalogue lists', () => {
  const isThere = (ref: string): boolean => {
    const [kind, id = ''] = ref.split('/')
    if (kind === 'assent') return pack.assents[id] !== undefined
    if (kind === 'flow') return pack.flows[id] !== undefined
    if (kind === 'report') return pack.reports[id] !== undefined
    return kind === 'duty' ? pack.duties[id] !== undefined : pack.records[id] !== undefined
  }

  test('its 19 forms are records, agreements, charts or reports', () => {
    expect(Object.keys(forms)).toHaveLength(19)
    expect(Object.values(forms).filter((ref) => !isThere(ref))).toEqual([])
  })

  test('its 31 calendar entries are duties and agreements that come round', () => {
    expect(Object.keys(calendar)).toHaveLength(31)
    expect(
      Object.values(calendar)
        .flat()
        .filter((ref) => !isThere(ref)),
    ).toEqual([])
  })

  test('its eight Acts are shown as the policy names them, with what replaced the one that is gone', () => {
    const law = Object.values(pack.documents).filter((document) => document.kind === 'law')
    expect(law).toHaveLength(8)
    expect(pack.documents.data_protection_act?.says).toBe('Data Protection Act 1998')
    expect(pack.documents.data_protection_act?.body).toContain('25 May 2018')
  })

  test('its support contacts stand on one page', () => {
    for (const contact of ['Police', 'Local authority', 'Information Commissioner', '360 degree safe'])
      expect(pack.documents.support_contacts?.body).toContain(contact)
  })

  test.each(Object.entries(marks))('the table %s has its rows and marks, each with its clause', (id, expected) => {
    const rows = pack.tables[id]?.rows ?? []
    expect(rows).toHaveLength(expected.rows)
    expect([...new Set(rows.flatMap((row) => row.clauses))].sort()).toEqual(expected.clauses)
    if ('outcomes' in expected) expect(rows.flatMap((row) => row.outcomes)).toHaveLength(expected.outcomes)
    expect(rows.filter((row) => row.source !== 'inferred' || row.confidence === undefined)).toEqual([])
  })
})

describe('the agreements of the federation', () => {
  test('a staff agreement is read, understood and signed, and asked again when the policy changes', () => {
    expect(pack.assents.staff_agreement?.items.slice(0, 2).map((item) => item.id)).toEqual(['read', 'understood'])
    expect(pack.assents.staff_agreement?.asked_on).toContain('document/policy#material_change')
    expect(pack.guards.staff_account).toMatchObject({ held_by: 'party/network_manager', called: 'attested' })
  })

  test('rules for children are said in easy words', () => {
    for (const { says } of pack.assents.pupil_rules?.items ?? []) {
      const easy = typeof says === 'string' ? '' : (says['en-easy'] ?? '')
      expect([easy, easy !== '' && easy.split(/[.?!]/).every((part) => part.trim().split(' ').length <= 10)]).toEqual([
        easy,
        true,
      ])
    }
  })
})
