import { DomUtils, parseDocument } from 'htmlparser2'
import type { Answers } from '../support/fill.ts'

interface Control {
  readonly name: string
  readonly kind: string
  /** What it holds, or, of a choice, what it would send. */
  readonly value: string
  readonly chosen: boolean
  readonly offers: readonly string[]
}

/** A form as somebody would send it, and every name that it asks for. */
export interface FilledForm {
  readonly action: string | undefined
  readonly fields: Readonly<Record<string, readonly string[]>>
}

// What stays as it is unless a test says otherwise: rows and people that need not be, and what changes what the form means.
const LEFT =
  /^(person-\d|counted(_why)?-|part-\d|[a-z_]+-\d+-|note$|reason$|not_needed$|gave_up$|taken_back$|view$|words$)/
const DATE: Readonly<Record<string, string>> = { day: '23', month: '11', year: '2026', time: '09:30' }

/** The names that the form of a page asks for. */
export const askedBy = (html: string): string[] => [...new Set(formOf(html).controls.map(({ name }) => name))]

/**
 * Fills in the form of a page: what a test says, then something fitting wherever an answer is still missing.
 * @throws Error when the form does not ask for an answer.
 */
export function fillForm(html: string, answers: Answers): FilledForm {
  const { action, controls, known } = formOf(html)
  const given = Object.entries(answers).flatMap(([name, value]) => give(controls, name, value))
  const fields = new Map<string, string[]>(given)
  for (const name of new Set(controls.map((control) => control.name))) {
    if (fields.has(name)) continue
    const [first, ...more] = controls.filter((control) => control.name === name)
    if (first === undefined) continue
    const holds = [first, ...more].filter(({ chosen }) => chosen).map(({ value }) => value)
    const left = first.kind === 'hidden' || LEFT.test(name) || holds.some((value) => value !== '')
    const value = left ? holds : [fitting(first, known)]
    fields.set(name, value)
  }
  return { action, fields: Object.fromEntries(fields) }
}

function fitting({ name, kind, value, offers }: Control, known: string): string {
  if (kind === 'radio' || kind === 'checkbox') return value
  if (kind === 'select') return offers[1] ?? ''
  if (kind === 'known') return known
  return DATE[/-(day|month|year|time)$/.exec(name)?.[1] ?? ''] ?? 'Written down'
}

function give(controls: readonly Control[], name: string, value: Answers[string]): [string, string[]][] {
  const asks = (one: string): boolean => controls.some((control) => control.name === one)
  if (asks(name)) {
    if (typeof value === 'object') return [[name, [...value]]]
    return [[name, [typeof value === 'boolean' ? (value ? 'yes' : 'no') : value]]]
  }
  if (typeof value === 'object' && asks(`${name}-name`)) {
    const [who = '', part = ''] = value
    return [[`${name}-name`, [who]], ...(asks(`${name}-part`) ? [[`${name}-part`, [part]] as [string, string[]]] : [])]
  }
  if (typeof value === 'string' && asks(`${name}-day`)) {
    const [year = '', month = '', day = ''] = value.split('T')[0]?.split('-') ?? []
    const parts = { day, month, year, time: value.split('T')[1] ?? '' }
    return Object.entries(parts).map(([part, words]) => [`${name}-${part}`, [words]])
  }
  throw new Error(`the form asks for no ${name}: ${controls.map((control) => control.name)}`)
}

function formOf(html: string) {
  const page = parseDocument(html)
  const form = DomUtils.findOne(
    (one) => one.name === 'form' && one.attribs.method === 'post' && within(one, 'main'),
    page.children,
  )
  if (form === null) throw new Error('the page has no form')
  const names = DomUtils.getElementById('known-people', page.children)
  const known = names === null ? '' : (DomUtils.getElementsByTagName('option', names)[0]?.attribs.value ?? '')
  const found = DomUtils.findAll((one) => ['input', 'select', 'textarea'].includes(one.name), form.children)
  return { action: form.attribs.action, known, controls: found.flatMap((one) => controlOf(one)) }
}

type Element = NonNullable<ReturnType<typeof DomUtils.getElementById>>

function within(one: Element, name: string): boolean {
  for (let at = one.parent; at !== null; at = at.parent) if ('name' in at && at.name === name) return true
  return false
}

function controlOf(one: Element): Control[] {
  const { name, type = 'text', value = '', list } = one.attribs
  if (name === undefined) return []
  if (one.name === 'textarea')
    return [{ name, kind: 'text', value: DomUtils.textContent(one), chosen: true, offers: [] }]
  if (one.name === 'select') {
    const options = DomUtils.getElementsByTagName('option', one)
    const offers = options.map((option) => option.attribs.value ?? '')
    const chosen = options.find((option) => 'selected' in option.attribs)?.attribs.value ?? offers[0] ?? ''
    return [{ name, kind: 'select', value: chosen, chosen: true, offers }]
  }
  const choice = type === 'radio' || type === 'checkbox'
  const kind = list === undefined ? type : 'known'
  return [{ name, kind, value, chosen: !choice || 'checked' in one.attribs, offers: [] }]
}
