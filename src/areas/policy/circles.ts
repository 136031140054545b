import type { Pack } from '#pack/types/pack.ts'

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
  return [...recordCircles(pack), ...factCircles(pack), ...keepersOf(pack)]
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
    const posts = record.sight.flatMap((sight) => {
      const reach = sight.sees === 'all' || sight.sees === 'masked' ? sight.sees : null
      if (reach === null || sight.which !== 'all' || sight.when !== undefined) return []
      return seersOf(pack, sight.who).map((post) => ({ post, reach }))
    })
    return [
      ...unique(posts.map(({ post, reach }) => ({ circle: kind, post, reach }))),
      ...posts.flatMap(({ post: named }) => aboutHolder(pack, kind, named, posts)),
    ]
  })
}

/** The circle of a case in which the holder of a post is named; the plain circle when nobody stands in. */
export function circleAbout(pack: Pack, kind: string, post: string | null): string {
  return post !== null && standIn(pack, post) !== null ? `${kind}_about_${post}` : kind
}

function aboutHolder(
  pack: Pack,
  kind: string,
  named: string,
  posts: readonly { post: string; reach: 'all' | 'masked' }[],
): CirclePost[] {
  const instead = standIn(pack, named)
  if (instead === null) return []
  const others = posts.filter(({ post }) => post !== named)
  return unique(
    [...others, { post: instead, reach: 'all' as const }].map(({ post, reach }) => ({
      circle: `${kind}_about_${named}`,
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
