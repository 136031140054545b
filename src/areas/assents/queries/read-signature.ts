import type { PolicyInForce } from '#areas/policy/index.ts'
import { policyVersion, readSettings } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { NotFound } from '#core/errors.ts'
import { isInPart } from '#pack/engines/assents/agreed-to.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem } from '#platform/database/tx.ts'
import type { Seal } from '#platform/ledger/seal.ts'
import { currentSeal } from '#platform/ledger/seal.ts'
import type { AgreementText } from '../agreement-text.ts'
import { agreementText } from '../agreement-text.ts'
import { isStaff } from '../staff.ts'
import { readPeople } from './read-people.ts'
import { fieldsOf, itemsOf } from './read-signatures.ts'

/** What the same person said to the same asking afterwards. */
export interface SaidSince {
  readonly outcome: string
  readonly at: Temporal.Instant
  /** The statements that were taken back; none when it was all of it, or something else was said. */
  readonly items: readonly string[]
}

/** A signature with everything that proves it. */
export interface SignatureProof {
  readonly id: string
  readonly requestId: string
  readonly aboutId: string
  readonly assent: string
  readonly about: string
  readonly signer: string
  readonly typedName: string
  readonly capacity: string
  readonly outcome: string
  readonly way: string
  readonly signedAt: Temporal.Instant
  readonly recordedAt: Temporal.Instant
  readonly recordedBy: string | null
  readonly reason: string | null
  /** What takes its place, and what was taken back of it before that. */
  readonly since: readonly SaidSince[]
  readonly answers: Readonly<Record<string, unknown>>
  readonly fields: Readonly<Record<string, string>>
  readonly text: AgreementText
  /** Of the text as it was signed, hexadecimal; the same as `text.hash` unless somebody has changed the one or the other. */
  readonly textHash: string
  readonly policy: PolicyInForce
  readonly entry: { readonly seq: number; readonly hash: string; readonly at: Temporal.Instant } | null
  readonly seal: Seal
  readonly organisation: string
  readonly zone: string
}

/**
 * A signature for its signer, for the pupil whom it concerns, and for staff.
 * @throws NotFound for everybody else, the other parent included.
 */
export async function readSignature(tx: Tx, actor: PersonActor, id: string): Promise<SignatureProof> {
  // What is asked because somebody is in a record is, for staff, as need-to-know as the record.
  const staff = (await isStaff(tx)) && (await knowsOfRequest(tx, actor, id))
  return asSystem(tx, async () => {
    const row = await tx
      .selectFrom('app.signature as s')
      .innerJoin('app.assent_request as r', (join) =>
        join.onRef('r.organisation_id', '=', 's.organisation_id').onRef('r.id', '=', 's.request_id'),
      )
      .selectAll('s')
      .select(['r.assent', 'r.policy_version_id', 'r.school_id'])
      .where('s.organisation_id', '=', actor.organisationId)
      .where('s.id', '=', id)
      .executeTakeFirst()
    if (row === undefined || !(staff || row.signer_id === actor.personId || row.about_id === actor.personId))
      throw new NotFound('agreement.signature.missing')
    const people = await readPeople(tx, [
      row.about_id,
      row.signer_id,
      ...(row.recorded_by === null ? [] : [row.recorded_by]),
    ])
    const name = (personId: string | null) => (personId === null ? null : (people.get(personId)?.name ?? null))
    const policy = await policyVersion(tx, row.policy_version_id, row.school_id)
    const settings = await readSettings(tx)
    return {
      id,
      requestId: row.request_id,
      aboutId: row.about_id,
      assent: row.assent,
      about: name(row.about_id) ?? '',
      signer: name(row.signer_id) ?? '',
      typedName: row.typed_name,
      capacity: row.capacity,
      outcome: row.outcome,
      way: row.way,
      signedAt: Temporal.Instant.from(row.signed_at),
      recordedAt: Temporal.Instant.from(row.recorded_at),
      recordedBy: name(row.recorded_by),
      reason: row.reason,
      since: await saidSince(tx, row),
      answers: itemsOf(row.answers),
      fields: fieldsOf(row.answers),
      text: agreementText(policy.pack, row.assent, row.language),
      textHash: row.text_hash.toString('hex'),
      policy,
      entry: await entryOf(tx, actor.organisationId, id),
      seal: await currentSeal(tx),
      organisation: settings.name,
      zone: settings.zone,
    }
  })
}

async function entryOf(tx: Tx, organisationId: string, signatureId: string): Promise<SignatureProof['entry']> {
  const row = await tx
    .selectFrom('app.ledger_entry')
    .select(['seq', 'hash', 'at'])
    .where('organisation_id', '=', organisationId)
    .where('chain', '=', 'main')
    .where('subject_kind', '=', 'signature')
    .where('subject_id', '=', signatureId)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst()
  return row === undefined
    ? null
    : { seq: Number(row.seq), hash: row.hash.toString('hex'), at: Temporal.Instant.from(row.at) }
}

/** What somebody took back of a yes in part, and the first word after it that takes its place. */
async function saidSince(
  tx: Tx,
  yes: { organisation_id: string; id: string; request_id: string; signer_id: string; outcome: string },
): Promise<SaidSince[]> {
  if (yes.outcome !== 'signed') return []
  const rows = await tx
    .selectFrom('app.signature')
    .select(['id', 'outcome', 'signed_at', 'answers'])
    .where('organisation_id', '=', yes.organisation_id)
    .where('request_id', '=', yes.request_id)
    .where('signer_id', '=', yes.signer_id)
    .orderBy('signed_at')
    .orderBy('id')
    .execute()
  const after = rows.slice(rows.findIndex((row) => row.id === yes.id) + 1)
  const end = after.findIndex((row) => !isInPart({ outcome: row.outcome, answers: itemsOf(row.answers) }))
  return (end === -1 ? after : after.slice(0, end + 1)).map((row) => ({
    outcome: row.outcome,
    at: Temporal.Instant.from(row.signed_at),
    items: row.outcome === 'withdrawn' ? Object.keys(itemsOf(row.answers)) : [],
  }))
}

/** Whether the row policies of requests let the person who acts know what a signature was given to. */
async function knowsOfRequest(tx: Tx, actor: PersonActor, signatureId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('app.signature as s')
    .innerJoin('app.assent_request as r', (join) =>
      join.onRef('r.organisation_id', '=', 's.organisation_id').onRef('r.id', '=', 's.request_id'),
    )
    .select('r.id')
    .where('s.organisation_id', '=', actor.organisationId)
    .where('s.id', '=', signatureId)
    .executeTakeFirst()
  return row !== undefined
}
