import { NotFound } from '#core/errors.ts'
import { derivedFrom } from '#pack/engines/actions/kinds.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import { holdersAt, partiesOfCircle } from './holders.ts'

/** What telling needs to know of a concern or a record. */
export interface SubjectFacts {
  readonly subject: { readonly kind: 'concern' | 'record'; readonly id: string }
  readonly schoolId: string
  readonly policyVersionId: string
  readonly at: string
  /** Named in it: never told, never let in. */
  readonly keptOut: readonly string[]
  readonly mayRead: (personId: string) => boolean
  readonly hrefFor: (personId: string) => string
  /** Somebody has taken it: nobody needs to be chased. */
  readonly accepted: boolean
  readonly urgent: boolean
}

/** The facts of one concern or record; its row is locked, so that two jobs about it never tell twice. Run as the system. */
export async function subjectFacts(tx: Tx, subject: SubjectFacts['subject']): Promise<SubjectFacts> {
  const { organisationId } = contextOf(tx).actor
  const { page, ...row } =
    subject.kind === 'concern'
      ? { ...(await concern(tx, subject.id)), page: `/concerns/${subject.id}` }
      : await record(tx, subject.id)
  const parties = await partiesOfCircle(tx, row.circle, row.policyVersionId)
  const holders = await holdersAt(tx, row.schoolId)
  const own = { organisationId, id: subject.id }
  const keptOut = subject.kind === 'concern' ? await concernWalls(tx, own) : await recordWalls(tx, own)
  const invited = subject.kind === 'concern' ? await concernReaders(tx, own) : await recordReaders(tx, own)
  const readers = new Set([...parties.flatMap((party) => holders[party] ?? []), ...invited])
  for (const person of keptOut) readers.delete(person)
  const mayRead = (personId: string) => readers.has(personId)
  return { ...row, subject, keptOut, mayRead, hrefFor: (personId) => (mayRead(personId) ? page : '/notices') }
}

// Each kind of record has its place: cases, registers, and what was decided for or against somebody.
function pageOf(kind: string, id: string): string {
  if (kind === 'incident') return `/incidents/${id}`
  const derived = derivedFrom(kind)
  if (derived === null) return `/entries/${id}`
  return derived.of === 'exception' ? `/exceptions/${id}` : `/actions/${id}`
}

interface Own {
  readonly organisationId: string
  readonly id: string
}

async function concern(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('app.concern')
    .select(['school_id', 'circle', 'policy_version_id', 'told_at', 'state', 'in_danger'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound('concern.missing'))
  return {
    schoolId: row.school_id,
    circle: row.circle,
    policyVersionId: row.policy_version_id,
    at: Temporal.Instant.from(row.told_at).toString(),
    accepted: row.state !== 'new',
    urgent: row.in_danger,
  }
}

async function record(tx: Tx, id: string) {
  const organisationId = contextOf(tx).actor.organisationId
  const row = await tx
    .selectFrom('app.record')
    .select(['kind', 'school_id', 'circle', 'policy_version_id', 'opened_at', 'state'])
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound('record.missing'))
  // The first step that somebody takes is how a case is accepted; event 0 is only its start.
  const step = await tx
    .selectFrom('app.record_event')
    .select('seq')
    .where('organisation_id', '=', organisationId)
    .where('record_id', '=', id)
    .where('seq', '>', 0)
    .limit(1)
    .executeTakeFirst()
  return {
    page: pageOf(row.kind, id),
    schoolId: row.school_id,
    circle: row.circle,
    policyVersionId: row.policy_version_id,
    at: Temporal.Instant.from(row.opened_at).toString(),
    accepted: row.state !== 'open' || step !== undefined,
    urgent: false,
  }
}

const idsOf = (rows: readonly { person_id: string }[]): string[] => rows.map((row) => row.person_id)

const concernWalls = async (tx: Tx, { organisationId, id }: Own): Promise<string[]> =>
  idsOf(
    await tx
      .selectFrom('app.concern_wall')
      .select('person_id')
      .where('organisation_id', '=', organisationId)
      .where('concern_id', '=', id)
      .execute(),
  )

const concernReaders = async (tx: Tx, { organisationId, id }: Own): Promise<string[]> =>
  idsOf(
    await tx
      .selectFrom('app.concern_reader')
      .select('person_id')
      .where('organisation_id', '=', organisationId)
      .where('concern_id', '=', id)
      .execute(),
  )

const recordWalls = async (tx: Tx, { organisationId, id }: Own): Promise<string[]> =>
  idsOf(
    await tx
      .selectFrom('app.record_wall')
      .select('person_id')
      .where('organisation_id', '=', organisationId)
      .where('record_id', '=', id)
      .where('lifted_at', 'is', null)
      .execute(),
  )

const recordReaders = async (tx: Tx, { organisationId, id }: Own): Promise<string[]> =>
  idsOf(
    await tx
      .selectFrom('app.record_reader')
      .select('person_id')
      .where('organisation_id', '=', organisationId)
      .where('record_id', '=', id)
      .where('until', 'is', null)
      .execute(),
  )
