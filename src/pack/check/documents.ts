import type { Fault } from '../load/fault.ts'
import type { View } from './view.ts'

/** What is open to anybody can be attached; the days of a document are those of its approval and review, in their order. */
export const documentsMeant = ({ pack, positions }: View): Fault[] =>
  Object.entries(pack.documents).flatMap(([id, document]) => {
    const fault = (key: string, rule: 'nothing_attached' | 'wrong_day', says: string) => [
      positions.fault(['documents', id, key], rule, says),
    ]
    const { approved_on: approved, review_due: due } = document
    return [
      ...(document.public === true && document.attach === undefined
        ? fault('public', 'nothing_attached', 'Nothing is attached to this document: say attach: required or optional.')
        : []),
      ...(approved !== undefined && due !== undefined && due <= approved
        ? fault('review_due', 'wrong_day', 'The review is due after the approval.')
        : []),
      ...(due !== undefined && document.review === undefined
        ? fault('review_due', 'wrong_day', 'Say with review: how often this document is looked at again.')
        : []),
    ]
  })
