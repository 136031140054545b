import type { KnownPerson } from '#areas/records/index.ts'
import { findPerson, readFields } from '#areas/records/index.ts'
import type { Form } from '#core/form.ts'
import { FormReader } from '#core/form.ts'
import { type EntryValue, isSame, type Party } from './model/entry.ts'
import { type EntryKind, entryKinds } from './model/entry-kinds.ts'
import type { EvidenceField } from './model/fields.ts'
import { labelOf, may, must } from './model/fields.ts'
import { reviewFaults, viewingFaults } from './model/image-fields.ts'
import { type ItemKind, itemKinds } from './model/item-kinds.ts'

/** What reading a form needs to know beside what was typed. */
export interface Reading {
  readonly known: readonly KnownPerson[]
  readonly zone: string
  readonly now: Temporal.Instant
  /** Somebody has to have been there: the step that asks for the item says so. */
  readonly witness?: boolean
}

/** What the form of an item asks. */
export interface ItemValues {
  readonly title: string
  readonly shows: string
  readonly label: Readonly<Record<string, EntryValue>>
  readonly capturedAt: Temporal.Instant | null
  readonly from: Party | null
  readonly by: Party | null
  readonly witness: Party | null
}

/** Every field of the form of an item, in its order. */
export const itemFields = (kind: ItemKind, witness = false): readonly EvidenceField[] => [
  must.line('title', 'What is it, in a few words?'),
  kind === 'described' || kind === 'web'
    ? must.text('shows', 'What does it show or say?')
    : may.text('shows', 'What does it show or say?'),
  ...itemKinds[kind].fields,
  must.moment('at', kind === 'device' ? 'When was it taken?' : 'When was it made or taken?'),
  must.person('by', kind === 'described' ? 'Who describes it?' : 'Who took it?'),
  ...(itemKinds[kind].thing ? [may.person('from', 'From whom was it taken?')] : []),
  (witness ? must : may).person('witness', kind === 'printed' ? 'Who countersigns it?' : 'In whose presence?', {
    hint: 'They sign for it as well. A name the school knows, or a few words.',
  }),
]

/** Reads the form of an item. */
export function readItemForm(body: unknown, kind: ItemKind, reading: Reading): Form<ItemValues> {
  const reader = new FormReader(body)
  const values = readAll(reader, itemFields(kind, reading.witness), reading)
  if (String(values.title ?? '').length > 200) reader.fault('title', 'Use 200 characters or fewer')
  const { title, shows, at, by, from, witness, ...label } = values
  if (isSame(partyIn(by), partyIn(witness))) reader.fault('witness', 'Nobody is their own witness')
  return reader.done({
    title: typeof title === 'string' ? title : '',
    shows: typeof shows === 'string' ? shows : '',
    label,
    capturedAt: moment(reader, 'at', at, reading),
    from: partyIn(from),
    by: partyIn(by),
    witness: partyIn(witness),
  })
}

/** What the form of an entry asks. */
export interface EntryValues {
  readonly at: Temporal.Instant | null
  readonly from: Party | null
  readonly to: Party | null
  readonly fields: Readonly<Record<string, EntryValue>>
}

/** Every field of the form of an entry, in its order. */
export function entryFields(kind: EntryKind): readonly EvidenceField[] {
  const { from, to, fields } = entryKinds[kind]
  return [
    // A meeting asks for its own time: it is the time of the entry.
    ...(kind === 'review' ? [] : [must.moment('at', 'When did it happen?')]),
    ...(from === undefined ? [] : [must.person('from', from)]),
    ...(to === undefined ? [] : [must.person('to', to)]),
    ...fields,
  ]
}

/** Reads the form of an entry, with the faults that only several answers together make. */
export function readEntryForm(body: unknown, kind: EntryKind, reading: Reading): Form<EntryValues> {
  const reader = new FormReader(body)
  const { at, from, to, ...fields } = readAll(reader, entryFields(kind), reading)
  const across = kind === 'review' ? reviewFaults(fields) : kind === 'viewing' ? viewingFaults(fields) : {}
  for (const [id, says] of Object.entries(across)) reader.fault(id, says)
  const when = kind === 'review' ? moment(reader, 'met', fields.met, reading) : moment(reader, 'at', at, reading)
  return reader.done({ at: when, from: partyIn(from), to: partyIn(to), fields })
}

type Values = Record<string, EntryValue>

function readAll(reader: FormReader, fields: readonly EvidenceField[], { known }: Reading): Values {
  const plain = readFields(
    reader,
    fields.filter((field) => field.kind !== 'person'),
  )
  const people = fields.flatMap((field): [string, Party][] => {
    if (field.kind !== 'person') return []
    const text = reader.text(field.id, {
      max: 200,
      ...(field.required ? { required: `Answer this: ${labelOf(field)}` } : {}),
    })
    if (text === '') return []
    const found = findPerson(known, text)
    return [[field.id, found === undefined ? { personId: null, words: text } : { personId: found.id, words: null }]]
  })
  return { ...plain, ...Object.fromEntries(people) }
}

const partyIn = (value: EntryValue | undefined): Party | null =>
  typeof value === 'object' && 'personId' in value ? value : null

/** A local date and time as a moment. What nobody timed counts from the beginning of its day; nothing is yet to come. */
function moment(reader: FormReader, id: string, value: EntryValue | undefined, { zone, now }: Reading) {
  if (typeof value !== 'string') return null
  const at = value.includes('T')
    ? Temporal.PlainDateTime.from(value).toZonedDateTime(zone).toInstant()
    : Temporal.PlainDate.from(value).toZonedDateTime(zone).toInstant()
  if (Temporal.Instant.compare(at, now) > 0) reader.fault(id, 'This is still to come. Check the date and the time.')
  return at
}
