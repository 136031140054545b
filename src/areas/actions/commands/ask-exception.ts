import { audienceContext, personFacts } from '#areas/people/index.ts'
import type { PolicyInForce } from '#areas/policy/index.ts'
import { policyInForce, readSettings, textOf } from '#areas/policy/index.ts'
import { openFollowing, openRecord } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { Forbidden, NotFound, Refused } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import { partiesIn } from '#pack/engines/actions/derived-steps.ts'
import { kindOfException, SUBJECT, WHY } from '#pack/engines/actions/kinds.ts'
import { inParty } from '#pack/engines/audience/in-party.ts'
import type { Exception } from '#pack/types/action.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowIn } from '#platform/database/tx.ts'
import { caseFacts } from '../queries/case-facts.ts'

export interface AskException {
  /** Without `exception/`. */
  readonly exception: string
  readonly schoolId: string
  readonly personId: string
  readonly why: string
  readonly fields: Readonly<Record<string, unknown>>
  /** The case with which it ends, where the policy says so. */
  readonly caseId: string | null
}

/**
 * Asks for an exception, or writes down one that needs no decision. It holds once it is decided, and ends by itself.
 * @throws Forbidden for whoever is not staff; Refused for a person whom the policy lets have no such exception.
 */
export async function askException(tx: Tx, actor: PersonActor, input: AskException): Promise<string> {
  const policy = await policyInForce(tx)
  const exception = policy.pack.exceptions[input.exception]
  if (exception === undefined) throw new NotFound('exception.missing')
  if (actor.audience !== 'staff') throw new Forbidden('exception.ask')
  if (!(await mayHave(tx, policy, exception, input.personId, actor)))
    throw new Refused('exception.not_for', 'The policy does not let this person have such an exception.')
  if (endsWithCase(exception) && input.caseId === null)
    throw new Refused('exception.case', 'This ends with a case: say which.')
  const opening = {
    kind: kindOfException(input.exception),
    schoolId: input.schoolId,
    title: textOf(exception.says).slice(0, 200),
    category: null,
    occurredAt: null,
    fields: { [WHY]: input.why, ...input.fields },
    people: [{ part: SUBJECT, personId: input.personId, described: null }],
  }
  if (input.caseId === null) return (await openRecord(tx, actor, opening)).id
  const from = await caseFacts(tx, input.caseId)
  const effect = `by hand:${newId(contextOf(tx).clock)}`
  const opened = await openFollowing(tx, actor, policy, opening, { id: from.id, circle: from.circle, effect })
  if (opened === null) throw new NotFound('exception.missing')
  return opened.id
}

/** Whether an exception is over with a step of its case. */
export const endsWithCase = ({ ends }: Exception): boolean =>
  ends !== undefined && 'on' in ends && /^(flow|record)\//.test(ends.on)

// Unknown is not no: whoever decides looks at it.
async function mayHave(
  tx: Tx,
  { pack }: PolicyInForce,
  exception: Exception,
  personId: string,
  actor: PersonActor,
): Promise<boolean> {
  const person = (await personFacts(tx, [personId])).get(personId)
  if (person === undefined) return false
  const { zone } = await readSettings(tx)
  const today = nowIn(tx).toZonedDateTimeISO(zone).toPlainDate()
  return partiesIn(exception.for).some((party) => {
    if (!party.startsWith('party/')) return party !== 'opener' || personId === actor.personId
    if (pack.parties[party.slice('party/'.length)]?.kind !== 'audience') return true
    return inParty(pack, party, person, today, audienceContext(pack)).verdict !== 'no'
  })
}
