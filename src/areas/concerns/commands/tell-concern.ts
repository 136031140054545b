import { policyInForce, refreshSoon } from '#areas/policy/index.ts'
import type { Actor } from '#core/actor.ts'
import { newId } from '#core/ids.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf, enqueue, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { newReceipt, receiptHmac } from '../receipt.ts'
import { circleWithout, holdersOf, wallOff } from './keep-out.ts'

/** The ways in beside the form. */
export const CAME_BY = ['in_person', 'phone', 'paper', 'complaint', 'monitoring'] as const
export type CameBy = (typeof CAME_BY)[number]

export interface TellConcern {
  readonly schoolId: string
  readonly reporterKind: 'pupil' | 'parent' | 'staff' | 'governor' | 'visitor' | 'anonymous' | 'software'
  readonly body: string
  readonly aboutKind: string | null
  readonly inDanger: boolean
  readonly wantsAnswer: boolean
  /** Posts of the circle whose holders it is about: they are kept out before anybody can look. */
  readonly aboutPosts?: readonly string[]
  /** Whether the reporter came across it by accident, where it was asked and answered. */
  readonly byAccident?: boolean | null
  /** The parties that the reporter chose to tell. Those who look after concerns can read it whatever was chosen. */
  readonly chosen?: readonly string[]
  /** How it came when it was not the reporter who filled in the form: whoever acts has written it down for somebody. */
  readonly entered?: { readonly cameBy: CameBy; readonly toldBy: string }
  /** The receipt, when the form has made it; a new one otherwise. */
  readonly receipt?: string
}

/**
 * Writes down what somebody tells the school and queues the telling of those whom the policy names.
 * With an anonymous actor nothing is kept that could say who it was; with a person, who told stands in a row of its own.
 * @returns the receipt, which is shown once and stored only as an HMAC.
 */
export async function tellConcern(
  tx: Tx,
  actor: Actor,
  receiptKey: Buffer,
  input: TellConcern,
): Promise<{ id: string; receipt: string }> {
  // The ledger names the actor: somebody known can never be written down as anonymous.
  if (actor.kind !== 'anonymous' && input.reporterKind === 'anonymous' && input.entered === undefined)
    throw new TypeError('an anonymous concern comes from an anonymous actor')
  const policy = await policyInForce(tx, input.schoolId)
  const id = newId(contextOf(tx).clock)
  const receipt = input.receipt ?? newReceipt()
  await tx
    .insertInto('app.concern')
    .values({
      organisation_id: actor.organisationId,
      id,
      school_id: input.schoolId,
      circle: circleWithout(policy, input.aboutPosts ?? [], input),
      policy_version_id: policy.id,
      reporter_kind: input.reporterKind,
      body: input.body,
      about_kind: input.aboutKind,
      in_danger: input.inDanger,
      wants_answer: input.wantsAnswer,
      by_accident: input.byAccident ?? null,
      chosen: [...(input.chosen ?? [])],
      receipt_hmac: receiptHmac(receiptKey, receipt),
      told_at: nowText(tx),
      state: 'new',
      came_by: input.entered?.cameBy ?? 'form',
    })
    .execute()
  const about = input.aboutPosts ?? []
  if (about.length > 0) await asSystem(tx, async () => wallOff(tx, id, await holdersOf(tx, about, input.schoolId)))
  if (actor.kind === 'person' && input.entered !== undefined) await keepEntry(tx, actor.personId, id, input.entered)
  else if (actor.kind === 'person') {
    await tx
      .insertInto('app.concern_reporter')
      .values({ organisation_id: actor.organisationId, concern_id: id, person_id: actor.personId })
      .execute()
  }
  recordEvent(tx, {
    code: 'concern.told',
    subject: { kind: 'concern', id },
    policyVersionId: policy.id,
    details: {
      school: input.schoolId,
      by: input.reporterKind,
      in_danger: input.inDanger,
      wants_answer: input.wantsAnswer,
      about_posts: about,
      by_accident: input.byAccident ?? null,
      chosen: input.chosen ?? [],
      came_by: input.entered?.cameBy ?? 'form',
      body: input.body,
    },
  })
  await enqueue(tx, 'concern_told', { concernId: id })
  await refreshSoon(tx)
  return { id, receipt }
}

// Who wrote it down, and who told or called as far as they said, stand apart from what was told.
async function keepEntry(
  tx: Tx,
  enteredBy: string,
  concernId: string,
  { toldBy }: NonNullable<TellConcern['entered']>,
): Promise<void> {
  await tx
    .insertInto('app.concern_entry')
    .values({
      organisation_id: contextOf(tx).actor.organisationId,
      concern_id: concernId,
      entered_by: enteredBy,
      told_by: toldBy === '' ? null : toldBy,
      heard_at: nowText(tx),
    })
    .execute()
}
