import { z } from 'zod'
import { action, exception } from './action.ts'
import { assent } from './assent.ts'
import { id, language, text } from './base.ts'
import { clause, plannedControl, section } from './clause.ts'
import { conduct } from './conduct.ts'
import { decision } from './decision.ts'
import { document } from './document.ts'
import { duty } from './duty.ts'
import { fact, factName, signal } from './fact.ts'
import { flow } from './flow.ts'
import { grant, guard } from './guard.ts'
import { list } from './list.ts'
import { measure } from './measure.ts'
import { notify } from './notify.ts'
import { overlay } from './overlay.ts'
import { party } from './party.ts'
import { place } from './place.ts'
import { reading, setting } from './reading.ts'
import { record } from './record.ts'
import { report } from './report.ts'
import { table } from './table.ts'

const map = <T extends z.ZodType>(of: T) => z.record(id, of).default({})

/** What the pack is. */
export const head = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'bad_name|Name the pack as its folder: small letters, digits, hyphens.'),
  policy: z.string().regex(/^[A-Z]{1,3}$/, 'bad_policy|Name the policy by its letter.'),
  title: text,
  language,
  languages: z.array(language).default([]),
  school: text.optional(),
  draft: z.boolean().optional(),
})

/** A whole policy pack: plain JSON, the same in YAML, in the database and in memory. */
export const pack = z.strictObject({
  pack: head,
  levels: z.array(id).min(1).default(['school']),
  places: map(place),
  terms: z.record(id, text).default({}),
  settings: map(setting),
  parties: map(party),
  facts: z.record(factName, fact).default({}),
  signals: map(signal),
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
  exceptions: map(exception),
  conduct: map(conduct),
  reports: map(report),
  readings: map(reading),
  overlays: map(overlay),
  sections: z.array(section).default([]),
  planned: z.array(plannedControl).default([]),
  clauses: z.array(clause).default([]),
})
export type Pack = z.infer<typeof pack>
