import type { Fault } from '../load/fault.ts'
import { partsOf } from '../types/parts.ts'
import type { RuleId } from './rules.ts'
import { type View, valuesOfKey } from './view.ts'

/** Every clause is kept by something that can be pointed at, or says what is planned. In a draft it may wait for that. */
export const clauses = ({ pack, positions }: View): Fault[] =>
  pack.clauses.flatMap((clause, index) => {
    const kinds = clause.kept_by.map((ref) => partsOf(ref)?.kind)
    const at = ['clauses', index, 'kept_by']
    const fault = (rule: RuleId, says: string) => [positions.fault(at, rule, says)]
    if (kinds.length === 0)
      return clause.planned.length > 0 || pack.pack.draft === true
        ? []
        : fault(
            'kept_by_nothing',
            `Nothing keeps ${clause.id}. Name a control, or say with planned: what will keep it.`,
          )
    if (clause.kept_by.every((ref) => isSwitchedOff(pack, ref)))
      return fault(
        'kept_by_nothing',
        `Only what is switched off keeps ${clause.id}: name it under planned, or switch it on.`,
      )
    if (
      ['gate', 'deadline', 'record'].includes(clause.kind) &&
      kinds.every((kind) => kind === 'conduct' || kind === 'table')
    )
      return fault('conduct_only', `${clause.id} is a ${clause.kind}: a published rule alone does not keep it.`)
    if (clause.strength === 'must' && kinds.every((kind) => kind === 'action' || kind === 'exception'))
      return fault('only_may', `${clause.id} is a must, but only things that may be done keep it.`)
    return []
  })

const isSwitchedOff = (pack: View['pack'], ref: string): boolean => {
  const parts = partsOf(ref)
  return parts?.kind === 'guard' && pack.guards[parts.id]?.active === false
}

/** What lists a clause is named by that clause, so that the board and the control tell the same. */
export function clauseLinks({ pack, positions }: View): Fault[] {
  const keptBy = new Map(
    pack.clauses.map((clause) => [clause.id, [...clause.kept_by, ...clause.planned].map((ref) => ref.split('#')[0])]),
  )
  return [...valuesOfKey(pack, 'clauses')].flatMap(({ path, value }) => {
    const [holder, id] = path
    if (holder === 'clauses' || !Array.isArray(value) || typeof id !== 'string') return []
    const ref = `${SINGULAR[String(holder)] ?? holder}/${id}`
    return value.flatMap((clause: unknown, index) => {
      const controls = keptBy.get(String(clause))
      return controls === undefined || controls.includes(ref)
        ? []
        : [
            positions.fault(
              [...path, index],
              'clause_not_linked',
              `${String(clause)} does not say that ${ref} keeps it: add it to kept_by there.`,
            ),
          ]
    })
  })
}

const SINGULAR: Readonly<Record<string, string>> = {
  records: 'record',
  flows: 'flow',
  assents: 'assent',
  decisions: 'decision',
  guards: 'guard',
  duties: 'duty',
  tables: 'table',
  measures: 'measure',
  actions: 'action',
  exceptions: 'exception',
  reports: 'report',
  settings: 'setting',
}

/** A clause stands in a section of this policy. */
export function sections({ pack, positions }: View): Fault[] {
  const known = new Set(pack.sections.map((section) => section.id))
  const says = (id: string) => `There is no section “${id}” here.`
  return [
    ...pack.clauses.flatMap((clause, index) =>
      clause.section === undefined || known.has(clause.section)
        ? []
        : [positions.fault(['clauses', index, 'section'], 'unknown_section', says(clause.section))],
    ),
    ...pack.sections.flatMap((section, index) =>
      section.under === undefined || (known.has(section.under) && section.under !== section.id)
        ? []
        : [positions.fault(['sections', index, 'under'], 'unknown_section', says(section.under))],
    ),
  ]
}
