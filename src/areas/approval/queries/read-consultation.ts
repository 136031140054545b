import { draftPaths, mayKeepPolicy, type PolicyDraft, readDraft } from '#areas/drafting/index.ts'
import { policyInForceOrNone, readSettings, textOf } from '#areas/policy/index.ts'
import type { Audience, PersonActor } from '#core/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import { nowIn } from '#platform/database/tx.ts'
import { readChanges, type SaidChanges } from '../read-changes.ts'
import { audienceAsked } from './asked-as.ts'
import { type Comment, listComments } from './comments.ts'

/** A consultation as one of those who are asked sees it. */
export interface Consultation {
  readonly draft: PolicyDraft
  readonly said: SaidChanges | null
  readonly inForce: number | null
  readonly mine: readonly Comment[]
  /** As whom they are asked; null when they only look. */
  readonly askedAs: Audience | null
  readonly keeps: boolean
  readonly today: Temporal.PlainDate
  readonly title: string
}

/** Reads a consultation with what differs from the version in force, and one's own comments. */
export async function readConsultation(tx: Tx, actor: PersonActor, draftId: string): Promise<Consultation> {
  const draft = await readDraft(tx, draftId)
  const inForce = await policyInForceOrNone(tx)
  const { zone } = await readSettings(tx)
  return {
    draft,
    said: inForce === null ? null : readChanges(inForce.pack, draft.pack),
    inForce: inForce?.number ?? null,
    mine: await listComments(tx, draftId, { mine: actor.personId }),
    askedAs: draft.stage === 'consulting' ? await audienceAsked(tx, actor, draft) : null,
    keeps: await mayKeepPolicy(tx),
    today: nowIn(tx).toZonedDateTimeISO(zone).toPlainDate(),
    title: textOf(draft.pack.pack.title),
  }
}

/** Where a keeper goes to see everything that was said. */
export const keepersPage = (draftId: string): string => draftPaths.consultation.to(draftId)
