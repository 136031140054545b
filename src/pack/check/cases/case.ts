import type { RuleId } from '../rules.ts'

/** A rule, what breaks it, and a file with a mark where the fault must stand. */
export type Case = readonly [rule: RuleId, what: string, text: string]

/** A chart of one flow, begun by a category, around some steps. */
export const flow = (steps: string, extra = ''): string =>
  `flows:
  chart:
    says: a chart
    in: [record/incident]
    by: party/dsl
    start: a
    ${extra}
    steps:
${steps.replaceAll(/^/gm, '      ')}
lists:
  kind: { says: Kind, values: [{ id: bad, says: Bad, route: flow/chart }] }
`

/** The end of a step that ends the chart. */
export const END = 'next: end }'
