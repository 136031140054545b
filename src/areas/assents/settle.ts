import { readCalendar, readGuardians } from '#areas/people/index.ts'
import { policyVersion, refreshSoon } from '#areas/policy/index.ts'
import type { SchoolCalendar } from '#core/calendar/school-calendar.ts'
import { dayOf } from '#core/calendar/school-calendar.ts'
import { isInPart } from '#pack/engines/assents/agreed-to.ts'
import type { AskedAssent, NamedOnSlip } from '#pack/engines/assents/asked.ts'
import { askedOf, namingFields } from '#pack/engines/assents/asked.ts'
import type { AssentFacts, Signature } from '#pack/engines/assents/signature.ts'
import type { AssentStanding } from '#pack/engines/assents/standing.ts'
import { standingOfAssent } from '#pack/engines/assents/standing.ts'
import { validUntil } from '#pack/engines/assents/valid-until.ts'
import type { Assent } from '#pack/types/assent.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowIn, nowText } from '#platform/database/tx.ts'
import { assentOf } from './agreement-text.ts'
import { askOthers } from './ask-others.ts'
import { namedSigners } from './queries/named-signers.ts'
import { postHolders } from './queries/post-holders.ts'
import { leftOf, readSignatures, SAYS } from './queries/read-signatures.ts'
import type { Request } from './request.ts'
import { startOfRound } from './round.ts'
import type { NewSignature } from './write-signature.ts'

/** An asking with everything that its engine needs. */
export interface Matter {
  readonly assent: Assent
  readonly required: AskedAssent
  /** The same once somebody is named on the slip. */
  readonly requiredWith: (named: NamedOnSlip) => AskedAssent
  readonly signatures: readonly Signature[]
  readonly facts: AssentFacts
  readonly calendar: SchoolCalendar
}

/** Gathers what is known of an asking. Run as the system: it reads what each signer said. */
export async function readMatter(tx: Tx, request: Request): Promise<Matter> {
  const { pack } = await policyVersion(tx, request.policyVersionId, request.schoolId)
  const assent = assentOf(pack, request.assent)
  const calendar = await readCalendar(tx, request.schoolId)
  const guardians = (await readGuardians(tx, [request.aboutId])).get(request.aboutId) ?? []
  const today = dayOf(calendar, nowIn(tx))
  const holders = await postHolders(tx, request.schoolId)
  const named = (await namedSigners(tx, namingFields(assent).length === 0 ? [] : [request.id]))(request.id)
  const requiredWith = (names: NamedOnSlip) =>
    askedOf(`assent/${request.assent}`, assent, request.aboutId, guardians, today, holders, names)
  return {
    assent,
    required: requiredWith(named),
    requiredWith,
    signatures: (await readSignatures(tx, [request])).get(request.id) ?? [],
    facts: factsOf(request),
    calendar,
  }
}

/** What the engine asks about an asking, beside its signatures. */
export const factsOf = (request: Request): AssentFacts => ({
  askedAt: request.askedAt,
  dueAt: request.dueAt,
  version: request.policyVersionId,
  startsOn: startOfRound(request.round),
})

/** How an asking stands now. */
export const standingOf = (matter: Omit<Matter, 'requiredWith'>, now: Temporal.Instant): AssentStanding =>
  standingOfAssent(matter.assent, matter.required, matter.signatures, matter.facts, now, matter.calendar)

/** A matter after something more was said: the asking is locked, so that nobody else spoke since it was read. */
export const withSaid = (
  matter: Matter,
  request: Request,
  said: NewSignature,
  named: Readonly<Record<string, string>> = {},
): Matter => ({
  ...matter,
  ...(Object.keys(named).length === 0 ? {} : { required: matter.requiredWith((field) => namedIn(named, field)) }),
  signatures: [...matter.signatures, ...signatureOf(matter, said, request.policyVersionId)].sort((a, b) =>
    Temporal.Instant.compare(Temporal.Instant.from(a.at), Temporal.Instant.from(b.at)),
  ),
})

const namedIn = (named: Readonly<Record<string, string>>, field: string): string[] => {
  const person = named[field]
  return person === undefined ? [] : [person]
}

const signatureOf = (matter: Matter, said: NewSignature, version: string): Signature[] =>
  isInPart(said)
    ? leftOf(matter.signatures, said.signerId)
    : [
        {
          person: said.signerId,
          at: said.signedAt.toString(),
          says: SAYS[said.outcome],
          version,
          fields: said.fields,
        },
      ]

/** Works out how an asking stands after something was said, and writes it. Run as the system. */
export async function settle(tx: Tx, request: Request, matter: Matter): Promise<AssentStanding> {
  const standing = standingOf(matter, nowIn(tx))
  const state = stateOf(standing)
  const { organisationId } = contextOf(tx).actor
  await tx
    .updateTable('app.assent_request')
    .set({
      state,
      settled_at: OPEN.has(state) ? null : nowText(tx),
      valid_until: state === 'signed' ? endOf(matter, standing) : null,
    })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', request.id)
    .execute()
  await askOthers(tx, request, matter, standing)
  await refreshSoon(tx)
  return standing
}

/** The states in which an asking still waits for somebody. */
const OPEN: ReadonlySet<string> = new Set(['open', 'partly'])

function stateOf(standing: AssentStanding): string {
  switch (standing.state) {
    case 'signed':
    case 'silent_yes':
    case 'excused':
      return 'signed'
    case 'refused':
    case 'withdrawn':
      return standing.state
    default:
      return standing.signedBy.length > 0 ? 'partly' : 'open'
  }
}

function endOf(matter: Matter, standing: AssentStanding): string | null {
  const ends = matter.signatures
    .filter((one) => one.says === 'agreed' && standing.signedBy.includes(one.person))
    .flatMap((one) => validUntil(matter.assent, one, matter.facts, matter.calendar) ?? [])
  return ends.sort(Temporal.Instant.compare)[0]?.toString() ?? null
}
