import { sayAmount, sayEvery, sayLimit } from '../sentences/amounts.ts'
import { sayAsked } from '../sentences/assents.ts'
import { sayCondition } from '../sentences/condition.ts'
import { sayEarlier } from '../sentences/counted-columns.ts'
import { sayAwaited } from '../sentences/ground.ts'
import { areMany } from '../sentences/many.ts'
import { sayEvent, sayOccasion } from '../sentences/moments.ts'
import { sayWhoByCase } from '../sentences/who-by-case.ts'
import { listed, type Words } from '../sentences/words.ts'
import { timeOf } from '../time/read.ts'
import { sayTime } from '../time/say.ts'
import { askedOf } from '../types/assent.ts'
import { type BreakGlass, breakGlass } from '../types/break-glass.ts'
import { event, occasion } from '../types/event.ts'
import { earlier } from '../types/given.ts'
import { type Late, late } from '../types/late.ts'
import { partsOf } from '../types/parts.ts'
import { repeats } from '../types/repeats.ts'
import { waitStep } from '../types/step.ts'
import { amount, every, keep, limit, point } from '../types/time.ts'
import { inCase, who, whoByCase } from '../types/who.ts'

const CONDITIONS = new Set(['when', 'unless', 'needs', 'where', 'is'])

/** A value of a pack in plain words, by the name under which it stands. */
export function sayValue(words: Words, key: string, value: unknown): string {
  if (value === undefined) return 'nothing'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return String(value)
  return sayByName(words, key, value) ?? sayByForm(words, key, value)
}

/** What its name makes of it. */
function sayByName(words: Words, key: string, value: unknown): string | null {
  if (key === 'within') return said(limit, value, (one) => sayLimit(words, one))
  if (key === 'every') return said(every, value, (one) => sayEvery(words, one))
  if (key === 'due') return said(point, value, (one) => sayTime(timeOf(one)))
  if (key === 'on' || key === 'sooner_on') return said(event, value, (one) => `when ${sayEvent(words, one)}`)
  if (key === 'asked') return said(askedOf, value, (one) => sayAsked(words, one))
  if (key === 'asked_on') return said(occasion, value, (one) => sayOccasion(words, one))
  if (key === 'break_glass') return said(breakGlass, value, (one) => sayGlass(words, one))
  if (key === 'repeats') return said(repeats, value, (one) => `${one.cases} or more within ${one.within}`)
  if (key === 'keep') return said(keep, value, (one) => ('for' in one ? `for ${sayTime(timeOf(one.for))}` : 'for ever'))
  if (key === 'wait_for') return said(waitStep.shape.wait_for, value, (one) => sayAwaited(words, one))
  if (key === 'earlier') return said(earlier, { earlier: value }, sayEarlier)
  if (key === 'late') return said(late, value, (one) => sayWhenLate(words, one))
  if (key === 'at') return saySite(words, value)
  return CONDITIONS.has(key) && typeof value === 'string' ? sayCondition(words, value) : null
}

// A question that asks for a site says who is told; any other `at` is a time.
function saySite(words: Words, value: unknown): string | null {
  const asked = Object.values(words.pack.records).flatMap((record) => record.fields)
  const site = asked.find((field) => field.id === value && field.type === 'site')
  return site === undefined ? null : `the site that “${words.whole(site.asks)}” names`
}

function sayWhenLate(words: Words, { at, notify, needs }: Late): string {
  const told = notify === undefined ? [] : [`${words.who(notify)} ${areMany(words, notify) ? 'are' : 'is'} told`]
  const does = needs === undefined ? told : [...told, 'a reason must be given']
  return `“${at === 'due' ? '' : `${sayAmount(words, at)} later `}${listed(does)}”`
}

const sayGlass = (words: Words, glass: BreakGlass): string =>
  `${words.who(glass.who)} for ${sayTime(timeOf(glass.for))}, and ${words.one(glass.alerts)} is told and looks at it`

interface Schema<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false }
}

function said<T>(schema: Schema<T>, value: unknown, say: (value: T) => string): string | null {
  const read = schema.safeParse(value)
  return read.success ? say(read.data) : null
}

/** What its form makes of it: a list, a length of time, a reference, who, a value with its source. */
function sayByForm(words: Words, key: string, value: unknown): string {
  if (Array.isArray(value)) return sayList(words, key, value)
  const people = said(who, value, (one) => words.who(one))
  if (people !== null) return people
  if (typeof value === 'string') return sayText(words, value)
  if (typeof value !== 'object' || value === null) return String(value)
  if ('value' in value && 'source' in value) return sayValue(words, key, value.value)
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  return entries.map(([name, one]) => `${name.replaceAll('_', ' ')} ${sayValue(words, name, one)}`).join(', ')
}

function sayList(words: Words, key: string, list: readonly unknown[]): string {
  if (list.length === 0) return 'nothing'
  return (
    said(whoByCase, list, (one) => sayWhoByCase(words, one)) ?? listed(list.map((one) => sayValue(words, key, one)))
  )
}

function sayText(words: Words, value: string): string {
  if (amount.safeParse(value).success) return sayTime(timeOf(value))
  const parts = partsOf(value)
  if (parts !== null) return parts.part === undefined ? words.thing(value) : partOf(words, value, parts.part)
  if (inCase.some((one) => one === value)) return words.one(value)
  return /^[a-z][a-z0-9]*(_[a-z0-9]+)+$/.test(value) ? value.replaceAll('_', ' ') : value
}

/** A part of a thing: the value, statement, step or moment that follows `#`. */
function partOf(words: Words, ref: string, part: string): string {
  return `${words.thing(ref)} (${part.replaceAll('_', ' ')})`
}
