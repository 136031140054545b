import type { Fault } from '../load/fault.ts'
import { kindOf } from './people.ts'
import type { View } from './view.ts'

/** A complaint about how a case was handled is heard by holders of posts, and goes outside the school when none is left. */
export const complaintsHeard = ({ pack, positions }: View): Fault[] =>
  Object.entries(pack.records).flatMap(([id, { complaints }]) => {
    if (complaints === undefined) return []
    const path = ['records', id, 'complaints']
    const hearers = complaints.heard_by.flatMap((party, index) =>
      kindOf(pack, party) === 'post'
        ? []
        : [
            positions.fault(
              [...path, 'heard_by', index],
              'wrong_party_kind',
              `${party} is no post: somebody has to answer for what they decide by their post.`,
            ),
          ],
    )
    const outside =
      kindOf(pack, complaints.else) === 'outside'
        ? []
        : [
            positions.fault(
              [...path, 'else'],
              'wrong_party_kind',
              `${complaints.else} is not outside the school: when everybody here is in the case, nobody here can hear it.`,
            ),
          ]
    return [...hearers, ...outside]
  })
