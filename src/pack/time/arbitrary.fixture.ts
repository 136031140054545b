import fc from 'fast-check'
import { type Elastic, type Length, PERIODS, type Time, UNITS } from './time.ts'

/** Any length of time that the grammar can say; for tests. */
export const anyLength: fc.Arbitrary<Length> = fc.record({
  kind: fc.constant('length' as const),
  count: fc.integer({ min: 1, max: 60 }),
  unit: fc.constantFrom(...UNITS),
})

const monthDay = fc
  .record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 31 }) })
  .map(({ month, day }) => ({ month, day: Math.min(day, new Temporal.PlainYearMonth(2025, month).daysInMonth) }))

const edge = fc.record({
  kind: fc.constant('edge' as const),
  edge: fc.constantFrom('start' as const, 'end' as const),
  of: fc.constantFrom(...PERIODS),
})

const named = fc.constantFrom('end', 'asked', 'person.left').map((name) => ({ kind: 'named' as const, name }))

/** Any time that comes again; for tests. */
export const anyEvery: fc.Arbitrary<Exclude<Time, Elastic>> = fc.oneof(
  fc.constantFrom(...PERIODS).map((unit) => ({ kind: 'every' as const, count: 1, unit })),
  fc
    .record({ count: fc.integer({ min: 2, max: 30 }), unit: fc.constantFrom(...UNITS) })
    .map(({ count, unit }) => ({ kind: 'every' as const, count, unit })),
  fc.integer({ min: 1, max: 7 }).map((weekday) => ({ kind: 'weekly' as const, weekday })),
  fc.integer({ min: 1, max: 12 }).map((month) => ({ kind: 'yearly' as const, month })),
  monthDay.map((on) => ({ kind: 'yearly' as const, ...on })),
)

/** Any time by which a thing can be due after an event; for tests. */
export const anyLimit: fc.Arbitrary<Exclude<Time, Elastic>> = fc.oneof(
  anyLength,
  edge.map((anchor) => ({ kind: 'anchored' as const, offset: null, side: 'after' as const, anchor })),
  fc
    .record({ offset: anyLength, side: fc.constantFrom('after' as const, 'before' as const), anchor: edge })
    .map((parts) => ({ kind: 'anchored' as const, ...parts })),
  fc
    .record({ offset: anyLength, anchor: named })
    .map((parts) => ({ kind: 'anchored' as const, side: 'after' as const, ...parts })),
  monthDay.map((on) => ({ kind: 'day_of_year' as const, ...on })),
)

/** Any time at all, without the elastic ones, which have no text; for tests. */
export const anyTime: fc.Arbitrary<Exclude<Time, Elastic>> = fc.oneof(
  anyEvery,
  anyLimit,
  fc
    .integer({ min: 0, max: 20_000 })
    .map((days) => ({ kind: 'date' as const, date: new Temporal.PlainDate(2020, 1, 1).add({ days }).toString() })),
)

/** Any moment from 1990 to 2190; for tests. */
export const anyInstant: fc.Arbitrary<Temporal.Instant> = fc
  .integer({ min: 631_152_000, max: 6_942_000_000 })
  .map((seconds) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000))
