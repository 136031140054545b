import { createHash } from 'node:crypto'
import { textOf } from '#areas/policy/index.ts'
import type { Actor } from '#core/actor.ts'
import { sayFullDate } from '#core/calendar/say-date.ts'
import { Refused } from '#core/errors.ts'
import { checkContent } from '#pack/edit/check-content.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { currentPosts } from '../queries/current-posts.ts'
import { readRevision } from '../queries/read-revision.ts'
import { type Point, pointAt } from '../settle/points.ts'
import { reopenedContent, type Settled, settledContent } from '../settle/settle-content.ts'
import { reviseDraft } from './revise-draft.ts'
import { takeBack } from './take-back.ts'

/** That somebody said how a thing is to be read: who, when and where. For those who are not at the screen themselves. */
export interface Word {
  readonly who: string
  readonly on: Temporal.PlainDate
  readonly where: string
}

export interface SettlePoints {
  readonly draftId: string
  readonly settle: readonly Settled[]
  /** Needed where the pack names a party to settle it and whoever acts does not hold that post. */
  readonly word?: Word | null
  /** What was seen before confirming several: `seenMark` of their points. */
  readonly seen?: string
}

/**
 * Settles points of a draft as one revision that says what was confirmed.
 * @throws Refused when one is gone, lacks a value, is another's to settle, changed since it was seen, or breaks a rule so.
 */
export async function settlePoints(tx: Tx, actor: Actor, input: SettlePoints): Promise<number> {
  const posts = await currentPosts(tx)
  const number = await reviseDraft(tx, actor, input.draftId, (draft) => {
    const points = input.settle.map(({ place }) => pointOf(draft.pack, place))
    if (input.seen !== undefined && input.seen !== seenMark(points))
      throw new Refused('policy.settle.changed', 'Somebody changed one of these meanwhile. Look at them again.')
    const others = partiesAsked(points, posts)
    if (others.length > 0 && !input.word)
      throw new Refused(
        'policy.settle.word',
        `${others.map((party) => partyName(draft.pack, party)).join(' and ')} settles this. Write down who said so, when and where.`,
      )
    const content = settledContent(draft.pack, input.settle)
    if (input.settle.some(({ to }) => to !== undefined)) assertNoWorse(draft.pack, content)
    return { content, says: sayDone(draft.pack, points, input), ...placeOf(input.settle.map(({ place }) => place)) }
  })
  // Nobody is left with a question that has been answered.
  await takeBack(
    tx,
    input.draftId,
    input.settle.map(({ place }) => place),
  )
  return number
}

/** Takes what was confirmed back: the points are open again. */
export async function reopenPoints(
  tx: Tx,
  actor: Actor,
  input: { readonly draftId: string; readonly places: readonly string[] },
): Promise<number> {
  const first = await readRevision(tx, input.draftId, 1)
  return reviseDraft(tx, actor, input.draftId, (draft) => ({
    content: reopenedContent(draft.pack, first.pack, input.places),
    says: clipped(`Opened again: ${titles(input.places.map((place) => pointOf(draft.pack, place)))}`),
    ...placeOf(input.places),
  }))
}

/** What somebody had before them when they confirmed several points at once. */
export const seenMark = (points: readonly Point[]): string =>
  createHash('sha256')
    .update(JSON.stringify(points.map(({ place, value }) => [place, value])))
    .digest('hex')
    .slice(0, 24)

/** The parties whose word is needed and whose posts are not among these. */
export const partiesAsked = (points: readonly Point[], posts: readonly string[]): string[] => [
  ...new Set(points.flatMap(({ by }) => (by === null || posts.includes(by.slice('party/'.length)) ? [] : [by]))),
]

function pointOf(pack: Pack, place: string): Point {
  const point = pointAt(pack, place)
  if (point === null) throw new Refused('policy.settle.missing', 'This is not in the draft any more. Look at it again.')
  return point
}

function assertNoWorse(before: Pack, after: Pack): void {
  const known = new Set(checkContent(before).map((fault) => JSON.stringify(fault)))
  const [fault] = checkContent(after).filter((one) => !known.has(JSON.stringify(one)))
  if (fault !== undefined) throw new Refused('policy.settle.value', fault.says)
}

function sayDone(pack: Pack, points: readonly Point[], { settle, word }: SettlePoints): string {
  const changed = settle.flatMap(({ to }) => (to === undefined ? [] : [Array.isArray(to) ? to.join(', ') : String(to)]))
  const [only] = points
  const what =
    points.length === 1 && only?.kind === 'reading'
      ? `How ${only.clauses.join(' and ')} ${only.clauses.length === 1 ? 'is' : 'are'} read is settled`
      : `Confirmed: ${titles(points)}`
  const value = points.length === 1 && changed.length === 1 ? ` (now: ${changed[0]})` : ''
  const parties = [...new Set(points.flatMap(({ by }) => (by === null ? [] : [partyName(pack, by)])))].join(', ')
  const said = word ? `. ${parties}: said so by ${word.who} on ${sayFullDate(word.on)}, ${word.where}` : ''
  return clipped(`${what}${value}${said}`)
}

const titles = (points: readonly Point[]): string => {
  const shown = points.slice(0, 3).map(({ title }) => `“${title.length > 90 ? `${title.slice(0, 89)}…` : title}”`)
  return points.length > 3 ? `${shown.join(', ')} and ${points.length - 3} more` : shown.join(', ')
}

const placeOf = (places: readonly string[]): { place?: string } => {
  const [only] = places
  return places.length === 1 && only !== undefined ? { place: only } : {}
}

const clipped = (text: string): string => (text.length > 2_000 ? `${text.slice(0, 1_999)}…` : text)

const partyName = (pack: Pack, ref: string): string => {
  const party = pack.parties[ref.slice('party/'.length)]
  return party === undefined ? ref : textOf(party.says)
}
