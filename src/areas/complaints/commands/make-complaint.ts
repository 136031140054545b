import { readCalendar } from '#areas/people/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { Refused } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import { dueInCase } from '#pack/time/due-in-case.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf, nowIn, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import type { ComplainedOf } from '../queries/find-case.ts'
import { findHearer, type Hearer } from '../queries/find-hearer.ts'
import { giveTo } from './give-to.ts'

export interface MakeComplaint {
  readonly about: ComplainedOf
  readonly madeBy: string
  /** Whoever enters it complains themselves, and so does not hear it. */
  readonly own: boolean
  readonly says: string
  readonly madeOn: Temporal.PlainDate
  /** When nobody is left: when and how it was passed on to the body outside. */
  readonly passedOn: string
}

/**
 * Enters a complaint about how a case was handled. It goes to the first whom the policy names and who is not in the case;
 * the database refuses everybody else.
 * @throws Refused when nobody is left and it was not said how it was passed on outside.
 */
export async function makeComplaint(
  tx: Tx,
  actor: PersonActor,
  input: MakeComplaint,
): Promise<{ readonly id: string; readonly hearer: Hearer }> {
  const { about } = input
  const complaints = about.policy.pack.records[about.kind]?.complaints
  const hearer = await hearerOf(tx, actor, input)
  if (hearer === null || complaints === undefined)
    throw new Refused('complaint.not_foreseen', 'The policy says nothing about complaints of this kind.')
  if ('body' in hearer && input.passedOn === '')
    throw new Refused('complaint.nobody_left', 'Everybody here is in the case: say how it was passed on.')
  const calendar = await readCalendar(tx, about.schoolId)
  const due = dueInCase(complaints.within, nowIn(tx), {}, calendar)?.at ?? nowIn(tx).add({ hours: 24 * 28 })
  const id = newId(contextOf(tx).clock)
  await tx
    .insertInto('app.case_complaint')
    .values({
      organisation_id: actor.organisationId,
      id,
      record_id: about.id,
      school_id: about.schoolId,
      made_by: input.madeBy,
      says: input.says,
      made_on: input.madeOn.toString(),
      entered_by: actor.personId,
      entered_at: nowText(tx),
      due_at: due.toString(),
      ...('body' in hearer
        ? { body: hearer.body, passed_on: input.passedOn }
        : { heard_as: hearer.post, heard_by: hearer.personId }),
    })
    .execute()
  // Of no record: whoever handled the case reads its history, and is not told of a complaint there.
  recordEvent(tx, {
    code: 'complaint.made',
    subject: { kind: 'case_complaint', id },
    details: 'body' in hearer ? { body: hearer.body } : { post: hearer.post },
  })
  if (!('body' in hearer)) await giveTo(tx, hearer, { id, recordId: about.id, reference: about.reference, dueAt: due })
  return { id, hearer }
}

/** Who would hear it. */
export const hearerOf = (
  tx: Tx,
  actor: PersonActor,
  input: Pick<MakeComplaint, 'about' | 'own'>,
): Promise<Hearer | null> =>
  asSystem(tx, () => findHearer(tx, input.about.policy, input.about, input.own ? [actor.personId] : []))
