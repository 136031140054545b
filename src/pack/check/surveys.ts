import type { Fault } from '../load/fault.ts'
import type { Path } from '../load/positions.ts'
import type { Assent } from '../types/assent.ts'
import type { View } from './view.ts'

/** A survey without names holds nothing by which an answer could be told from another. */
export const surveys = ({ pack, positions }: View): Fault[] =>
  Object.entries(pack.assents).flatMap(([id, assent]) => {
    const path = ['assents', id]
    const at = (more: Path, says: string) => positions.fault([...path, ...more], 'not_anonymous', says)
    if (assent.anonymous !== true)
      return assent.open_for === undefined
        ? []
        : [
            at(
              ['open_for'],
              'open_for says how long a survey without names is open: write anonymous: true, or leave it out.',
            ),
          ]
    const open =
      assent.open_for === undefined
        ? [
            positions.faultAtKey(
              path,
              'not_anonymous',
              'Say with open_for: how long answers are taken. Results that can be read while they come in tell who answered last.',
            ),
          ]
        : []
    return [...open, ...told(assent).map(([more, says]) => at(more, says))]
  })

/** What of an anonymous assent would tell who answered what. */
function told(assent: Assent): [Path, string][] {
  const { asked } = assent
  return [
    ...only(
      assent.basis !== 'information',
      ['basis'],
      'What is answered without a name binds nobody: write basis: information.',
    ),
    ...only(
      !('of' in asked && asked.of === 'self'),
      ['asked'],
      'Everybody answers for themselves: write asked: { of: self }.',
    ),
    ...assent.asked_on.flatMap((one, index) =>
      only(
        typeof one === 'string',
        ['asked_on', index],
        'Everybody is asked at the same time, because an answer that comes alone tells whose it is: write { every: …, due: … }.',
      ),
    ),
    ...assent.ways.flatMap((way, index) =>
      only(
        way === 'paper' || way === 'in_person',
        ['ways', index],
        'Whoever enters an answer for somebody knows whose it is.',
      ),
    ),
    ...assent.items.flatMap((item, index) =>
      only(
        item.answer !== 'scale' && item.answer !== 'yes_no',
        ['items', index],
        'An answer in words tells who wrote it, and only numbers can be counted: write answer: scale or yes_no.',
      ),
    ),
    ...only(assent.fields.length > 0, ['fields'], 'What stands on a slip stands beside a name: leave fields out.'),
    ...NAMED.flatMap((key) =>
      only(
        assent[key] !== undefined,
        [key],
        `Nothing of a survey without names is kept for one person: leave ${key} out.`,
      ),
    ),
  ]
}

const NAMED = ['withdraw', 'certificate', 'if_unable', 'excused_by'] as const

const only = (wrong: boolean, path: Path, says: string): [Path, string][] => (wrong ? [[path, says]] : [])
