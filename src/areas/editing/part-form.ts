import { NotFound } from '#core/errors.ts'
import { editsBetween } from '#pack/edit/between.ts'
import { type Edit, type OneEdit, together } from '#pack/edit/edit.ts'
import { idOf, isMap, type Place, placeText, valueAt } from '#pack/edit/place.ts'
import type { Pack } from '#pack/types/pack.ts'
import { type Control, lineIn, type Sent } from './forms/control.ts'
import { bare, objectShapes } from './forms/known-types.ts'
import { entriesFromLines, idsBeside, newIdFor, stepsFromLines } from './forms/new-part.ts'
import { type PageControl, pageControl } from './forms/page-control.ts'
import { readControl } from './forms/read.ts'
import { typeAt } from './forms/type-at.ts'
import { fieldsFor } from './forms/write.ts'

/** The form of a part that is there, or of a new one. */
export interface PartForm extends PageControl {
  readonly place: Place
  readonly value: unknown
  readonly isNew: boolean
}

/** The form of the part at a place. */
export function formAt(pack: Pack, place: Place, wanted?: number): PartForm {
  const type = typeAt(pack, place)
  const value = valueAt(pack, place)
  if (type === null || value === undefined) throw new NotFound('policy.draft.part.missing')
  return { ...pageControl(type, { pack, place }, value, wanted), place, value, isNew: false }
}

/** The form of a new entry of the list or map at a place. */
export function formFor(pack: Pack, list: Place, wanted?: number): PartForm {
  const place = [...list, NEW]
  const type = typeAt(pack, place)
  if (type === null || valueAt(pack, list.slice(0, -1)) === undefined) throw new NotFound('policy.draft.part.missing')
  const page = pageControl(type, { pack, place }, undefined, wanted)
  return { ...page, control: withLines(page.control), place: list, value: undefined, isNew: true }
}

const NEW = 'new'

/** In a new part the lists that it must have are asked for at once, one entry on each line. */
function withLines(control: Control): Control {
  if (control.is !== 'group') return control
  return {
    is: 'group',
    fields: control.fields.flatMap((field) => {
      // Where a procedure begins follows from its steps.
      if (field.key === 'start' && control.fields.some((other) => other.key === 'steps' && other.required)) return []
      if (field.control.is !== 'parts' || !field.required) return [field]
      return [{ ...field, control: { is: 'lines' as const, of: field.control.of } }]
    }),
  }
}

/** What the fields hold before anybody typed. */
export const filledWith = ({ control, value }: PartForm): Sent => fieldsFor(control, '', value)

/** The edit that a sent form makes; null when it changes nothing. */
export function editOf(pack: Pack, form: PartForm, sent: Sent, after: string | null): { edit: Edit | null; at: Place } {
  const read = readControl(form.control, '', sent, form.value)
  if (!form.isNew) return { edit: together(editsBetween(form.value, read, form.place)), at: form.place }
  const list = valueAt(pack, form.place)
  const entry = withEntries(form, read, sent)
  const type = typeAt(pack, [...form.place, NEW])
  const ordered = Array.isArray(list) || (list === undefined && isListType(pack, form.place))
  const own = typeof (isMap(entry) ? entry.id : undefined) === 'string' ? idOf(entry) : undefined
  const made = newIdFor(entry, idsBeside(pack, form.place), placeText(form.place) === 'clauses')
  // What is known is named after whom it is known of.
  const id = own ?? (form.place[0] === 'facts' ? `person.${made}` : made)
  if (!ordered)
    return { edit: { do: 'set', place: placeText([...form.place, id]), to: json(entry) }, at: [...form.place, id] }
  const named = type !== null && objectShapes(type).some((shape) => 'id' in shape.shape)
  const whole = named && isMap(entry) ? { ...entry, id } : entry
  const last = Array.isArray(list) ? list.length : 0
  const edit: OneEdit = { do: 'insert', list: placeText(form.place), after, entry: json(whole) }
  return { edit, at: [...form.place, named ? id : String(after === null ? 0 : last)] }
}

const isListType = (pack: Pack, list: Place): boolean => {
  const type = typeAt(pack, list)
  return type !== null && bare(type)._zod.def.type === 'array'
}

function withEntries({ control }: PartForm, read: unknown, sent: Sent): unknown {
  if (control.is !== 'group' || !isMap(read)) return read
  const typed = control.fields.flatMap((field) => {
    if (field.control.is !== 'lines' || field.control.of === undefined) return []
    const lines = lineIn(sent, field.key)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
    if (field.key === 'steps') return Object.entries(stepsFromLines(lines))
    return [[field.key, entriesFromLines(field.control.of, lines)]]
  })
  return { ...read, ...Object.fromEntries(typed) }
}

const json = (value: unknown) => JSON.parse(JSON.stringify(value ?? null))

/** What was sent, without what belongs to the page. */
export function sentFields(body: unknown): Sent {
  const entries = Object.entries(isMap(body) ? body : {}).filter(([name]) => !OF_PAGE.has(name))
  return Object.fromEntries(
    entries.map(([name, value]) => [name, Array.isArray(value) ? value.map(String) : String(value ?? '')]),
  )
}

const OF_PAGE: ReadonlySet<string> = new Set(['_csrf', 'do', 'based'])

/** The revision that a form was drawn from. */
export const basedOn = (body: unknown, now: number): number => {
  const typed = isMap(body) ? Number(body.based) : Number.NaN
  return Number.isInteger(typed) && typed > 0 && typed <= now ? typed : now
}
