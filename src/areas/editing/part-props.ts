import { ENTRIES } from '#pack/compare/labels.ts'
import { isMap, namesIn, type Place, placeText, valueAt } from '#pack/edit/place.ts'
import { stepsInOrder } from '#pack/edit/steps-order.ts'
import { sayCondition } from '#pack/sentences/condition.ts'
import { Words } from '#pack/sentences/words.ts'
import type { Pack } from '#pack/types/pack.ts'
import { canBeRenamed } from './can-be-renamed.ts'
import { chartOf } from './chart.ts'
import { kindAt, sentenceAt, short, titleAt } from './describe.ts'
import { faultLinks } from './fault-lines.ts'
import { faultsWithin } from './faults.ts'
import { type Control, lineIn, type Sent } from './forms/control.ts'
import { fieldNames } from './forms/field-names.ts'
import { usesAt } from './forms/uses.ts'
import { askOf } from './forms/words.ts'
import type { PartForm } from './part-form.ts'
import { paths } from './paths.ts'
import type { Editing } from './read-editing.ts'
import { readingLines } from './reading-lines.ts'
import type { PartList } from './views/part-lists.tsx'
import type { PartViewProps } from './views/part-view.tsx'

/** What the page of a part adds to the form: what was typed, and what came of it. */
export interface Typing {
  readonly sent: Sent
  readonly errors: Readonly<Record<string, string>>
  readonly basedOn: number
  readonly mayKeep?: boolean
  readonly checked?: readonly string[] | null
  readonly after?: string | null
}

/** Everything that the page of a part shows. */
export function partProps(editing: Editing, form: PartForm, typing: Typing): PartViewProps {
  const { draft, pack } = editing
  const at = placeText(form.place)
  const own = form.isNew ? [] : faultsWithin(editing.faults, at)
  return {
    title: form.isNew ? addOne(oneOf(form.place), false) : short(titleAt(pack, form.place), 200),
    caption: form.isNew ? '' : kindAt(form.place),
    crumbs: crumbsOf(editing, form.place, form.isNew),
    sentence: form.isNew ? '' : sentenceAt(pack, form.place),
    action: form.isNew
      ? paths.add.to(draft.id, form.place, { after: typing.after ?? undefined, kind: String(form.kind) })
      : paths.part.to(draft.id, form.place, form.kinds.length > 0 ? { kind: String(form.kind) } : {}),
    basedOn: typing.basedOn,
    control: form.control,
    kinds: form.kinds.map((kind, index) => ({
      ...kind,
      active: index === form.kind,
      href: form.isNew
        ? paths.add.to(draft.id, form.place, { after: typing.after ?? undefined, kind: kind.value })
        : paths.part.to(draft.id, form.place, { kind: kind.value }),
    })),
    faults: faultLinks(draft.id, pack, own),
    mayKeep: typing.mayKeep ?? false,
    checked: typing.checked ?? null,
    sent: typing.sent,
    errors: typing.errors,
    uses: usesAt(pack, form.place),
    lists: form.isNew ? [] : partLists(editing, form.place, form.control, form.value),
    reading: form.isNew ? [] : readingLines(pack, form.place),
    links: form.isNew ? [] : linksOf(editing, form.place),
    removeHref: form.isNew || form.place.length < 2 ? null : paths.remove.to(draft.id, form.place),
    renameHref: form.isNew || !canBeRenamed(form.place) ? null : paths.rename.to(draft.id, form.place),
    chart: form.isNew ? null : chartOf(pack, form.place),
    last: editing.last,
    isNew: form.isNew,
  }
}

/** What one entry of a list is, for the page that adds one. */
export const oneOf = (list: Place): string => kindAt([...list, 'new']).toLowerCase()

/** The way from the draft to a part. */
export function crumbsOf({ draft, pack }: Editing, place: Place, isNew: boolean) {
  const inner = place.flatMap((_, index) => {
    const page = place.slice(0, index + 1)
    // Lists within a part have no page: their entries do.
    if (index === 0) return [{ text: kindAt(page), href: allHref(draft.id, page) }]
    const here = index === place.length - 1 && !isNew
    return index % 2 === 1
      ? [{ text: short(titleAt(pack, page), 50), ...(here ? {} : { href: paths.part.to(draft.id, page) }) }]
      : []
  })
  return [
    { text: draft.title, href: paths.draft.to(draft.id) },
    { text: 'Edit', href: paths.home.to(draft.id) },
    ...(place.length === 1 && !isNew ? [{ text: kindAt(place) }] : inner),
  ]
}

const TEXT = new Set(['clauses', 'sections'])
const allHref = (draft: string, [holder = '']: Place): string =>
  TEXT.has(holder) ? paths.text.to(draft) : paths.all.to(draft, { in: holder })

/** The lists of a part whose entries have pages of their own. */
function partLists(editing: Editing, place: Place, control: Control, value: unknown): PartList[] {
  if (control.is !== 'group') return []
  return control.fields.flatMap((field) => {
    if (field.control.is !== 'parts') return []
    const list = [...place, field.key]
    return [entriesOf(editing, list, isMap(value) ? value[field.key] : undefined, field.control.ordered)]
  })
}

/** One list with its entries, and where each is moved. */
export function entriesOf(editing: Editing, list: Place, value: unknown, ordered: boolean): PartList {
  const { draft, pack } = editing
  const key = list.at(-1) ?? ''
  const names = Array.isArray(value) ? namesIn(value) : keysInOrder(pack, list, isMap(value) ? value : {})
  const one = list.length === 1 ? oneOf(list) : (ENTRIES[key] ?? askOf(key)).toLowerCase()
  return {
    key,
    title: askOf(key),
    addHref: paths.add.to(draft.id, list, { after: names.at(-1) }),
    addText: addOne(one, names.length > 0 && list.length > 1),
    basedOn: draft.revision,
    entries: names.map((name, index) => {
      const own = [...list, name]
      return {
        name,
        says: short(titleAt(pack, own), 160),
        hint: hintAt(pack, own),
        href: paths.part.to(draft.id, own),
        faults: faultsWithin(editing.faults, placeText(own)).length,
        move: ordered
          ? {
              action: paths.move.to(draft.id, own),
              up: index === 0 ? null : (names[index - 2] ?? FIRST),
              down: names[index + 1] ?? null,
            }
          : null,
      }
    }),
  }
}

/** The words of a button that adds one: “Add a duty”, “Add another step”. */
const addOne = (one: string, more: boolean): string =>
  `Add ${WITH_ARTICLE[one] ?? `${more ? 'another' : /^[aeio]/.test(one) ? 'an' : 'a'} ${one}`}`

const WITH_ARTICLE: Readonly<Record<string, string>> = {
  'who is told': 'a rule of who is told',
  'what can be withheld': 'something that can be withheld',
  'how a clause is read': 'how a clause is read',
  'something known': 'something known',
  'a school’s own': 'what a school sets itself',
}

/** In a form: before every other. */
export const FIRST = '-'

function keysInOrder(pack: Pack, list: Place, value: Readonly<Record<string, unknown>>): string[] {
  const [holder, id = '', key] = list
  const procedure = holder === 'flows' ? pack.flows[id] : holder === 'records' ? pack.records[id] : undefined
  return key === 'steps' && procedure !== undefined
    ? stepsInOrder(procedure.steps, procedure.start)
    : Object.keys(value).toSorted()
}

/** Where an answer or a step leads to. */
function hintAt(pack: Pack, place: Place): string {
  const next = valueAt(pack, [...place, 'next'])
  const steps = place.indexOf('steps')
  if (typeof next !== 'string' || steps < 0) return ''
  return next === 'end' ? 'then the end' : `then: ${short(titleAt(pack, [...place.slice(0, steps + 1), next]), 70)}`
}

function linksOf({ draft }: Editing, place: Place): { href: string; text: string }[] {
  const [holder] = place
  if (place.length !== 2) return []
  if (holder === 'assents') return [{ href: paths.preview.to(draft.id, place), text: 'See it as the signer sees it' }]
  if (holder === 'tables') return [{ href: paths.grid.to(draft.id, place), text: 'Fill it in as a grid' }]
  if (holder === 'clauses')
    return [
      { href: paths.keepers.to(draft.id, place), text: 'Choose what keeps it' },
      { href: paths.split.to(draft.id, place), text: 'Cut it in two' },
    ]
  return []
}

/** Every condition of a form in plain words. */
export function conditionsIn(pack: Pack, form: PartForm, sent: Sent): string[] {
  const words = new Words(pack, pack.pack.language)
  const [holder, id = ''] = form.place
  const where = holder === 'flows' ? { flow: id } : holder === 'records' ? { record: id } : {}
  return expressionNames(form.control, sent).flatMap((name) => {
    const typed = lineIn(sent, name)
    return typed === '' ? [] : [`${askOf(name.split('/').at(-1) ?? '')}: ${sayCondition(words, typed, where)}.`]
  })
}

function expressionNames(control: Control, sent: Sent): string[] {
  const names = new Set(fieldNames(control, '', sent))
  return [...names].filter((name) => CONDITIONS.has(name.split('/').at(-1)?.replace(/:\d+$/, '') ?? ''))
}

const CONDITIONS: ReadonlySet<string> = new Set(['when', 'unless', 'needs', 'where', 'is'])
