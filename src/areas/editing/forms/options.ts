import { holderOfKind } from '#pack/edit/holders.ts'
import { isMap, type Place, valueAt } from '#pack/edit/place.ts'
import { stepsInOrder } from '#pack/edit/steps-order.ts'
import { Words } from '#pack/sentences/words.ts'
import type { Text } from '#pack/types/base.ts'
import { builtInMoments } from '#pack/types/event.ts'
import type { Pack } from '#pack/types/pack.ts'
import { allFieldsOf, partsOf } from '#pack/types/parts.ts'
import { inCase } from '#pack/types/who.ts'
import type { Option } from './control.ts'
import { KINDS, MOMENTS, sayWord } from './words.ts'

/** What a form is about: the policy as it stands, and the part that is asked about. */
export interface Subject {
  readonly pack: Pack
  readonly place: Place
}

const short = (text: string): string => (text.length > 110 ? `${text.slice(0, 108)}…` : text)

/** Whatever may be named by a reference of some kinds, by its own words. */
export function refOptions({ pack }: Subject, kinds: readonly string[], current: readonly string[] = []): Option[] {
  const options = kinds.flatMap((kind) => {
    const own = thingsOf(pack, kind)
    return kinds.length === 1 ? own : own.map(({ value, text }) => ({ value, text: `${KINDS[kind] ?? kind}: ${text}` }))
  })
  return withCurrent(pack, options, current)
}

const held = new WeakMap<Pack, Map<string, readonly Option[]>>()
const names = new Intl.Collator('en-GB')

/** Everything of a kind by its own words, in the order of the alphabet; worked out once for a pack. */
function thingsOf(pack: Pack, kind: string): readonly Option[] {
  const known = held.get(pack) ?? new Map<string, readonly Option[]>()
  held.set(pack, known)
  const before = known.get(kind)
  if (before !== undefined) return before
  const words = new Words(pack, pack.pack.language)
  const things = valueAt(pack, [holderOfKind(kind) ?? ''])
  const options = Object.entries(isMap(things) ? things : {})
    .map(([id, thing]) => ({ value: `${kind}/${id}`, text: short(words.whole(titleOf(thing) ?? sayWord(id))) }))
    .toSorted((a, b) => names.compare(a.text, b.text))
  known.set(kind, options)
  return options
}

function withCurrent(pack: Pack, options: readonly Option[], current: readonly string[]): Option[] {
  const known = new Set(options.map((option) => option.value))
  return [
    ...options,
    ...current.filter((ref) => !known.has(ref)).map((ref) => ({ value: ref, text: sayRef(pack, ref) })),
  ]
}

const titleOf = (thing: unknown): Text | undefined => {
  const says = isMap(thing) ? (thing.says ?? thing.holds) : undefined
  return typeof says === 'string' || isMap(says) ? (says as Text) : undefined
}

/** A reference in words, with the part that it names. */
export function sayRef(pack: Pack, ref: string): string {
  const words = new Words(pack, pack.pack.language)
  const parts = partsOf(ref)
  if (parts === null) return inCase.some((name) => name === ref) ? words.one(ref) : sayWord(ref)
  const thing = short(words.thing(parts.part === undefined ? ref : (ref.split('#')[0] ?? ref)))
  return parts.part === undefined ? thing : `${thing}: ${MOMENTS[parts.part] ?? parts.part.replaceAll('_', ' ')}`
}

/** Events: the moments that every thing of a kind has. */
export function momentOptions(subject: Subject, kinds: readonly string[], current: readonly string[]): Option[] {
  const options = kinds.flatMap((kind) => {
    const moments: readonly string[] = Object.hasOwn(builtInMoments, kind) ? Reflect.get(builtInMoments, kind) : []
    return refOptions(subject, [kind]).flatMap(({ value, text }) =>
      moments.length === 0
        ? [{ value, text }]
        : moments.map((moment) => ({
            value: `${value}#${moment}`,
            text: `${KINDS[kind] ?? kind} “${text}”: ${MOMENTS[moment] ?? moment}`,
          })),
    )
  })
  return withCurrent(subject.pack, options, current)
}

const values = new WeakMap<Pack, Option[]>()

/** The values of every list, for what is recorded under one. */
export function valueOptions({ pack }: Subject): Option[] {
  const known = values.get(pack) ?? everyValue(pack)
  values.set(pack, known)
  return known
}

const everyValue = (pack: Pack): Option[] =>
  Object.entries(pack.lists).flatMap(([id, list]) =>
    list.values.map((value) => {
      const words = new Words(pack, pack.pack.language)
      return { value: `list/${id}#${value.id}`, text: short(`${words.whole(list.says)}: ${words.whole(value.says)}`) }
    }),
  )

/** The procedure around a place: a record or flow with its steps. */
function procedureAt({ pack, place }: Subject) {
  const [holder, id = ''] = place
  if (holder === 'flows') return pack.flows[id]
  return holder === 'records' ? pack.records[id] : undefined
}

/** The records whose fields may be named at a place. */
function recordsAt({ pack, place }: Subject) {
  const [holder, id = ''] = place
  const ids =
    holder === 'records'
      ? [id]
      : holder === 'flows'
        ? (pack.flows[id]?.in ?? []).map((ref) => partsOf(ref)?.id ?? '')
        : []
  return ids.flatMap((one) => {
    const record = pack.records[one]
    return record === undefined ? [] : [{ id: one, record }]
  })
}

/** What a bare id may be, told by the key under which it stands; null where it is anybody's own word. */
export function bareOptions(subject: Subject, key: string): Option[] | null {
  const { pack, place } = subject
  const words = new Words(pack, pack.pack.language)
  const said = (entries: readonly { readonly id: string; readonly says?: Text | undefined }[]) =>
    entries.map((one) => ({
      value: one.id,
      text: short(one.says === undefined ? sayWord(one.id) : words.whole(one.says)),
    }))
  const procedure = procedureAt(subject)
  if (STEPS.has(key) && procedure !== undefined) {
    const ids = stepsInOrder(procedure.steps, procedure.start)
    const steps = ids.map((id) => ({ value: id, text: short(sayStep(words, procedure.steps[id])) }))
    return key === 'start' ? steps : [...steps, { value: 'end', text: 'The end' }]
  }
  if (FIELDS.has(key) && procedure !== undefined)
    return recordsAt(subject).flatMap(({ id, record }) =>
      allFieldsOf(pack, id, record).map((field) => ({ value: field.id, text: short(words.whole(field.asks)) })),
    )
  if (key === 'person_with' || (key === 'parts' && procedure !== undefined))
    return recordsAt(subject).flatMap(({ record }) => said(record.parts))
  if (key === 'row') return recordsAt(subject).flatMap(({ record }) => said(record.rows))
  if (key === 'section' || (key === 'under' && place[0] === 'sections'))
    return pack.sections.map((section) => ({ value: section.id, text: words.whole(section.title) }))
  if (place[0] === 'lists' && (key === 'under' || key === 'default'))
    return said(pack.lists[place[1] ?? '']?.values ?? [])
  if (place[0] === 'tables' && ['mark', 'marks', 'otherwise'].includes(key))
    return said(pack.tables[place[1] ?? '']?.marks ?? [])
  if (place[0] === 'tables' && key === 'outcomes') return said(pack.tables[place[1] ?? '']?.outcomes ?? [])
  if (place[0] === 'assents' && key === 'field')
    return (pack.assents[place[1] ?? '']?.fields ?? []).map((one) => ({ value: one.id, text: words.whole(one.asks) }))
  if (place[0] === 'notify' && key === 'at') return siteFields(subject)
  return key === 'per' ? pack.levels.map((level) => ({ value: level, text: sayWord(level) })) : null
}

/** The questions that ask for a site, of the record whose moment tells. */
function siteFields({ pack, place }: Subject): Option[] {
  const words = new Words(pack, pack.pack.language)
  const record = pack.records[partsOf(pack.notify[place[1] ?? '']?.on ?? '')?.id ?? '']
  return (record?.fields ?? [])
    .filter((field) => field.type === 'site')
    .map((field) => ({ value: field.id, text: short(words.whole(field.asks)) }))
}

const STEPS: ReadonlySet<string> = new Set([
  'next',
  'refused',
  'join',
  'skip_to',
  'else',
  'start',
  'step',
  'parallel',
  'holds',
])
const FIELDS: ReadonlySet<string> = new Set(['lend', 'hold', 'release', 'set', 'until', 'only', 'field'])

/** A step by its own words. */
export function sayStep(words: Words, step: Pack['flows'][string]['steps'][string] | undefined): string {
  if (step === undefined) return 'A step'
  const own =
    'ask' in step
      ? step.ask
      : 'do' in step
        ? step.do
        : 'end' in step
          ? step.end
          : (step.title ?? ('says' in step ? step.says : undefined))
  if (own !== undefined) return words.whole(own)
  if ('decision' in step) return `Decision: ${words.thing(step.decision)}`
  if ('call' in step) return `Walk through ${words.thing(step.call)}`
  if ('goto' in step) return `Go over to ${words.thing(step.goto)}`
  if ('run' in step) return `For each: ${words.thing(step.run)}`
  if ('parallel' in step) return 'Several things at the same time'
  return 'wait_for' in step ? 'Wait' : 'Go by what is known'
}
