import type { Exception } from '../../types/action.ts'
import type { RecordKind } from '../../types/record.ts'
import { bareRecord, bareStep, textField } from './derived-steps.ts'
import { ANSWERS, IN_FORCE, SUBJECT, WHY } from './kinds.ts'

/**
 * An exception as a record: asked for with a reason, decided, in force, over. Without a decision it is written down
 * afterwards and holds from then.
 */
export function exceptionRecord(exception: Exception): RecordKind {
  const { decision } = exception
  return {
    ...bareRecord,
    says: exception.says,
    parts: [{ id: SUBJECT, says: 'Whom it is for', of: [], kept_out: false }],
    fields: [textField(WHY, decision === undefined ? 'Why was it needed?' : 'Why is it needed?'), ...exception.fields],
    start: decision === undefined ? IN_FORCE : 'decide',
    steps: {
      ...(decision === undefined
        ? {}
        : { decide: { ...bareStep, decision, title: 'Decided', next: IN_FORCE, refused: 'end' } }),
      [IN_FORCE]: {
        ...bareStep,
        ask: 'Is it over?',
        title: 'In force',
        hint: 'It ends by itself when its time has come.',
        by: 'opener',
        choose: '1',
        answers: [
          { id: ANSWERS.over, says: 'Yes, its time is over', next: 'end', effects: [], fields: [], clauses: [] },
          {
            id: ANSWERS.lifted,
            says: 'Yes, it is not needed any longer',
            next: 'end',
            effects: [],
            fields: [],
            clauses: [],
          },
        ],
      },
    },
    sight: [{ who: 'opener', which: 'own', sees: 'all' }],
    clauses: exception.clauses,
  }
}
