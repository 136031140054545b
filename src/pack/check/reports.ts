import type { Fault } from '../load/fault.ts'
import { recordFieldPlaces } from './fields.ts'
import type { View } from './view.ts'

/** What a report may be split by beside fields. */
const BUILT_IN = ['school', 'state', 'category', 'outcome']

/** An anonymous report splits by nothing that tells who; every report is made by somebody, and its figures can be counted. */
export const reportsMeant = ({ pack, positions }: View): Fault[] =>
  Object.entries(pack.reports).flatMap(([id, report]) => {
    const made = Object.values(pack.duties).some((duty) => duty.content === `report/${id}`)
    const kept = pack.clauses.some((clause) => clause.kept_by.includes(`report/${id}`))
    return [
      ...(kept && !made
        ? [
            positions.faultAtKey(
              ['reports', id],
              'nobody_meant',
              `A clause is kept by this report, but nobody makes it: name it as content: report/${id} of a duty.`,
            ),
          ]
        : []),
      ...report.parts.flatMap((part, index) =>
        'counts' in part ? splits(pack, positions, report.anonymous, part, ['reports', id, 'parts', index]) : [],
      ),
    ]
  })

type Part = Extract<View['pack']['reports'][string]['parts'][number], { counts: string }>

function splits(
  pack: View['pack'],
  positions: View['positions'],
  anonymous: boolean,
  { counts, split }: Part,
  path: readonly (string | number)[],
): Fault[] {
  const record = counts.startsWith('record/') ? (counts.slice('record/'.length).split('#')[0] ?? '') : ''
  if (pack.records[record] === undefined) return []
  const fields = recordFieldPlaces(pack, record).map(({ field }) => field)
  return split.flatMap((name, n) => {
    const at = [...path, 'split', n]
    const own = fields.filter((one) => one.id === name)
    if (own.length === 0 && !BUILT_IN.includes(name))
      return [
        positions.fault(at, 'unknown_name', `${counts} has no field “${name}”, neither in its form nor in a step.`),
      ]
    return anonymous && own.some((field) => !/^(list\/|boolean|yes_no|school|site)/.test(field.type))
      ? [
          positions.fault(
            at,
            'not_anonymous',
            `“${name}” could tell who somebody is: an anonymous report cannot split by it.`,
          ),
        ]
      : []
  })
}
