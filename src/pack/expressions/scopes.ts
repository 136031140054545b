import { valueOfSetting } from '../engines/schools/setting-value.ts'
import type { Fact } from '../types/fact.ts'
import type { Field, ValueType } from '../types/field.ts'
import type { Pack } from '../types/pack.ts'
import { allFieldsOf, partsOf } from '../types/parts.ts'
import type { Setting } from '../types/reading.ts'
import type { RecordKind } from '../types/record.ts'
import type { Steps } from '../types/step.ts'
import type { Scope, ScopeType } from './scope.ts'

/** The expression type of a field's or fact's type. Dates are texts in ISO form, which sort as they should. */
export function scopeType(type: ValueType, many: boolean): ScopeType {
  const single = singleType(type)
  return many || type === 'people' ? { list: single } : single
}

function singleType(type: ValueType): ScopeType {
  if (type === 'boolean') return 'boolean'
  if (type === 'integer') return 'integer'
  if (type === 'number' || type === 'money') return 'number'
  return type === 'person' || type === 'people' || type.startsWith('party/') ? { of: 'person' } : 'text'
}

type Types = Record<string, Record<string, ScopeType>>

/** The declared facts, grouped by what they are about. */
function factTypes(pack: Pack): Types {
  const types: Types = { person: {} }
  for (const [name, fact] of Object.entries<Fact>(pack.facts)) {
    const [about, field] = name.split('.')
    if (about === undefined || field === undefined) continue
    const fields = types[about] ?? {}
    fields[field] = factType(about, scopeType(fact.type, fact.many))
    types[about] = fields
  }
  const settings = Object.entries(pack.settings).map(([id, { type }]) => [id, SETTING_TYPES[type]] as const)
  if (settings.length > 0) types.settings = Object.fromEntries(settings)
  return types
}

const SETTING_TYPES: Readonly<Record<Setting['type'], ScopeType>> = {
  integer: 'integer',
  number: 'number',
  text: 'text',
  boolean: 'boolean',
  time: 'text',
  range: 'text',
  list: { list: 'text' },
  times: { list: 'text' },
}

/** What the settings hold, for every expression of the pack. */
const constantsOf = (pack: Pack): Readonly<Record<string, unknown>> => ({
  settings: Object.fromEntries(Object.entries(pack.settings).map(([id, setting]) => [id, valueOfSetting(setting)])),
})

// A person within a person (their tutor) is that person's id: types that contain themselves have no end.
const factType = (about: string, type: ScopeType): ScopeType => {
  if (about !== 'person' || typeof type === 'string') return type
  const inner = 'list' in type ? type.list : type
  if (typeof inner === 'string' || !('of' in inner)) return type
  return 'list' in type ? { list: 'text' } : 'text'
}

const factVariables = (types: Types): Record<string, ScopeType> =>
  Object.fromEntries(Object.keys(types).map((about) => [about, { of: about }]))

const scopes = new WeakMap<Pack, Map<string, Scope>>()

function cached(pack: Pack, name: string, make: () => Scope): Scope {
  const known = scopes.get(pack) ?? new Map<string, Scope>()
  scopes.set(pack, known)
  const scope = known.get(name) ?? make()
  known.set(name, scope)
  return scope
}

/** What expressions about a person alone may use: audiences, guards, facts. */
export const personScope = (pack: Pack): Scope =>
  cached(pack, 'person', () => {
    const types = factTypes(pack)
    return { types, variables: factVariables(types), constants: constantsOf(pack) }
  })

/** What expressions within a record, and within the flows that run in it, may use. */
export const recordScope = (pack: Pack, recordId: string): Scope =>
  cached(pack, `record/${recordId}`, () => {
    const record = pack.records[recordId]
    return record === undefined ? personScope(pack) : scopeWithin(pack, recordId, record)
  })

/** What expressions in a flow may use: what all the records in which it runs have alike. */
export const flowScope = (pack: Pack, flowId: string): Scope =>
  cached(pack, `flow/${flowId}`, () => {
    const within = (pack.flows[flowId]?.in ?? []).map((ref) => recordScope(pack, partsOf(ref)?.id ?? ''))
    const [first, ...others] = within
    if (first === undefined) return personScope(pack)
    const shared = Object.entries(first.variables).filter(([name, type]) =>
      others.every((other) => JSON.stringify(other.variables[name]) === JSON.stringify(type)),
    )
    // Only its own answers: two flows may each have a step called triage.
    const answers = answerFields(pack.flows[flowId]?.steps ?? {})
    const types = Object.assign({}, ...within.map((scope) => scope.types), { answers })
    return { types, variables: Object.fromEntries(shared), constants: constantsOf(pack) }
  })

/** What expressions beside an event may use: the record's own fields when a record or flow is what happened. */
export function eventScope(pack: Pack, event: string): Scope {
  const parts = partsOf(event)
  if (parts?.kind === 'record') return recordScope(pack, parts.id)
  if (parts?.kind === 'flow') return flowScope(pack, parts.id)
  return personScope(pack)
}

/** The scope of a form of its own (an action, an exception, an assent's slip): facts and its fields. */
export const formScope = (pack: Pack, fields: readonly Field[]): Scope => {
  const base = personScope(pack)
  return { ...base, variables: { ...base.variables, ...fieldVariables(fields) } }
}

/** The scope in which one thing of a record is looked at as `item`. */
export const itemScope = (pack: Pack, recordId: string): Scope => {
  const base = recordScope(pack, recordId)
  const own = recordFields(pack, recordId)
  return { ...base, types: { ...base.types, item: own }, variables: { ...base.variables, item: { of: 'item' } } }
}

function scopeWithin(pack: Pack, recordId: string, record: RecordKind): Scope {
  const types = factTypes(pack)
  const variables = { ...factVariables(types), ...recordFields(pack, recordId) }
  for (const rows of record.rows) {
    types[`rows_${rows.id}`] = fieldVariables(rows.fields)
    variables[rows.id] = { list: { of: `rows_${rows.id}` } }
  }
  for (const about of record.about) {
    const parts = partsOf(about.from)
    if (parts?.kind !== 'record') continue
    types[`about_${about.id}`] = recordFields(pack, parts.id)
    variables[about.id] = { of: `about_${about.id}` }
  }
  types.answers = answerFields(record.steps)
  variables.answers = { of: 'answers' }
  for (const name of ['subject', 'opener', 'viewer']) variables[name] = { of: 'person' }
  return { types, variables, constants: constantsOf(pack) }
}

const recordFields = (pack: Pack, recordId: string): Record<string, ScopeType> => {
  const record = pack.records[recordId]
  return record === undefined ? {} : { ...fieldVariables(allFieldsOf(pack, recordId, record)), state: 'text' }
}

const fieldVariables = (fields: readonly Field[]): Record<string, ScopeType> =>
  Object.fromEntries(fields.map((field) => [field.id, scopeType(field.type, field.many)]))

const answerFields = (steps: Steps): Record<string, ScopeType> =>
  Object.fromEntries(
    Object.entries(steps).flatMap(([id, step]) =>
      'choose' in step ? [[id, step.choose === '1' ? 'text' : { list: 'text' }]] : [],
    ),
  )
