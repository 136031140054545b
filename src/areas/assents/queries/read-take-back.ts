import { personFacts } from '#areas/people/index.ts'
import { policyInForce, readSettings, textOf } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { NotFound, Refused } from '#core/errors.ts'
import { say } from '#core/messages/say.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf } from '#platform/database/tx.ts'
import { agreementText, hasEasyWords } from '../agreement-text.ts'
import type { Request } from '../request.ts'
import { OVER, requestColumns } from '../request.ts'
import type { Asking, Takeable } from '../taking-back.ts'
import { readAsking, takeableBy, whoMayTakeBack } from '../taking-back.ts'
import { readPeople } from './read-people.ts'

/** One use with a yes or no of its own. */
export interface Purpose {
  readonly id: string
  readonly says: string
}

/** What somebody may take back, with everything that its page says. */
export interface OpenTakeBack {
  readonly request: Request
  readonly takeable: Takeable
  readonly title: string
  /** What the person whom it is about is called by, and whether that is the one who looks. */
  readonly name: string
  readonly self: boolean
  readonly year: number | null
  readonly purposes: readonly Purpose[]
  readonly lost: readonly Purpose[]
  /** Whether the policy wants it in writing. */
  readonly written: boolean
  /** What the school then has to do, as the policy says it. */
  readonly follows: readonly string[]
  /** Whether they are asked themselves: then they sign again, instead of lifting their no. */
  readonly isAsked: boolean
  readonly zone: string
}

// From year 7 on, pupils read the usual words.
const LAST_EASY_YEAR = 6

/**
 * Opens what somebody may take back, for themselves.
 * @throws NotFound for what is no business of theirs; Refused for what the policy does not let them take back, or is not given.
 */
export async function readTakeBack(tx: Tx, actor: PersonActor, id: string): Promise<OpenTakeBack> {
  const request = await liveRequest(tx, id)
  const asking = await readAsking(tx, request)
  const { required } = asking.matter
  const isAsked = required.slots.some((slot) => slot.people.includes(actor.personId))
  // Staff see every asking; taking one back is for those whom it concerns.
  if (!isAsked && request.aboutId !== actor.personId) throw new NotFound('agreement.missing')
  const takeable = takeableBy(asking, actor.personId)
  if (takeable === null) throw new Refused('agreement.withdraw.never', say('en', 'agreement.refused.withdraw'))
  const year = (await personFacts(tx, [request.aboutId])).get(request.aboutId)?.facts.year
  const self = request.aboutId === actor.personId
  const young = self && actor.audience === 'pupil' && typeof year === 'number' && year <= LAST_EASY_YEAR
  return {
    // Its first title is written to the parents.
    ...(await shown(tx, asking, self && actor.audience === 'pupil')),
    request,
    takeable,
    self,
    year: typeof year === 'number' ? year : null,
    purposes: purposesOf(asking, takeable.purposes, young),
    lost: purposesOf(asking, takeable.lost, young),
    isAsked,
    zone: (await readSettings(tx)).zone,
  }
}

/** What staff see who enter that somebody took it back. */
export interface HeardBack {
  readonly request: Request
  readonly title: string
  readonly name: string
  readonly written: boolean
  readonly follows: readonly string[]
  readonly people: readonly { readonly id: string; readonly name: string; readonly pupil: boolean }[]
  readonly purposes: readonly Purpose[]
}

/**
 * Opens an asking for staff who heard that somebody takes it back.
 * @throws NotFound when there is none that is still asked; Refused when the policy lets nobody take it back.
 */
export async function readHeardBack(tx: Tx, actor: PersonActor, id: string): Promise<HeardBack> {
  const request = await liveRequest(tx, id)
  const asking = await readAsking(tx, request)
  if (asking.matter.assent.withdraw === undefined)
    throw new Refused('agreement.withdraw.never', say('en', 'agreement.refused.withdraw'))
  // Nobody enters their own.
  const ids = whoMayTakeBack(asking).filter((one) => one !== actor.personId)
  const people = await asSystem(tx, () => readPeople(tx, ids))
  const all = new Set(ids.flatMap((one) => takeableBy(asking, one, true)?.purposes ?? []))
  return {
    ...(await shown(tx, asking, false)),
    request,
    people: ids.map((one) => ({ id: one, name: people.get(one)?.name ?? '', pupil: one === request.aboutId })),
    purposes: purposesOf(asking, [...all], false),
  }
}

async function shown(tx: Tx, asking: Asking, pupil: boolean) {
  const { request, matter } = asking
  const people = await asSystem(tx, () => readPeople(tx, [request.aboutId]))
  const { pack } = await policyInForce(tx, request.schoolId)
  return {
    title: textOf(matter.assent.says, pupil ? 'en-easy' : 'en'),
    name: people.get(request.aboutId)?.given ?? '',
    written: matter.assent.withdraw?.how === 'written',
    follows: followsOf(pack, request.assent),
  }
}

const liveRequest = (tx: Tx, id: string): Promise<Request> =>
  tx
    .selectFrom('app.assent_request as r')
    .select(requestColumns)
    .where('r.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('r.id', '=', id)
    .where('r.state', 'not in', OVER)
    .executeTakeFirstOrThrow(() => new NotFound('agreement.missing'))

function purposesOf({ pack, request }: Asking, ids: readonly string[], young: boolean): Purpose[] {
  const text = agreementText(pack, request.assent, young && hasEasyWords(pack, request.assent) ? 'en-easy' : 'en')
  return text.statements.filter((one) => ids.includes(one.id)).map(({ id, says }) => ({ id, says }))
}

/** What begins when it is taken back, under the policy in force: duties and records, by their titles. */
function followsOf(pack: Pack, assent: string): string[] {
  const hanging = Object.values(pack.duties).filter((duty) => 'on' in duty && duty.on === `assent/${assent}#withdrawn`)
  const started = (pack.assents[assent]?.withdraw?.starts ?? []).flatMap((ref) => {
    const [kind = '', id = ''] = ref.split('/')
    return kind === 'duty' ? (pack.duties[id] ?? []) : (pack.records[id] ?? [])
  })
  return [...new Set([...hanging, ...started].map((one) => textOf(one.says)))]
}
