import { textOf } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { sayInstant } from '#core/calendar/say-date.ts'
import type { Clock } from '#core/clock.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import type { Holding } from '../posts/post-lines.ts'
import { type Confirmation, confirmationsOf } from '../queries/confirmations.ts'
import { namesOf } from '../queries/names-of.ts'
import { ownersOf } from '../settle/owners.ts'
import type { Point } from '../settle/points.ts'
import type { Asked } from '../views/asked-lines.tsx'

/** So many answers to one point are shown, the newest. */
const MOST_ANSWERS = 3

/** Who was asked about the points of a draft and what they said, and whom each can be sent to. */
export async function readAsked(
  tx: Tx,
  clock: Clock,
  draft: { readonly id: string; readonly stage: string; readonly pack: Pack },
  all: readonly Holding[],
  zone: string,
) {
  const { pack } = draft
  const sent = Map.groupBy(await confirmationsOf(tx, draft.id), ({ place }) => place)
  const people = [...sent.values()].flat().flatMap(({ askedBy, answeredBy }) => [askedBy, answeredBy])
  const names = await namesOf(tx, people)
  const me = personIn(tx)
  const takes = draft.stage === 'editing' || draft.stage === 'consulting'
  const holders = Map.groupBy(takes ? all.filter(({ personId }) => personId !== me) : [], ({ post }) => post)
  const heldBy = (post: string) => [...new Set((holders.get(post) ?? []).map(({ name }) => name))].join(', ')
  const at = (when: Temporal.Instant) => sayInstant(when, clock.now(), zone)
  const partyOf = (post: string) => textOf(pack.parties[post]?.says ?? post.replaceAll('_', ' '))
  const saidBy = (one: Confirmation) => `${names.get(one.answeredBy ?? '') ?? 'Somebody'}, ${partyOf(one.post)}`
  const asked = (point: Point): Asked => {
    const own = sent.get(point.place) ?? []
    const waiting = own.filter(({ state }) => state === 'waiting')
    return {
      owners: ownersOf(pack, point)
        .filter((post) => holders.has(post) && !waiting.some((one) => one.post === post))
        .map((post) => ({ post, says: partyOf(post), holders: heldBy(post) })),
      waiting: waiting.map(
        (one) =>
          `${names.get(one.askedBy) ?? 'Somebody'} asked the ${partyOf(one.post)} (${heldBy(one.post)}), ${at(one.askedAt)}. No answer yet.`,
      ),
      answers: own
        .filter(({ state }) => state === 'yes' || state === 'no')
        .slice(0, MOST_ANSWERS)
        .map((one) => ({
          says: `${saidBy(one)}, ${one.state === 'yes' ? 'said that it is so' : 'says that it should be otherwise'}: ${at(one.answeredAt ?? one.askedAt)}.`,
          words: one.words,
        })),
    }
  }
  const askGroup = (points: readonly Point[]) => {
    const ready = points.flatMap((point) => {
      const { owners, waiting, answers } = asked(point)
      const [first] = owners
      return point.open && waiting.length === 0 && answers.length === 0 && first !== undefined
        ? [{ place: point.place, holders: first.holders }]
        : []
    })
    if (ready.length < 2) return null
    return { places: ready.map(({ place }) => place), holders: listOf([...new Set(ready.map((one) => one.holders))]) }
  }
  return { asked, askGroup }
}

const personIn = (tx: Tx): PersonActor['personId'] | null => {
  const { actor } = contextOf(tx)
  return actor.kind === 'person' ? actor.personId : null
}

const listOf = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
