import { readCalendar } from '#areas/people/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { NotFound, Refused } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { fileDue } from '../due.ts'

export interface NoteFile {
  readonly pupilId: string
  readonly way: 'out' | 'in'
  readonly schoolName: string
  readonly receiver: string | null
  readonly movedOn: Temporal.PlainDate
}

/**
 * Notes that a pupil moves to another school or came from one, and by when their file has to be there. Row policies refuse it
 * to whoever does not handle incidents at the pupil's school.
 */
export async function noteFile(tx: Tx, actor: PersonActor, input: NoteFile): Promise<string> {
  const known = await tx
    .selectFrom('app.person_membership')
    .select('school_id')
    .where('organisation_id', '=', actor.organisationId)
    .where('person_id', '=', input.pupilId)
    .where('kind', '=', 'pupil')
    .orderBy('from_on', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow(() => new NotFound('pupil_file.pupil'))
  const noted = await tx
    .selectFrom('app.pupil_file')
    .select('id')
    .where('organisation_id', '=', actor.organisationId)
    .where('pupil_id', '=', input.pupilId)
    .where('way', '=', input.way)
    .where('moved_on', '=', input.movedOn.toString())
    .executeTakeFirst()
  if (noted !== undefined) throw new Refused('pupil_file.again', 'This is noted already.')
  const id = newId(contextOf(tx).clock)
  const due = fileDue(input.movedOn, await readCalendar(tx, known.school_id))
  await tx
    .insertInto('app.pupil_file')
    .values({
      organisation_id: actor.organisationId,
      id,
      pupil_id: input.pupilId,
      circle: `incident:${known.school_id}`,
      way: input.way,
      school_name: input.schoolName,
      receiver: input.receiver,
      moved_on: input.movedOn.toString(),
      due_at: due.toString(),
      noted_by: actor.personId,
      noted_at: nowText(tx),
    })
    .execute()
  recordEvent(tx, {
    code: 'pupil_file.noted',
    subject: { kind: 'pupil_file', id },
    personId: input.pupilId,
    details: { way: input.way, school: input.schoolName, on: input.movedOn.toString(), due: due.toString() },
  })
  return id
}
