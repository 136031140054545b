import type { Action } from '../../types/action.ts'
import type { Decision } from '../../types/decision.ts'
import type { RecordKind } from '../../types/record.ts'
import type { Steps } from '../../types/step.ts'
import { anyOf, bareRecord, bareStep, partiesIn, textField } from './derived-steps.ts'
import { endField } from './ends.ts'
import { ANSWERS, APPEAL, IN_FORCE, kindOfAction, SUBJECT, WHY } from './kinds.ts'

const LASTS = ['open', 'close', 'lend', 'hold', 'list', 'lock'] as const

/** Whether an action is in force for a time, or is over as soon as it is carried out. */
const lasts = (action: Action): boolean =>
  action.lifted_by !== undefined ||
  action.appeal_to !== undefined ||
  action.ends !== undefined ||
  endField(action) !== null ||
  action.effects.some((effect) => LASTS.some((key) => key in effect))

/** An action as a record: it is carried out, decided where the pack asks for that, in force for a time, and over. */
export function actionRecord(id: string, action: Action): RecordKind {
  const handlers = anyOf([...partiesIn(action.by), ...partiesIn(action.lifted_by)])
  return {
    ...bareRecord,
    says: action.says,
    opened_by: action.by,
    ...(handlers === undefined ? {} : { handled_by: handlers }),
    parts: [{ id: SUBJECT, says: 'Whom it is for', of: [], kept_out: false }],
    fields: [textField(WHY, 'Why is this taken?')],
    start: 'carry_out',
    steps: stepsOf(id, action),
    sight: partiesIn(handlers).map((who) => ({ who, which: 'all', sees: 'all' })),
    clauses: action.clauses,
  }
}

function stepsOf(id: string, action: Action): Steps {
  const after = lasts(action) ? IN_FORCE : 'end'
  const { decision } = action
  return {
    carry_out: {
      ...bareStep,
      do: action.says,
      title: 'Carried out',
      by: action.by,
      optional: false,
      ...(action.tells === undefined ? {} : { tells: action.tells }),
      fields: action.fields,
      effects: decision === undefined ? action.effects : [],
      next: decision === undefined ? after : 'decide',
    },
    ...(decision === undefined
      ? {}
      : { decide: { ...bareStep, decision, effects: action.effects, next: after, refused: 'end' } }),
    ...(lasts(action) ? inForce(id, action) : {}),
  }
}

function inForce(id: string, action: Action): Steps {
  const appeal = action.appeal_to
  const lifter = action.lifted_by ?? action.by
  return {
    [IN_FORCE]: {
      ...bareStep,
      ask: 'Is it over?',
      title: 'In force',
      hint: 'While nobody says otherwise it is in force. What has a last day ends by itself.',
      by: lifter,
      choose: '1',
      answers: [
        answer(ANSWERS.over, 'Yes, its time is over', 'end'),
        {
          ...answer(ANSWERS.lifted, 'Yes, it is lifted before its time', 'end'),
          fields: [textField('lifted_because', 'Why is it lifted?')],
        },
        ...(appeal === undefined
          ? []
          : [
              {
                ...answer(ANSWERS.appealed, 'No, but somebody appeals against it', APPEAL),
                fields: [textField('appeal_says', 'Who appeals, and what do they say?')],
              },
            ]),
      ],
    },
    ...(appeal === undefined
      ? {}
      : {
          [APPEAL]: {
            ...bareStep,
            decision: `decision/${kindOfAction(id)}`,
            title: 'Appeal',
            hint: 'Yes ends it. No leaves it in force.',
            // A loop must be watched: where the pack names no time, ten school days.
            within: appeal.within ?? '10 school days',
            next: 'end',
            refused: IN_FORCE,
          },
        }),
  }
}

const answer = (id: string, says: string, next: string) => ({ id, says, next, effects: [], fields: [], clauses: [] })

/** Who hears an appeal against an action: never whoever took it. */
export function appealOf(action: Action): Decision | null {
  const to = partiesIn(action.appeal_to?.to)
  return to.length === 0
    ? null
    : {
        says: 'Is the appeal upheld, so that this ends?',
        by: { any_of: [...to] },
        silence: 'open',
        reason: 'required',
        conditions: false,
        clauses: [],
      }
}
