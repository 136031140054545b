import type { Entry, Party } from './entry.ts'
import { isParty, isSame, notSigned } from './entry.ts'
import { entryKinds } from './entry-kinds.ts'
import type { ItemKind } from './item-kinds.ts'
import { itemKinds } from './item-kinds.ts'

/** A gap in a chain: something that a court would ask about. */
export type Gap =
  /** Between two moments nobody stands for it: it was with one, and another gave it away. */
  | {
      readonly kind: 'hands'
      readonly was: Party | null
      readonly gave: Party
      readonly from: Temporal.Instant
      readonly until: Temporal.Instant
    }
  | { readonly kind: 'unsigned'; readonly who: string; readonly by: Party }
  | { readonly kind: 'order' }
  /** A printed sheet that nobody countersigned. */
  | { readonly kind: 'alone' }
  | { readonly kind: 'seal'; readonly was: string; readonly is: string }
  /** Opened while it was sealed, and not sealed again. */
  | { readonly kind: 'unsealed' }
  | { readonly kind: 'nowhere'; readonly since: Temporal.Instant }
  | { readonly kind: 'after_end' }
  | { readonly kind: 'no_file' }

/** One link with what is missing at it. */
export interface Link {
  readonly entry: Entry
  readonly gaps: readonly Gap[]
}

/** The chain of an item. */
export interface Chain {
  readonly links: readonly Link[]
  /** Who has it now; null when it is in a place, or gone. */
  readonly holder: Party | null
  readonly place: string | null
  readonly seal: string | null
  /** How it ended, when it did. */
  readonly ended: Entry['kind'] | null
  readonly whole: boolean
}

interface Item {
  readonly kind: ItemKind
  readonly hasFile: boolean
}

const DAY = { hours: 24 }

/**
 * Links what happened to an item and finds the gaps. The same for everybody who looks, and the same tomorrow but for what
 * time itself opens: a thing of which nobody has said where it is for a day.
 */
export function chainOf(item: Item, entries: readonly Entry[], now: Temporal.Instant): Chain {
  const state: State = {
    holder: null,
    place: null,
    since: null,
    seal: null,
    unsealed: false,
    ended: null,
    before: null,
  }
  const { thing, file } = itemKinds[item.kind]
  const links = [...entries].sort(inOrder).map((entry) => {
    const gaps = [...gapsAt(state, entry, thing), ...alone(item, entry), ...notSigned(entry).map(unsigned)]
    move(state, entry)
    return { entry, gaps }
  })
  const last = links.at(-1)
  const open = [
    ...openGaps(state, thing, now),
    ...(file && !item.hasFile && state.ended === null ? [{ kind: 'no_file' } as const] : []),
  ]
  const all = last === undefined ? [] : [...links.slice(0, -1), { ...last, gaps: [...last.gaps, ...open] }]
  return {
    links: all,
    holder: state.holder,
    place: state.place,
    seal: state.seal,
    ended: state.ended,
    whole: all.length > 0 && all.every((link) => link.gaps.length === 0),
  }
}

interface State {
  holder: Party | null
  place: string | null
  /** Since when it has been where it is. */
  since: Temporal.Instant | null
  seal: string | null
  unsealed: boolean
  ended: Entry['kind'] | null
  before: Temporal.Instant | null
}

function gapsAt(state: State, entry: Entry, thing: boolean): Gap[] {
  const gaps: Gap[] = []
  if (state.ended !== null) gaps.push({ kind: 'after_end' })
  if (entry.notedAt.epochMilliseconds < entry.at.epochMilliseconds) gaps.push({ kind: 'order' })
  if (!thing) return gaps
  const gave = giverOf(entry)
  if (gave !== null && state.holder !== null && state.since !== null && !isSame(gave, state.holder))
    gaps.push({ kind: 'hands', was: state.holder, gave, from: state.since, until: entry.at })
  const seal = entry.kind === 'sealed' ? line(entry.fields.seal) : null
  if (seal !== null && state.seal !== null && state.seal !== seal && !state.unsealed)
    gaps.push({ kind: 'seal', was: state.seal, is: seal })
  return gaps
}

const alone = ({ kind }: Item, entry: Entry): Gap[] =>
  kind === 'printed' && entry.kind === 'captured' && !isParty(entry.fields.witness) ? [{ kind: 'alone' }] : []

// Out of a locked place anybody with a key may take it: whoever gives it on has taken it there. From hand to hand it may not jump.
const giverOf = (entry: Entry): Party | null => {
  if (entry.kind === 'captured' || entry.kind === 'withdrawn') return null
  return entry.from ?? { personId: entry.notedBy, words: null }
}

function openGaps(state: State, thing: boolean, now: Temporal.Instant): Gap[] {
  if (!thing || state.ended !== null) return []
  const gaps: Gap[] = state.unsealed && state.seal !== null ? [{ kind: 'unsealed' }] : []
  if (state.place !== null || state.since === null) return gaps
  if (Temporal.Instant.compare(state.since.add(DAY), now) >= 0) return gaps
  return [...gaps, { kind: 'nowhere', since: state.since }]
}

function move(state: State, entry: Entry): void {
  state.before = entry.at
  if (entry.kind === 'captured' || entry.kind === 'handed') {
    Object.assign(state, { holder: entry.to, place: null, since: entry.at })
  }
  if (entry.kind === 'stored') Object.assign(state, { holder: null, place: line(entry.fields.place), since: entry.at })
  if (entry.kind === 'sealed') Object.assign(state, { seal: line(entry.fields.seal), unsealed: false })
  if (entry.kind === 'opened' && state.seal !== null) state.unsealed = true
  if (entryKinds[entry.kind].ends === true)
    Object.assign(state, { holder: entry.to, place: null, since: entry.at, ended: entry.kind })
}

const unsigned = ({ says, by }: { says: string; by: Party }): Gap => ({ kind: 'unsigned', who: says, by })

const line = (value: Entry['fields'][string] | undefined): string | null =>
  value === undefined || isParty(value) ? null : String(value)

const inOrder = (one: Entry, other: Entry): number =>
  Temporal.Instant.compare(one.at, other.at) || Temporal.Instant.compare(one.notedAt, other.notedAt)
