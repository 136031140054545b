import type { Fault } from '../load/fault.ts'
import { kindOf, namedIn } from './people.ts'
import type { View } from './view.ts'

/** Opened in an emergency by holders of posts alone, and looked at afterwards by somebody else. */
export const brokenGlass = ({ pack, positions }: View): Fault[] =>
  Object.entries(pack.records).flatMap(([id, { break_glass: glass }]) => {
    if (glass === undefined) return []
    const path = ['records', id, 'break_glass']
    const openers = namedIn(glass.who, [...path, 'who'])
    const alerted = { name: glass.alerts, path: [...path, 'alerts'] }
    return [
      ...[...openers, alerted]
        .filter(({ name }) => kindOf(pack, name) !== 'post')
        .map((one) =>
          positions.fault(
            one.path,
            'wrong_party_kind',
            `${one.name} is no post: in an emergency somebody has to answer for it by their post.`,
          ),
        ),
      ...(openers.some(({ name }) => name === glass.alerts)
        ? [
            positions.fault(
              alerted.path,
              'own_check',
              `${glass.alerts} may open one themselves: name somebody else who is told and looks at it.`,
            ),
          ]
        : []),
    ]
  })
