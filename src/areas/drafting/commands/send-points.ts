import { writeNotices } from '#areas/notices/index.ts'
import { textOf } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { countOf } from '#core/calendar/say-date.ts'
import { Refused } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { assertKeepsPolicy } from '../keeper.ts'
import { paths } from '../paths.ts'
import { confirmationsOf } from '../queries/confirmations.ts'
import { readDraft } from '../queries/read-draft.ts'
import { readHolders } from '../queries/read-holders.ts'
import { ownersOf } from '../settle/owners.ts'
import { type Point, pointAt } from '../settle/points.ts'
import { hasValue, sayPoint } from '../settle/say-point.ts'
import { seenMark } from './settle-points.ts'

export interface SendPoints {
  readonly draftId: string
  readonly places: readonly string[]
  /** To this post; left out, to the first to which each belongs and that somebody else holds. */
  readonly post?: string
}

/**
 * Sends open points of a draft to the holders of the posts to which they belong, each with all that is needed to answer. What
 * waits for an answer already is left.
 * @returns how many were sent.
 * @throws Refused when a point is gone or settled, or nobody else holds its post.
 */
export async function sendPoints(tx: Tx, actor: PersonActor, input: SendPoints): Promise<number> {
  await assertKeepsPolicy(tx)
  const draft = await readDraft(tx, input.draftId, { lock: true })
  if (draft.stage !== 'editing' && draft.stage !== 'consulting')
    throw new Refused('policy.confirm.stage', 'This draft is no longer being worked on, so nothing of it can be asked.')
  const holders = (await readHolders(tx)).filter(({ personId }) => personId !== actor.personId)
  const held = new Set(holders.map(({ post }) => post))
  const sent = await confirmationsOf(tx, input.draftId)
  const waiting = new Set(sent.filter(({ state }) => state === 'waiting').map(({ place, post }) => `${place} ${post}`))
  const rows = [...new Set(input.places)].flatMap((place) => {
    const point = pointAt(draft.pack, place)
    if (point === null || !point.open)
      throw new Refused('policy.settle.missing', 'One of these is not open in the draft any more. Look at it again.')
    const owners = ownersOf(draft.pack, point).filter((post) => held.has(post))
    const post = input.post === undefined ? owners[0] : owners.find((one) => one === input.post)
    if (post === undefined)
      throw new Refused('policy.confirm.nobody', `Nobody else holds the post to which “${point.title}” belongs.`)
    return waiting.has(`${place} ${post}`) ? [] : [rowOf(tx, actor, draft.pack, point, post, input.draftId)]
  })
  if (rows.length === 0) return 0
  await tx.insertInto('app.policy_confirmation').values(rows).execute()
  recordEvent(tx, {
    code: 'policy.draft.sent_to_confirm',
    subject: { kind: 'policy_draft', id: input.draftId },
    details: { sent: rows.map(({ place, post }) => ({ place, post })) },
  })
  await tell(tx, rows, holders)
  return rows.length
}

function rowOf(tx: Tx, actor: PersonActor, pack: Pack, point: Point, post: string, draftId: string) {
  const clauses = new Map(pack.clauses.map((clause) => [clause.id, textOf(clause.says)]))
  const sure = point.confidence === null ? '' : ` Whoever read the policy was ${SURE[point.confidence]} of it.`
  return {
    organisation_id: actor.organisationId,
    id: newId(contextOf(tx).clock),
    draft_id: draftId,
    place: point.place,
    post,
    title: point.title.slice(0, 4_000),
    sentence: point.kind === 'reading' ? '' : point.sentence.slice(0, 8_000),
    says: `${sayPoint(pack, point)}${sure}`.slice(0, 8_000),
    clauses: JSON.stringify(point.clauses.map((id) => ({ id, says: clauses.get(id) ?? '' }))),
    has_value: hasValue(pack, point),
    mark: seenMark([point]),
    asked_by: actor.personId,
    asked_at: nowText(tx),
  }
}

const SURE = { high: 'sure', medium: 'fairly sure', low: 'not sure' } as const

/** One notice for each holder, however much was sent. */
async function tell(
  tx: Tx,
  rows: readonly ReturnType<typeof rowOf>[],
  holders: readonly { readonly post: string; readonly personId: string }[],
): Promise<void> {
  const readers = new Map(holders.map(({ personId }) => [personId, new Set<string>()]))
  for (const { personId, post } of holders) readers.get(personId)?.add(post)
  const notices = [...readers].flatMap(([readerId, posts]) => {
    const own = rows.filter(({ post }) => posts.has(post))
    const [first] = own
    if (first === undefined) return []
    const says =
      own.length === 1
        ? `Is this so? “${first.title}”`
        : `The next version of the policy: ${countOf(own.length, 'point')} to confirm`
    return {
      readerId,
      code: 'policy.confirm',
      says: says.slice(0, 1_000),
      href: paths.toConfirm.to(),
      subject: { kind: 'policy_confirmation', id: first.id },
      party: `party/${first.post}`,
      clauses: [],
      urgent: false,
    }
  })
  await writeNotices(tx, notices)
}
