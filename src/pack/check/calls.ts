import type { Fault } from '../load/fault.ts'
import type { Path } from '../load/positions.ts'
import type { Pack } from '../types/pack.ts'
import { partsOf } from '../types/parts.ts'
import type { Step } from '../types/step.ts'
import { reachable } from './steps.ts'
import { type Procedure, proceduresOf, type View } from './view.ts'

/** The flow that a step begins, and under which key. */
function begins(step: Step): { readonly key: 'call' | 'goto' | 'run'; readonly flow: string } | null {
  if ('call' in step) return { key: 'call', flow: partsOf(step.call)?.id ?? '' }
  if ('goto' in step) return { key: 'goto', flow: partsOf(step.goto)?.id ?? '' }
  return 'run' in step ? { key: 'run', flow: partsOf(step.run)?.id ?? '' } : null
}

const recordsOf = (pack: Pack, ref: string): readonly string[] =>
  ref.startsWith('record/') ? [ref] : (pack.flows[partsOf(ref)?.id ?? '']?.in ?? [])

/** A flow that is begun must run in the same record, or its fields would be somebody else's. */
export const sameRecord = ({ pack, positions }: View): Fault[] =>
  proceduresOf(pack).flatMap(({ ref, path, steps }) =>
    Object.entries(steps).flatMap(([id, step]) => {
      const begun = begins(step)
      const target = begun === null ? undefined : pack.flows[begun.flow]
      if (begun === null || target === undefined) return []
      const missing = recordsOf(pack, ref).filter((record) => !target.in.some((one) => one === record))
      return missing.map((record) =>
        positions.fault(
          [...path, 'steps', id, begun.key],
          'wrong_record',
          `flow/${begun.flow} does not run in ${record}: add it to in: there.`,
        ),
      )
    }),
  )

/** A flow that calls itself, by whatever way round, would never come back. */
export const endlessCalls = ({ pack, positions }: View): Fault[] =>
  Object.entries(pack.flows).flatMap(([id, flow]) =>
    Object.entries(flow.steps).flatMap(([step, body]) => {
      const begun = begins(body)
      return begun !== null && begun.key !== 'goto' && calls(pack, begun.flow, id, new Set())
        ? [
            positions.fault(
              ['flows', id, 'steps', step, begun.key],
              'endless_call',
              `flow/${id} would call itself here and never come back.`,
            ),
          ]
        : []
    }),
  )

function calls(pack: Pack, from: string, to: string, seen: Set<string>): boolean {
  if (from === to) return true
  if (seen.has(from)) return false
  seen.add(from)
  return Object.values(pack.flows[from]?.steps ?? {}).some((step) => {
    const begun = begins(step)
    return begun !== null && begun.key !== 'goto' && calls(pack, begun.flow, to, seen)
  })
}

/** Branches that run side by side all meet: one that cannot would be waited for without end. */
export const meetings = ({ pack, positions }: View): Fault[] =>
  proceduresOf(pack).flatMap((procedure) =>
    Object.entries(procedure.steps).flatMap(([id, step]) => {
      if (!('join' in step) || step.join === undefined) return []
      const { join } = step
      const at: Path = [...procedure.path, 'steps', id]
      return branchesOf(step)
        .filter(({ to }) => to !== join && Object.hasOwn(procedure.steps, to) && !meets(procedure, to, join))
        .map(({ path }) =>
          positions.fault(
            [...at, ...path],
            'no_join',
            `From here “${join}” can never be reached, where the branches meet.`,
          ),
        )
    }),
  )

const meets = ({ steps }: Procedure, from: string, join: string): boolean =>
  join === 'end' || reachable(steps, from).has(join)

function branchesOf(step: Step): { readonly to: string; readonly path: Path }[] {
  if ('parallel' in step) return step.parallel.map((to, index) => ({ to, path: ['parallel', index] }))
  return 'answers' in step
    ? step.answers.map(({ next }, index) => ({ to: next, path: ['answers', index, 'next'] }))
    : []
}
