import { evidenceOf, isCopy } from '../engines/flow/evidence.ts'
import type { Fault } from '../load/fault.ts'
import type { Pack } from '../types/pack.ts'
import { partsOf } from '../types/parts.ts'
import { stepFieldPlaces } from './fields.ts'
import type { View } from './view.ts'

/** Where files are never allowed, nothing can be uploaded, copied or printed, in no procedure that is run from there. */
export function files(view: View): Fault[] {
  const { pack, positions } = view
  const closed = Object.entries(pack.flows).flatMap(([id, flow]) => (flow.files === 'never' ? [id] : []))
  return [...runFrom(pack, closed)].flatMap((id) => {
    const steps = pack.flows[id]?.steps ?? {}
    const path = ['flows', id, 'steps']
    return [
      ...stepFieldPlaces(steps, path)
        .filter(({ field }) => field.type === 'file')
        .map((place) =>
          positions.fault(
            [...place.path, 'type'],
            'file_in_abuse_category',
            'No file may be asked for here: suspected images of abuse are never uploaded, viewed or copied.',
          ),
        ),
      ...Object.entries(steps).flatMap(([step, one]) =>
        (evidenceOf(one)?.kinds ?? []).flatMap((kind, index) =>
          isCopy(kind)
            ? [
                positions.fault(
                  [...path, step, 'evidence', 'kinds', index],
                  'file_in_abuse_category',
                  'No picture, file or print may be asked for here: suspected images of abuse are never copied.',
                ),
              ]
            : [],
        ),
      ),
      ...Object.entries(steps).flatMap(([step, { effects }]) =>
        effects.flatMap((effect, index) =>
          'lend' in effect || 'letter' in effect
            ? [
                positions.fault(
                  [...path, step, 'effects', index],
                  'file_in_abuse_category',
                  'Nothing may be lent, copied or printed here.',
                ),
              ]
            : [],
        ),
      ),
    ]
  })
}

/** Flows that are called, or run for each person, from some others; going over (goto) leaves the category. */
function runFrom(pack: Pack, from: readonly string[]): Set<string> {
  const found = new Set<string>()
  const waiting = [...from]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue
    found.add(id)
    for (const step of Object.values(pack.flows[id]?.steps ?? {})) {
      const ref = 'call' in step ? step.call : 'run' in step ? step.run : undefined
      if (ref !== undefined) waiting.push(partsOf(ref)?.id ?? '')
    }
  }
  return found
}

/** A value where files are never allowed leads to a procedure where they are never allowed. */
export const closedRoutes = ({ pack, positions }: View): Fault[] =>
  Object.entries(pack.lists).flatMap(([id, list]) =>
    list.values.flatMap((value, index) => {
      const path = ['lists', id, 'values', index]
      const parts = partsOf(value.route ?? '')
      if (value.files !== 'never' || parts?.kind !== 'flow') return []
      return pack.flows[parts.id]?.files === 'never' || pack.flows[parts.id] === undefined
        ? []
        : [
            positions.fault(
              [...path, 'route'],
              'file_in_abuse_category',
              `flow/${parts.id} must say files: never as well.`,
            ),
          ]
    }),
  )

/** When some values of a list have a route, each has: a category with no route leads a case nowhere. */
export const routes = ({ pack, positions }: View): Fault[] =>
  Object.entries(pack.lists).flatMap(([id, list]) => {
    const inUse = list.values.some((value) => value.route !== undefined)
    const parents = new Set(list.values.map((value) => value.under))
    return list.values.flatMap((value, index) =>
      inUse && value.route === undefined && !value.retired && !parents.has(value.id)
        ? [
            positions.fault(
              ['lists', id, 'values', index, 'id'],
              'no_route',
              `“${value.id}” has no route, though other values of this list have.`,
            ),
          ]
        : [],
    )
  })

/** A flow that no record, list or other flow begins is never walked. */
export function unusedFlows({ pack, positions }: View): Fault[] {
  const others = JSON.stringify({ ...pack, flows: {}, clauses: [], planned: [] })
  return Object.keys(pack.flows).flatMap((id) => {
    const ref = `flow/${id}`
    const begun =
      others.includes(`"${ref}"`) ||
      Object.entries(pack.flows).some(([other, flow]) => other !== id && leadsTo(flow, ref))
    return begun
      ? []
      : [
          positions.faultAtKey(
            ['flows', id],
            'unused_flow',
            `Nothing ever begins ${ref}: no step calls it, no category leads to it.`,
          ),
        ]
  })
}

const leadsTo = (flow: Pack['flows'][string], ref: string): boolean =>
  (flow.at_any_time ?? []).some((way) => way.goto === ref) ||
  Object.values(flow.steps).some(
    (step) => ('call' in step ? step.call : 'goto' in step ? step.goto : 'run' in step ? step.run : '') === ref,
  )
