import { sayFullInstant } from '#core/calendar/say-date.ts'
import type { Gap } from './model/chain.ts'
import type { Entry, EntryValue, Party } from './model/entry.ts'
import { isParty } from './model/entry.ts'
import { entryKinds } from './model/entry-kinds.ts'
import type { EvidenceField } from './model/fields.ts'
import { labelOf } from './model/fields.ts'

/** What words need: the names of people, and the school's zone. */
export interface Saying {
  readonly names: ReadonlyMap<string, string>
  readonly zone: string
}

/** Somebody as pages and papers name them. */
export const sayParty = (party: Party | null, { names }: Pick<Saying, 'names'>): string =>
  party === null
    ? 'Nobody'
    : party.personId === null
      ? (party.words ?? '')
      : (names.get(party.personId) ?? 'Somebody of the school')

/** Everybody whom some entries and labels name, for looking up their names at once. */
export const peopleIn = (values: readonly (EntryValue | Party | null | undefined)[]): string[] =>
  values.flatMap((value) => (isParty(value) && value.personId !== null ? [value.personId] : []))

/** The people whom entries name, who wrote them and who signed. */
export const peopleOfEntries = (entries: readonly Entry[]): string[] =>
  entries.flatMap((entry) => [
    entry.notedBy,
    ...peopleIn([entry.from, entry.to, ...Object.values(entry.fields)]),
    ...peopleIn(entry.signatures.map((one) => one.by)),
  ])

/** Answers to fields, as they are read. */
export function sayFields(
  fields: readonly EvidenceField[],
  values: Readonly<Record<string, EntryValue>>,
  saying: Saying,
): { key: string; value: string }[] {
  return fields.flatMap((field) => {
    const value = values[field.id]
    return value === undefined ? [] : [{ key: labelOf(field), value: sayValue(field, value, saying) }]
  })
}

function sayValue(field: EvidenceField, value: EntryValue, saying: Saying): string {
  if (isParty(value)) return sayParty(value, saying)
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (field.kind === 'datetime') return sayLocal(String(value))
  return field.options.find((option) => option.value === value)?.text ?? String(value)
}

const sayLocal = (text: string): string =>
  text.includes('T')
    ? sayFullInstant(Temporal.PlainDateTime.from(text).toZonedDateTime('UTC').toInstant(), 'UTC')
    : text

/** What an entry says in one line: what happened, from whom and to whom. */
export function sayEntry(entry: Entry, saying: Saying): string {
  const { says } = entryKinds[entry.kind]
  const place = entry.kind === 'stored' ? `: ${String(entry.fields.place ?? '')}` : ''
  const seal = entry.kind === 'sealed' ? ` in bag ${String(entry.fields.seal ?? '')}` : ''
  const from = entry.from === null ? '' : ` by ${sayParty(entry.from, saying)}`
  const to = entry.to === null ? '' : ` to ${sayParty(entry.to, saying)}`
  if (entry.kind === 'captured')
    return `${says} by ${sayParty(entry.to, saying)}${entry.from === null ? '' : ` from ${sayParty(entry.from, saying)}`}`
  return `${says}${place}${seal}${from}${to}`
}

/** Who signed an entry, and how. */
export const saySignatures = (entry: Entry, saying: Saying): string =>
  entry.signatures
    .map(
      (one) =>
        `${sayParty(one.by, saying)}${one.method === 'paper' ? ` (on paper: ${one.says ?? ''})` : one.method === 'sample' ? ' (sample)' : ''}`,
    )
    .join(', ')

/** A gap in a chain, as a sentence. */
export function sayGap(gap: Gap, saying: Saying): string {
  const at = (instant: Temporal.Instant) => sayFullInstant(instant, saying.zone)
  switch (gap.kind) {
    case 'hands':
      return `It was with ${sayParty(gap.was, saying)}, and ${sayParty(gap.gave, saying)} had it next. Nobody signed for it from ${at(gap.from)} until ${at(gap.until)}.`
    case 'unsigned':
      return `${sayParty(gap.by, saying)} has not signed.`
    case 'order':
      return 'It was written down before it is said to have happened.'
    case 'alone':
      return 'Nobody countersigned it.'
    case 'seal':
      return `The bag was ${gap.was} and is ${gap.is}. Nobody wrote down that it was opened.`
    case 'unsealed':
      return 'It was opened, and not sealed again.'
    case 'nowhere':
      return `Nobody has said where it is since ${at(gap.since)}.`
    case 'after_end':
      return 'Its chain had come to its end before.'
    case 'no_file':
      return 'Its file is not here, or is locked.'
  }
}
