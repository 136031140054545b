import { dutiesOfEvent, startDuty } from '#areas/duties/index.ts'
import { readCalendar } from '#areas/people/index.ts'
import type { PolicyInForce } from '#areas/policy/index.ts'
import { policyInForce, textOf } from '#areas/policy/index.ts'
import type { OpenRecord } from '#areas/records/index.ts'
import { gateInTheWay, openRecord } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { say } from '#core/messages/say.ts'
import type { Field } from '#pack/types/field.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, nowIn, nowText } from '#platform/database/tx.ts'
import { readPeople } from './queries/read-people.ts'
import type { Asking } from './taking-back.ts'
import { withUses } from './taking-back.ts'

interface Happened {
  readonly id: string
  readonly items: readonly string[]
  readonly signerId: string
}

/**
 * Begins what the policy in force wants when an answer is taken back: the duties that hang on it, and what its `starts` names.
 * A record is opened with what was taken back in its own questions, where they can hold it.
 * @returns the titles of records that could not be opened: somebody has to do it by hand.
 */
export async function startTakenBack(
  tx: Tx,
  actor: PersonActor,
  asking: Asking,
  happened: Happened,
): Promise<string[]> {
  const { schoolId, assent, aboutId } = asking.request
  const policy = await policyInForce(tx, schoolId)
  const { pack } = policy
  const event = `assent/${assent}#withdrawn`
  await asSystem(tx, () =>
    dutiesOfEvent(tx, { event, id: `withdrawn:${happened.id}`, at: nowIn(tx), schoolId, personId: aboutId }),
  )
  const unopened: string[] = []
  for (const ref of pack.assents[assent]?.withdraw?.starts ?? []) {
    const [kind = '', id = ''] = ref.split('/')
    const shape = kind === 'record' ? pack.records[id] : undefined
    if (
      shape !== undefined &&
      !(await openFor(tx, actor, policy, await recordFor(tx, asking, happened, { id, shape })))
    )
      unopened.push(textOf(shape.says))
    const duty = kind === 'duty' ? pack.duties[id] : undefined
    // What hangs on the same moment has begun with it.
    if (duty === undefined || ('on' in duty && duty.on === event)) continue
    const key = `withdrawn:${happened.id}`
    await asSystem(tx, () =>
      startDuty(tx, { duty: id, recordId: null, personId: aboutId, schoolId, key, at: nowText(tx) }),
    )
  }
  return unopened
}

// A gate of the policy may stand in its way: the no stands all the same, and somebody is told to open it by hand.
async function openFor(
  tx: Tx,
  actor: PersonActor,
  policy: PolicyInForce,
  opening: OpenRecord | null,
): Promise<boolean> {
  if (opening === null || (await gateInTheWay(tx, actor, policy, opening)) !== null) return false
  await openRecord(tx, actor, opening)
  return true
}

/** The record that says what was taken back; null where it asks for something that nobody has said. */
async function recordFor(
  tx: Tx,
  asking: Asking,
  happened: Happened,
  { id: kind, shape }: { readonly id: string; readonly shape: Pack['records'][string] },
): Promise<OpenRecord | null> {
  if (shape.about.length > 0) return null
  const title = await titleOf(tx, asking, happened)
  const calendar = await readCalendar(tx, asking.request.schoolId)
  const moment = nowIn(tx).toZonedDateTimeISO(calendar.zone).toPlainDateTime()
  const fields = filled(shape.fields, `${title}.`, moment)
  if (fields === null) return null
  return {
    kind,
    schoolId: asking.request.schoolId,
    title: title.slice(0, 200),
    category: null,
    occurredAt: nowIn(tx),
    fields,
    people: [],
  }
}

/** What a record needs to be opened, from what is known; null when it asks for something that nobody has said. */
function filled(fields: readonly Field[], says: string, moment: Temporal.PlainDateTime): Record<string, string> | null {
  const known: Record<string, string> = {}
  for (const field of fields) {
    if (!field.required) continue
    if (field.type === 'text' || field.type === 'long_text') known[field.id] = says
    else if (field.type === 'datetime') known[field.id] = moment.toString({ smallestUnit: 'minute' })
    else if (field.type === 'date') known[field.id] = moment.toPlainDate().toString()
    else return null
  }
  return known
}

/** `Pictures of my child: taken back for Kofi Mensah by Abena Mensah (On the school's website)`. */
async function titleOf(tx: Tx, { request, matter }: Asking, happened: Happened): Promise<string> {
  const people = await asSystem(tx, () => readPeople(tx, [request.aboutId, happened.signerId]))
  const title = say('en', 'agreement.back.record', {
    title: textOf(matter.assent.says),
    name: people.get(request.aboutId)?.name ?? '',
    signer: people.get(happened.signerId)?.name ?? '',
  })
  return withUses(title, matter.assent, happened.items)
}
