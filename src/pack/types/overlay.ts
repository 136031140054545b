import { z } from 'zod'
import { action } from './action.ts'
import { assent, item } from './assent.ts'
import { clauseId, controlRef, id, oneOf, ref } from './base.ts'
import { clause, plannedControl, section } from './clause.ts'
import { conduct } from './conduct.ts'
import { decision } from './decision.ts'
import { document } from './document.ts'
import { duty } from './duty.ts'
import { fact, factName } from './fact.ts'
import { field } from './field.ts'
import { flow } from './flow.ts'
import { grant, guard } from './guard.ts'
import { list, listValue } from './list.ts'
import { measure } from './measure.ts'
import { notify } from './notify.ts'
import { party } from './party.ts'
import { record } from './record.ts'
import { report } from './report.ts'
import { table } from './table.ts'
import { scalar } from './value.ts'

const map = <T extends z.ZodType>(of: T) => z.record(id, of).optional()

/** What a school adds of its own: whole things under ids that nobody else uses. Exceptions are not among them. */
const additions = z.strictObject({
  parties: map(party),
  facts: z.record(factName, fact).optional(),
  lists: map(list),
  documents: map(document),
  grants: map(grant),
  records: map(record),
  flows: map(flow),
  assents: map(assent),
  decisions: map(decision),
  guards: map(guard),
  duties: map(duty),
  notify: map(notify),
  tables: map(table),
  measures: map(measure),
  actions: map(action),
  conduct: map(conduct),
  reports: map(report),
  sections: z.array(section).optional(),
  planned: z.array(plannedControl).optional(),
  clauses: z.array(clause).optional(),
})
export type Additions = z.infer<typeof additions>

const SOMETHING = 'empty_list|Name at least one, or leave this out.'

/** What a school puts beside what the group has already: at its end, never in the place of something. */
const extension = oneOf(
  'bad_extension|Name assent/… with items, list/… with values, record/… with fields, or a clause with kept_by.',
  [
    z.strictObject({ assent: ref('assent'), items: z.array(item).min(1, SOMETHING) }),
    z.strictObject({ list: ref('list'), values: z.array(listValue).min(1, SOMETHING) }),
    z.strictObject({ record: ref('record'), fields: z.array(field).min(1, SOMETHING) }),
    z.strictObject({ clause: clauseId, kept_by: z.array(controlRef).min(1, SOMETHING) }),
  ],
)
export type Extension = z.infer<typeof extension>

/** What holds at one school beside the group's own policy: stricter values, and more. Never less. */
export const overlay = z.strictObject({
  /** A place of the level school. */
  school: id,
  sets: z.array(z.strictObject({ setting: ref('setting'), to: scalar })).default([]),
  adds: additions.optional(),
  extends: z.array(extension).default([]),
})
export type Overlay = z.infer<typeof overlay>
