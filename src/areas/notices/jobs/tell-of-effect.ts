import { z } from 'zod'
import { awayToday } from '#areas/people/index.ts'
import { policyVersion, textOf } from '#areas/policy/index.ts'
import { actingFor } from '#pack/engines/audience/stand-ins.ts'
import { effect } from '#pack/types/effect.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { writeNotices } from '../commands/write-notices.ts'
import { holdersAt } from '../queries/holders.ts'
import { peopleByWord } from '../queries/people-by-word.ts'
import { recordValues } from '../queries/record-values.ts'
import { subjectFacts } from '../queries/subject-facts.ts'

const payload = z.object({ recordId: z.uuid(), key: z.string(), effect: z.unknown(), branch: z.string().nullable() })

/** Tells those whom a step or answer itself names (its effect `notify`). Run as the system. */
export async function tellOfEffect(tx: Tx, input: unknown): Promise<number> {
  const { recordId, key, effect: given } = payload.parse(input)
  const one = effect.safeParse(given)
  if (!one.success || !('notify' in one.data)) return 0
  const told = one.data
  const facts = await subjectFacts(tx, { kind: 'record', id: recordId })
  const policy = await policyVersion(tx, facts.policyVersionId, facts.schoolId)
  const who = told.notify
  const asked = typeof who === 'string' ? [who] : 'any_of' in who ? who.any_of : who.all_of
  const holders = { ...(await holdersAt(tx, facts.schoolId)), ...(await peopleByWord(tx, recordId)) }
  const { kind } = await recordValues(tx, recordId)
  const title = textOf(policy.pack.records[kind]?.says ?? kind)
  const away = await awayToday(tx)
  const notices = asked.flatMap((party) => {
    const acting = actingFor(policy.pack, party, holders, { keptOut: facts.keptOut, away })
    return acting.people.map((readerId) => ({
      readerId,
      code: `effect/${key}`,
      says: told.says === undefined ? `${title}: something in it needs you.` : textOf(told.says),
      href: facts.hrefFor(readerId),
      subject: facts.subject,
      party: acting.party,
      clauses: [],
      urgent: false,
    }))
  })
  const fresh = await writeNotices(tx, notices)
  if (fresh.length > 0 && contextOf(tx).actor.kind === 'system')
    recordEvent(tx, {
      code: 'notice.told',
      subject: facts.subject,
      recordId,
      policyVersionId: policy.id,
      details: { effect: key, readers: fresh.map((notice) => notice.readerId) },
    })
  return fresh.length
}
