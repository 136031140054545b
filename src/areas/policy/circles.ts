import type { Verdict } from '#pack/engines/judge.ts'
import { lineOfCase } from '#pack/engines/who-acts.ts'
import type { Pack } from '#pack/types/pack.ts'
import { membersOf } from '#pack/types/parts.ts'
import type { WhoByCase } from '#pack/types/who.ts'
import { circleOfOffice } from './queries/own-offices.ts'

/** Which posts may see one kind of record; `head_named` circles are for cases about the holder of a post. */
export interface CirclePost {
  readonly circle: string
  /** A post, or `members/<kind>`: everybody who belongs to the school so. */
  readonly post: string
  readonly reach: 'all' | 'masked'
}

/**
 * The circles of a pack's records, from each record kind's `sight`: one for the usual case, and for each post in it that has
 * somebody instead when its holder is named, one in which that post is replaced.
 */
export function circlesOf(pack: Pack): CirclePost[] {
  return [...recordCircles(pack), ...factCircles(pack), ...keepersOf(pack), ...lookersAfter(pack)]
}

// Whoever owns the policy itself drafts its next version. The row policies of drafts ask for this circle by its name.
function keepersOf(pack: Pack): CirclePost[] {
  const owners = Object.values(pack.documents)
    .filter(({ kind, owner }) => kind === 'policy' && owner !== undefined)
    .flatMap(({ owner }) => eachOf(owner))
  return unique(
    owners
      .flatMap((who) => postOf(pack, who) ?? [])
      .map((post) => ({ circle: 'keeps_policy', post, reach: 'all' as const })),
  )
}

// What a post looks after for everybody. Row policies and menus ask for these circles by their names.
function lookersAfter(pack: Pack): CirclePost[] {
  return Object.entries(pack.parties).flatMap(([post, party]) =>
    party.kind === 'post'
      ? party.looks_after.map((what) => ({ circle: circleOfOffice(what), post, reach: 'all' as const }))
      : [],
  )
}

function eachOf(who: unknown): unknown[] {
  if (typeof who !== 'object' || who === null) return [who]
  return Object.values(who).flatMap((inner: unknown) => (Array.isArray(inner) ? inner.flatMap(eachOf) : []))
}

/** The circle of those who see a sensitive fact of a person, such as `fact_extra_support`; null when all staff do. */
export function circleOfFact(pack: Pack, name: string): string | null {
  return pack.facts[name]?.sensitive === true ? `fact_${name.slice(name.indexOf('.') + 1)}` : null
}

function factCircles(pack: Pack): CirclePost[] {
  return Object.entries(pack.facts).flatMap(([name, fact]) => {
    const circle = name.startsWith('person.') ? circleOfFact(pack, name) : null
    return circle === null
      ? []
      : unique(
          fact.seen_by.flatMap((who) => seersOf(pack, who)).map((post) => ({ circle, post, reach: 'all' as const })),
        )
  })
}

function recordCircles(pack: Pack): CirclePost[] {
  return Object.entries(pack.records).flatMap(([kind, record]) => {
    const usual: Seer[] = record.sight.flatMap((sight) => {
      const reach = sight.sees === 'all' || sight.sees === 'masked' ? sight.sees : null
      if (reach === null || sight.which !== 'all' || sight.when !== undefined) return []
      return seersOf(pack, sight.who).map((post) => ({ post, reach }))
    })
    return [{ circle: kind, posts: usual }, ...byCase(pack, kind, record, usual)].flatMap(({ circle, posts }) => [
      ...unique(posts.map(({ post, reach }) => ({ circle, post, reach }))),
      ...posts.flatMap(({ post: named }) => aboutHolder(pack, circle, named, posts)),
    ])
  })
}

interface Seer {
  readonly post: string
  readonly reach: 'all' | 'masked'
}

/** Where somebody else handles a case, those who handle the others do not see it, and whoever handles it sees all of it. */
function byCase(pack: Pack, kind: string, { handled_by }: Pack['records'][string], usual: readonly Seer[]) {
  if (!Array.isArray(handled_by)) return []
  const handlers = new Set(membersOf(handled_by).flatMap((who) => postOf(pack, who) ?? []))
  return handled_by.flatMap((line, index) => {
    if (line.when === undefined) return []
    const mine = membersOf(line.who).flatMap((who) => seersOf(pack, who))
    const others = usual.filter(({ post }) => !handlers.has(post) || mine.includes(post))
    return [
      {
        circle: circleOfLine(kind, index),
        posts: [...others, ...mine.map((post) => ({ post, reach: 'all' as const }))],
      },
    ]
  })
}

const circleOfLine = (kind: string, line: number): string => `${kind}_case_${line}`

/** The circle of a record in the case at hand: the plain one, or that of the line by which somebody else handles it. */
export function circleInCase(pack: Pack, kind: string, judge: (expression: string) => Verdict): string {
  const line = lineOfCase(pack.records[kind]?.handled_by, judge)
  return line === null ? kind : circleOfLine(kind, line)
}

/** Who handles a record that stands in a circle; before there is one, whoever handles any of its kind. */
export function handlersIn(pack: Pack, kind: string, circle: string): WhoByCase | undefined {
  const who = pack.records[kind]?.handled_by
  if (!Array.isArray(who) || circle === '') return who
  const line = who.find((_, index) => circle.match(/^(\w+?_case_\d+)(_about_|:|$)/)?.[1] === circleOfLine(kind, index))
  return (line ?? who.at(-1))?.who
}

/**
 * The circle of a case in which the holder of a post is named; the plain circle where nobody stands in for the post, or its
 * holder does not belong to the plain circle: then nobody there has to be replaced.
 */
export function circleAbout(pack: Pack, kind: string, post: string | null): string {
  const about = post === null ? kind : nameAbout(kind, post)
  return circleNames(pack).has(about) ? about : kind
}

const nameAbout = (kind: string, post: string): string => `${kind}_about_${post}`

const names = new WeakMap<Pack, ReadonlySet<string>>()

/** The names of all circles of a pack's records: worked out once for each pack. */
function circleNames(pack: Pack): ReadonlySet<string> {
  const known = names.get(pack) ?? new Set(recordCircles(pack).map(({ circle }) => circle))
  names.set(pack, known)
  return known
}

function aboutHolder(pack: Pack, kind: string, named: string, posts: readonly Seer[]): CirclePost[] {
  const instead = standIn(pack, named)
  if (instead === null) return []
  const others = posts.filter(({ post }) => post !== named)
  return unique(
    [...others, { post: instead, reach: 'all' as const }].map(({ post, reach }) => ({
      circle: nameAbout(kind, named),
      post,
      reach,
    })),
  )
}

function standIn(pack: Pack, post: string): string | null {
  const party = pack.parties[post]
  if (party?.kind !== 'post' || party.instead === undefined) return null
  return postOf(pack, party.instead.named_in_case)
}

function postOf(pack: Pack, who: unknown): string | null {
  if (typeof who !== 'string' || !who.startsWith('party/')) return null
  const id = who.slice('party/'.length)
  return pack.parties[id]?.kind === 'post' ? id : null
}

// An audience with a condition is a matter of each person's facts, which a row policy cannot weigh: it opens no circle.
function seersOf(pack: Pack, who: unknown): string[] {
  const post = postOf(pack, who)
  if (post !== null) return [post]
  const party = typeof who === 'string' ? pack.parties[who.replace(/^party\//, '')] : undefined
  return party?.kind === 'audience' && party.when === undefined && party.except.length === 0
    ? party.of.map((kind) => `members/${kind}`)
    : []
}

// The same post twice in one circle: the wider reach holds.
function unique(rows: readonly CirclePost[]): CirclePost[] {
  const byPost = new Map<string, CirclePost>()
  for (const row of rows) if (byPost.get(row.post)?.reach !== 'all') byPost.set(row.post, row)
  return [...byPost.values()]
}
