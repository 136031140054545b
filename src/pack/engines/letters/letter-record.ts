import type { Effect } from '../../types/effect.ts'
import type { Pack } from '../../types/pack.ts'
import { answersOf, partsOf } from '../../types/parts.ts'
import type { RecordKind } from '../../types/record.ts'
import { bareRecord, bareStep, textField } from '../actions/derived-steps.ts'
import { SUBJECT } from '../actions/kinds.ts'
import { effectsOf } from '../actions/table-steps.ts'

/** The fields of a letter that was written. */
export const LETTER = { to: 'letter_to', text: 'letter_text', blanks: 'letter_blanks' } as const

/** A letter of the pack as a record: its text is kept as it was written, and somebody hands it over unless a mail did. */
export const letterRecord = (pack: Pack, document: string): RecordKind => ({
  ...bareRecord,
  says: pack.documents[document]?.says ?? document,
  parts: [{ id: SUBJECT, says: 'Whom it is about', of: [], kept_out: false }],
  fields: [
    textField(LETTER.to, 'To whom', { type: 'text' }),
    textField(LETTER.text, 'The letter'),
    textField(LETTER.blanks, 'Left blank, to be filled in by hand', { required: false }),
  ],
  start: 'hand_over',
  steps: {
    hand_over: {
      ...bareStep,
      do: 'Print the letter and hand it over',
      title: 'Handed over',
      hint: 'Nobody was mailed it: a place in it is blank, or there is no mail address.',
      by: 'handler',
      optional: true,
      fields: [textField('handed_how', 'When did it go, and how?', { type: 'text' })],
      next: 'end',
    },
  },
})

/** The letters that some step, answer, action or outcome of a table writes. */
export function lettersIn(pack: Pack): string[] {
  const effects: Effect[] = [
    ...Object.values(pack.actions).flatMap((action) => action.effects),
    ...[...Object.values(pack.flows), ...Object.values(pack.records)].flatMap(({ steps }) =>
      Object.values(steps).flatMap((step) => [...step.effects, ...answersOf(step).flatMap((answer) => answer.effects)]),
    ),
    ...Object.values(pack.tables).flatMap((table) => table.outcomes.flatMap(effectsOf)),
  ]
  return [
    ...new Set(effects.flatMap((effect) => ('letter' in effect ? (partsOf(effect.letter)?.id ?? []) : []))),
  ].sort()
}
