import type { Effect } from '../../types/effect.ts'
import type { Pack } from '../../types/pack.ts'
import { answersOf, partsOf } from '../../types/parts.ts'
import type { RecordKind } from '../../types/record.ts'
import type { Steps } from '../../types/step.ts'
import { bareRecord, bareStep, textField } from './derived-steps.ts'
import { SUBJECT, WHY } from './kinds.ts'

/** The post that has to carry an effect out because another system holds what it changes; null when Kept holds it. */
export function holderOf(pack: Pack, effect: Effect): string | null {
  const guard = 'close' in effect ? effect.close : 'open' in effect ? effect.open : null
  const held =
    guard !== null ? pack.guards[partsOf(guard)?.id ?? '']?.held_by : 'lock' in effect ? effect.held_by : undefined
  return held === undefined || held === 'kept' ? null : (partsOf(held)?.id ?? null)
}

/** The posts that some effect of the pack leaves something to do. */
export function holdersIn(pack: Pack): string[] {
  const effects = [
    ...Object.values(pack.actions).flatMap((action) => action.effects),
    ...[...Object.values(pack.flows), ...Object.values(pack.records)].flatMap(({ steps }) => effectsIn(steps)),
  ]
  return [...new Set(effects.flatMap((effect) => holderOf(pack, effect) ?? []))].sort()
}

const effectsIn = (steps: Steps): Effect[] =>
  Object.values(steps).flatMap((step) => [...step.effects, ...answersOf(step).flatMap((answer) => answer.effects)])

/** What a post has to do in another system, and their word for it: at most attested. */
export const heldRecord = (pack: Pack, post: string): RecordKind => ({
  ...bareRecord,
  says: 'Something to set in another system',
  handled_by: `party/${post}`,
  parts: [{ id: SUBJECT, says: 'Whom it is for', of: [], kept_out: false }],
  fields: [textField(WHY, 'What is to be set')],
  start: 'set',
  steps: {
    set: {
      ...bareStep,
      do: 'Set it in the other system',
      title: 'Set in the other system',
      by: `party/${post}`,
      optional: true,
      // Nobody names a time for the holder of another system: until the school does, the next school day.
      within: '1 school day',
      fields: [textField('set_how', 'What did you set, and how did you see that it holds?')],
      next: 'end',
    },
  },
  sight: pack.parties[post]?.kind === 'post' ? [{ who: `party/${post}`, which: 'all', sees: 'all' }] : [],
})

/** What somebody who handles the case has to do by hand, because Kept does not: at most attested. */
export const toDoRecord: RecordKind = {
  ...bareRecord,
  says: 'Something to do',
  parts: [{ id: SUBJECT, says: 'Whom it is for', of: [], kept_out: false }],
  fields: [textField(WHY, 'What is to be done')],
  start: 'set',
  steps: {
    set: {
      ...bareStep,
      do: 'Do it',
      title: 'Done',
      by: 'handler',
      optional: true,
      fields: [textField('set_how', 'What was done, by whom and when?')],
      next: 'end',
    },
  },
}
