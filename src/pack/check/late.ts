import type { Fault } from '../load/fault.ts'
import type { Path } from '../load/positions.ts'
import type { Late } from '../types/late.ts'
import { partsOf } from '../types/parts.ts'
import { type NamedParty, namedIn } from './people.ts'
import { proceduresOf, type View } from './view.ts'

const APPOINTED: readonly string[] = ['post', 'group', 'body']

/**
 * Whoever is told that something is late is somebody: whom a school appoints, and of a step also whom the case has to do with
 * it. A relation may be nobody, so it says who is told else.
 */
export function toldWhenLate({ pack, positions }: View): Fault[] {
  const isSomebody = ({ name }: NamedParty, more: readonly string[]): boolean => {
    const parts = partsOf(name)
    if (parts?.kind !== 'party') return more.includes(name)
    const party = pack.parties[parts.id]
    // A party that nothing defines is another rule's fault.
    if (party === undefined) return true
    return party.kind === 'relation' ? party.else !== undefined : [...APPOINTED, ...more].includes(party.kind)
  }
  const duties = Object.entries(pack.duties).flatMap(([id, { late }]) =>
    linesOf(late, ['duties', id, 'late']).filter((one) => !isSomebody(one, [])),
  )
  const steps = proceduresOf(pack).flatMap(({ path, steps: all }) =>
    Object.entries(all).flatMap(([id, { late }]) =>
      linesOf(late, [...path, 'steps', id, 'late']).filter((one) => !isSomebody(one, IN_A_CASE)),
    ),
  )
  return [
    ...duties.map((one) => ({ ...one, or: '' })),
    ...steps.map((one) => ({ ...one, or: ', a team of the case, opener or handler' })),
  ].map(({ name, path, or }) =>
    positions.fault(path, 'nobody_meant', `${name} may be nobody here: name a post${or}, or a relation with else:.`),
  )
}

const IN_A_CASE: readonly string[] = ['case_team', 'opener', 'handler']

const linesOf = (late: readonly Late[], path: Path): NamedParty[] =>
  late.flatMap((line, index) => namedIn(line.notify, [...path, index, 'notify']))

/** A step is late only when it has a time, and a line of its lateness says what happens then. */
export const lateMeans = ({ pack, positions }: View): Fault[] => {
  const steps = proceduresOf(pack).flatMap(({ path, steps: all }) =>
    Object.entries(all).map(([id, step]) => ({ step, at: [...path, 'steps', id] })),
  )
  const lines = [
    ...Object.entries(pack.duties).map(([id, { late }]) => ({ late, at: ['duties', id, 'late'] })),
    ...steps.map(({ step, at }) => ({ late: step.late, at: [...at, 'late'] })),
  ]
  return [
    ...steps.flatMap(({ step, at }) =>
      step.late.length === 0 || step.within !== undefined
        ? []
        : [
            positions.faultAtKey(
              [...at, 'late'],
              'never_overdue',
              'This step has no time, so it is never late: say within what time it is to be done.',
            ),
          ],
    ),
    ...lines.flatMap(({ late, at }) =>
      late.flatMap((line, index) =>
        line.notify !== undefined || line.needs !== undefined
          ? []
          : [
              positions.fault(
                [...at, index],
                'nobody_meant',
                'Nothing happens then: say who is told with notify:, or needs: reason.',
              ),
            ],
      ),
    ),
  ]
}
