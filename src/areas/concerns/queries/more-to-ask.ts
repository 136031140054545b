import { holdersAt, teachersOf } from '#areas/notices/index.ts'
import { awayToday } from '#areas/people/index.ts'
import type { PolicyInForce } from '#areas/policy/index.ts'
import { policyInForce, textOf } from '#areas/policy/index.ts'
import { say } from '#core/messages/say.ts'
import { actingFor } from '#pack/engines/audience/stand-ins.ts'
import { eventJudge } from '#pack/engines/judges.ts'
import { choicesFor } from '#pack/engines/notify/recipients.ts'
import type { FaceName } from '#pack/types/party.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem } from '#platform/database/tx.ts'
import { holdersOf } from '../commands/keep-out.ts'
import type { MoreToAsk, WhomToTell } from '../more.ts'
import { TOLD } from '../told-event.ts'

/** What is known of a concern before it is told. */
export interface Telling {
  readonly worry: string
  readonly schoolId: string
  readonly aboutPosts: readonly string[]
  /** Null for whoever tells without a name: then nobody is found through them. */
  readonly reporterId: string | null
  readonly easy: boolean
}

/** What the policy in force asks for this worry. */
export async function moreToAsk(tx: Tx, telling: Telling): Promise<MoreToAsk> {
  const policy = await policyInForce(tx)
  const judge = eventJudge(policy.pack, TOLD, { worry: telling.worry })
  const field = policy.pack.records.concern?.fields.find((one) => one.id === 'by_accident')
  const asked = field !== undefined && (field.when === undefined || judge(field.when) === 'yes')
  const parties = choicesFor(policy.pack, TOLD, judge)
  return {
    accident: asked ? textOf(field.asks, languageFor(telling)) : null,
    whom: parties.length < 2 ? [] : await asSystem(tx, () => reachable(tx, policy, parties, telling)),
  }
}

const languageFor = ({ easy }: Telling): string => (easy ? 'en-easy' : 'en')

/**
 * Of the parties that the policy offers, those for whom somebody acts now: never the person whom it is about, nor the
 * one who tells. One that is left alone is no choice.
 */
async function reachable(
  tx: Tx,
  policy: PolicyInForce,
  parties: readonly string[],
  telling: Telling,
): Promise<MoreToAsk['whom']> {
  const { reporterId } = telling
  const holders = {
    ...(await holdersAt(tx, telling.schoolId)),
    class_teachers: reporterId === null ? [] : await teachersOf(tx, [reporterId]),
  }
  const about = await holdersOf(tx, telling.aboutPosts, telling.schoolId)
  const away = await awayToday(tx)
  const keptOut = reporterId === null ? about : [...about, reporterId]
  const found = new Map<string, WhomToTell>()
  for (const value of parties) {
    const acting = actingFor(policy.pack, value, holders, { keptOut, away })
    if (acting.people.length > 0 && !found.has(acting.party))
      found.set(acting.party, {
        value,
        text: nameOf(policy, acting.party, languageFor(telling)),
        picture: pictureOf(policy, acting.party),
      })
  }
  return found.size < 2 ? [] : [...found.values()]
}

function pictureOf({ pack }: PolicyInForce, party: string): FaceName {
  if (party === 'class_teachers') return 'teacher'
  const post = pack.parties[party.slice('party/'.length)]
  return (post?.kind === 'post' ? post.picture : undefined) ?? 'helper'
}

function nameOf(policy: PolicyInForce, party: string, language: string): string {
  if (party === 'class_teachers') return say('en', 'concern.whom.class_teachers')
  const says = policy.pack.parties[party.slice('party/'.length)]?.says
  return says === undefined ? party : textOf(says, language)
}
