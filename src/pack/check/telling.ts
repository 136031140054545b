import type { Fault } from '../load/fault.ts'
import type { Path } from '../load/positions.ts'
import { answersOf, membersOf } from '../types/parts.ts'
import type { Step } from '../types/step.ts'
import { kindOf, type NamedParty, namedIn } from './people.ts'
import { proceduresOf, type View } from './view.ts'

const IN_CASE = ['parents', 'class_teachers', 'reporter', 'subject']
const KINDS = ['outside', 'post', 'group', 'body', 'relation']

/** Somebody is told at a step that somebody takes, and it is somebody who can be told apart from everybody. */
export function tellings({ pack, positions }: View): Fault[] {
  const wrong = (path: Path, says: string) => positions.fault(path, 'wrong_telling', says)
  const actions = Object.entries(pack.actions).flatMap(([id, { tells }]) => namedIn(tells, ['actions', id, 'tells']))
  const steps = proceduresOf(pack).flatMap(({ path, steps: all }) =>
    Object.entries(all).map(([id, step]) => ({ step, at: [...path, 'steps', id] })),
  )
  return [
    ...[...actions, ...steps.flatMap(({ step, at }) => tellingsIn(step, at))]
      .filter(({ name }) => !canBeTold(pack, name))
      .map(({ name, path }) =>
        wrong(path, `${name} cannot be told of a case one by one: name a body, a post, a group or the parents.`),
      ),
    ...steps.flatMap(({ step, at }) =>
      step.tells === undefined || 'ask' in step || 'do' in step
        ? []
        : [wrong([...at, 'tells'], 'Nobody takes this step, so nobody is told by it: write tells: at an ask or a do.')],
    ),
    ...steps.flatMap(({ step, at }) => againstItself(step, at).map((path) => wrong(path, 'This step tells them.'))),
  ]
}

// A party that nothing defines is another rule's fault.
const canBeTold = (pack: View['pack'], name: string): boolean =>
  name.startsWith('party/') ? KINDS.includes(kindOf(pack, name) ?? 'outside') : IN_CASE.includes(name)

/** Everybody whom steps and actions tell, by name. */
export const toldIn = (pack: View['pack']): string[] => [
  ...Object.values(pack.actions).flatMap(({ tells }) => (tells === undefined ? [] : membersOf(tells))),
  ...proceduresOf(pack).flatMap(({ steps }) =>
    Object.values(steps).flatMap(({ tells }) => (tells === undefined ? [] : membersOf(tells))),
  ),
]

const untoldIn = (step: Step, at: Path): NamedParty[] =>
  answersOf(step).flatMap((answer, index) => namedIn(answer.leaves_untold, [...at, 'answers', index, 'leaves_untold']))

const tellingsIn = (step: Step, at: Path): NamedParty[] => [
  ...namedIn(step.tells, [...at, 'tells']),
  ...untoldIn(step, at),
]

function againstItself(step: Step, at: Path): Path[] {
  const told = step.tells === undefined ? [] : membersOf(step.tells)
  return untoldIn(step, at)
    .filter(({ name }) => told.includes(name))
    .map(({ path }) => path)
}
