import { describe, expect, test } from 'vitest'
import { schoolCalendar } from '#core/calendar/school-calendar.ts'
import { dutiesFrom, dutiesFromDate, roundsOf } from '#pack/engines/duties/duty-due.ts'
import { lateSteps } from '#pack/engines/duties/late.ts'
import { afterLength } from '#pack/time/due.ts'
import { lengthOf } from '#pack/time/read.ts'
import { judgeOf } from './people.ts'
import { readPack } from './read-pack.ts'

const pack = readPack('independent-school')
const calendar = schoolCalendar({
  terms: [
    { name: 'Autumn', start: '2026-09-03', end: '2026-12-11' },
    { name: 'Spring', start: '2027-01-06', end: '2027-03-25' },
    { name: 'Summer', start: '2027-04-15', end: '2027-07-08' },
  ],
  closed: [{ name: 'Half term', start: '2026-10-19', end: '2026-10-30' }],
})
const always = () => 'yes' as const
const from = (event: string, at: string, judge: (expression: string) => 'yes' | 'no' | 'unknown' = always) =>
  dutiesFrom(pack, { event, id: 'it', at, subjects: ['somebody'] }, calendar, judge)
const due = (made: ReturnType<typeof from>, duty: string) => made.find((one) => one.duty === `duty/${duty}`)?.due
const rounds = (duty: `duty/${string}`, since: string, until: string) =>
  roundsOf(pack, duty, { subjects: [null], since, until }, calendar).flatMap((one) => one.due ?? [])

describe('deadlines of the independent school', () => {
  test("a leaver's accounts are off 24 hours later to the minute, over the clock change", () => {
    const made = from('person.left', '2026-10-24T16:00:00Z')
    expect(due(made, 'leaver_accounts')).toBe('2026-10-25T16:00:00Z')
    expect(pack.duties.leaver_accounts?.proof).toEqual({ when: 'person.accounts_off' })
  })

  test('when they are late, the IT Services Manager is told and a reason is wanted', () => {
    const late = pack.duties.leaver_accounts?.late ?? []
    expect(late).toEqual([{ at: 'due', notify: 'party/it_services_manager', needs: 'reason' }])
    expect(lateSteps(late, '2026-10-25T16:00:00Z', calendar).map((step) => step.at)).toEqual(['2026-10-25T16:00:00Z'])
  })

  test('the 72 hours run from the discovery, not from when the breach was entered', () => {
    const [date] = pack.records.data_breach?.dates ?? []
    expect(date).toMatchObject({ from: 'discovered_at', after: '72 h' })
    const at = afterLength(lengthOf('72 h'), Temporal.Instant.from('2026-10-23T18:00:00Z'), calendar).at.toString()
    const event = 'record/data_breach#information_due'
    const [first] = dutiesFromDate(pack, { event, id: 'breach-1', at, subjects: [null] }, calendar)
    expect(first).toMatchObject({ duty: 'duty/breach_72_hours', owner: 'party/dpo', due: '2026-10-26T18:00:00Z' })
  })

  test('passwords change in the first week of every term', () => {
    expect(rounds('duty/password_change', '2026-09-03T08:00:00Z', '2027-04-30T08:00:00Z').map(dayOf)).toEqual([
      '2026-09-10',
      '2027-01-13',
      '2027-04-22',
    ])
  })

  test('new students are introduced in the first two weeks of the school year, others caught up within ten school days', () => {
    const [first] = rounds('duty/introduce_policy', '2026-09-03T08:00:00Z', '2026-12-31T08:00:00Z')
    expect(dayOf(first ?? '')).toBe('2026-09-15')
    expect(dayOf(due(from('person.joined', '2026-10-12T08:00:00Z'), 'catch_up') ?? '')).toBe('2026-11-09')
    const atTheStart = from('person.joined', '2026-09-03T08:00:00Z', () => 'no')
    expect(due(atTheStart, 'catch_up')).toBeUndefined()
  })

  test('logs are checked at a random time of every fortnight', () => {
    const review = pack.duties.log_review
    expect(review).toMatchObject({
      spread: 'random',
      every: { policy_says: 'at random but regularly', we_count: '2 weeks' },
    })
  })

  test('a virus brings advice within two hours and a warning within a school day', () => {
    const judge = judgeOf(pack, 'concern', { worry: 'virus' })
    const made = from('record/concern#opened', '2026-10-06T09:00:00Z', judge)
    expect(due(made, 'virus_advice')).toBe('2026-10-06T11:00:00Z')
    expect(dayOf(due(made, 'virus_warning') ?? '')).toBe('2026-10-07')
    expect(made.map((one) => one.duty).sort()).toEqual(['duty/virus_advice', 'duty/virus_warning'])
  })

  test('every interval that the policy leaves open waits for the school', () => {
    const open = JSON.stringify([pack.duties, pack.notify, pack.records, pack.flows, pack.assents, pack.measures])
    const elastic = open.match(/"policy_says":/g)?.length ?? 0
    const proposed = open.match(/"policy_says":"[^"]+","we_count":"[^"]+","source":"inferred"/g)?.length ?? 0
    expect(elastic).toBeGreaterThan(90)
    expect(proposed).toBe(elastic)
  })
})

const dayOf = (instant: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/London').toPlainDate().toString()
