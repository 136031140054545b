import type { FormReader, Typed } from '#core/form.ts'
import { type Way, ways } from './contact.ts'
import type { Said } from './enter-contact.ts'

/** When a form is sent, and where its clock stands. */
export interface Clocked {
  readonly now: Temporal.Instant
  readonly zone: string
}

/** The names of the fields that say one contact. */
export const saidFields = (key: string) => ({
  at: `${key}_at`,
  way: `${key}_way`,
  who: `${key}_who`,
  reference: `${key}_reference`,
  said: `${key}_said`,
  reply: `${key}_reply`,
  chase: `${key}_chase`,
})

/** Reads what somebody says about one telling, asking or answer. */
export function readSaid(reader: FormReader, key: string, clock: Clocked, anew = false): Said {
  const names = saidFields(key)
  const way = reader.choice(names.way, ways, '')
  return {
    at: readAt(reader, names.at, clock),
    way,
    spokeTo: reader.text(names.who, { max: 300 }),
    reference: reader.text(names.reference, { max: 200 }),
    said: reader.text(names.said, { max: 8000 }),
    reply: reader.text(names.reply, { max: 8000 }),
    chaseOn: readChase(reader, names.chase, clock, anew),
  }
}

function readAt(reader: FormReader, name: string, { now, zone }: Clocked): Temporal.Instant {
  const day = reader.date(name, 'the date')
  const time = reader.text(`${name}-time`, { max: 8 }).replace('.', ':')
  if (day === null) return now
  const clock = timeIn(time)
  if (clock === null) {
    reader.fault(name, 'Enter the time like 14:30')
    return now
  }
  const at = day.toZonedDateTime({ timeZone: zone, plainTime: clock }).toInstant()
  // Clocks differ by a little, and nobody writes down what is to come.
  if (Temporal.Instant.compare(at, now.add({ minutes: 10 })) > 0)
    reader.fault(name, 'This is still to come. Enter when it happened')
  return at
}

// What is said anew may name the day that was set before, though it has passed.
function readChase(
  reader: FormReader,
  name: string,
  { now, zone }: Clocked,
  mayBePast: boolean,
): Temporal.PlainDate | null {
  const day = reader.date(name, 'the date', false)
  if (day === null) return null
  if (!mayBePast && Temporal.PlainDate.compare(day, now.toZonedDateTimeISO(zone).toPlainDate()) < 0)
    reader.fault(name, 'The day to ask again is past. Enter one to come')
  return day
}

function timeIn(text: string): Temporal.PlainTime | null {
  try {
    return Temporal.PlainTime.from(text.padStart(5, '0'))
  } catch {
    return null
  }
}

/** Now, as it stands in the boxes before anybody has typed: most is written down at once. */
export function typedNow(key: string, { now, zone }: Clocked): Typed {
  return typedAt(saidFields(key).at, now, zone)
}

/** What was said before, as it stands in the boxes of a form that says it anew. */
export function typedSaid(
  key: string,
  was: { at: Temporal.Instant; way: Way | null } & Record<'spokeTo' | 'reference' | 'said' | 'reply', string | null> & {
      chaseOn: Temporal.PlainDate | null
    },
  zone: string,
): Typed {
  const names = saidFields(key)
  return {
    ...typedAt(names.at, was.at, zone),
    [names.way]: was.way ?? '',
    [names.who]: was.spokeTo ?? '',
    [names.reference]: was.reference ?? '',
    [names.said]: was.said ?? '',
    [names.reply]: was.reply ?? '',
    ...(was.chaseOn === null ? {} : typedDay(names.chase, was.chaseOn)),
  }
}

const typedDay = (name: string, day: Temporal.PlainDate): Typed => ({
  [`${name}-day`]: String(day.day),
  [`${name}-month`]: String(day.month),
  [`${name}-year`]: String(day.year),
})

function typedAt(name: string, at: Temporal.Instant, zone: string): Typed {
  const local = at.toZonedDateTimeISO(zone)
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' })
  return { ...typedDay(name, local.toPlainDate()), [`${name}-time`]: time }
}
