import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { countMine } from '#areas/duties/index.ts'
import { openCall } from '#areas/notices/index.ts'
import { policyVersion, textOf } from '#areas/policy/index.ts'
import type { Actor, Audience } from '#core/actor.ts'
import { sayFullDate, sayInstant } from '#core/calendar/say-date.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Parts } from '#platform/parts.ts'
import type { AssetPaths } from '#platform/web/assets.ts'
import type { Chrome } from '#ui/page/chrome.ts'
import { bareChrome } from '#ui/page/chrome.ts'
import { areas } from './areas.ts'

/** The surroundings of a page for somebody about whom nothing may be asked: error pages and public pages. */
export function bareChromeOf(parts: Parts, assets: AssetPaths, request: FastifyRequest): Chrome {
  return {
    ...bareChrome,
    csrf: request.csrf,
    assets,
    sample: parts.sample,
    organisation: 'Kept',
  }
}

/** The surroundings of a page as the person who asks for it sees them. */
export async function chromeOf(
  parts: Parts,
  assets: AssetPaths,
  request: FastifyRequest,
  flash: string | null,
): Promise<Chrome> {
  const bare = { ...bareChromeOf(parts, assets, request), flash }
  if (request.actor.organisationId === NO_ORGANISATION) return bare
  const facts = await request.inTx(async (tx) => {
    const found = await readFacts(tx, request.actor)
    return found === undefined
      ? undefined
      : {
          ...found,
          post: await postOf(tx, found),
          duties: await dutiesOf(tx, request),
          call: await callOf(tx, request),
        }
  })
  if (facts === undefined) return bare
  const audience = request.session?.actor.audience ?? null
  return {
    ...bare,
    organisation: facts.organisation,
    school: facts.schools === 1 ? facts.school : null,
    person: facts.name === null ? null : { name: facts.name, post: facts.post, href: '/you' },
    ...(audience === null ? {} : menuFor(audience, facts, request.url.split('?')[0] ?? '')),
    policyLine:
      facts.number === null
        ? null
        : `Policy version ${facts.number}, in force since ${sayFullDate(Temporal.PlainDate.from(facts.in_force_on ?? '1970-01-01'))}`,
    seal:
      facts.sealed_at === null
        ? null
        : {
            at: sayInstant(Temporal.Instant.from(facts.sealed_at), parts.clock.now(), facts.zone),
            short: facts.seal ?? '',
          },
    // Signed in, one may give one's name; the public page never knows it.
    call: facts.call,
    reportHref: request.session === null ? `/at/${facts.slug}/tell` : '/tell',
    signOutHref: request.session === null ? null : '/sign-out',
  }
}

const NO_ORGANISATION = '00000000-0000-0000-0000-000000000000'

type Facts = NonNullable<Awaited<ReturnType<typeof readFacts>>> & {
  readonly post: string | null
  readonly duties: number
}

// Only staff and governors are ever called.
async function callOf(tx: Tx, { session, url }: FastifyRequest): Promise<NonNullable<Chrome['call']> | null> {
  const audience = session?.actor.audience
  if (audience !== 'staff' && audience !== 'governor') return null
  const call = await openCall(tx)
  if (call === null || url.startsWith(call.href)) return null
  return { href: call.href, says: 'Somebody may be in danger now, and nobody has taken it.' }
}

/** What somebody is by the policy, in its words: a post before a seat in a group. */
async function postOf(tx: Tx, { version_id, posts }: { version_id: string | null; posts: string[] }) {
  if (version_id === null || posts.length === 0) return null
  const { parties } = (await policyVersion(tx, version_id)).pack
  const held = posts.flatMap((post) => parties[post] ?? [])
  const shown = held.find((party) => party.kind === 'post') ?? held[0]
  return shown === undefined ? null : textOf(shown.says)
}

// Only those who have a list of duties have a count of them.
async function dutiesOf(tx: Tx, { session }: FastifyRequest): Promise<number> {
  const actor = session?.actor
  return actor?.audience === 'staff' || actor?.audience === 'governor' ? countMine(tx, actor) : 0
}

function menuFor(audience: Audience, facts: Facts, url: string): Pick<Chrome, 'nav' | 'footerLinks'> {
  const counts: Readonly<Record<string, number>> = { '/duties': facts.duties, '/concerns': facts.concerns }
  const offices = new Set(facts.offices)
  const items = areas
    .flatMap((area) => area.menu ?? [])
    .filter((item) => item.for.includes(audience) && (item.needs === undefined || item.needs(offices)))
    .sort((a, b) => a.order - b.order)
  const nav = items
    .filter((item) => !item.seldom)
    .map((item) => ({
      href: item.href,
      label: item.label,
      count: counts[item.href] || undefined,
      active: url === item.href || url.startsWith(`${item.href}/`),
    }))
  return { nav, footerLinks: items.filter((item) => item.seldom) }
}

// The count of concerns stops at a hundred: a menu that says "99" says enough, and the page stays fast.
async function readFacts(tx: Tx, actor: Actor) {
  const { rows } = await sql<{
    organisation: string
    slug: string
    zone: string
    school: string | null
    schools: number
    name: string | null
    posts: string[]
    offices: string[]
    version_id: string | null
    number: number | null
    in_force_on: string | null
    sealed_at: string | null
    seal: string | null
    concerns: number
  }>`
    select o.name as organisation, o.slug, o.zone,
      (select min(s.name) from app.school s where s.organisation_id = o.organisation_id) as school,
      (select count(*)::int from app.school s where s.organisation_id = o.organisation_id) as schools,
      (select trim(coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name) from app.person p
        where p.organisation_id = o.organisation_id and p.id = app.current_person()) as name,
      app.current_posts() as posts, app.current_offices() as offices,
      v.id as version_id, v.number, v.in_force_on::text, h.at::text as sealed_at, substr(encode(h.hash, 'hex'), 1, 12) as seal,
      (select count(*)::int from (select 1 from app.concern c where c.organisation_id = o.organisation_id and c.state = 'new' limit 100) x) as concerns
    from app.organisation o
    left join lateral (select w.id, w.number, w.in_force_on from app.policy_version w where w.organisation_id = o.organisation_id order by w.number desc limit 1) v on true
    left join app.ledger_head h on h.organisation_id = o.organisation_id and h.chain = 'main' and h.seq > 0
    where o.organisation_id = ${actor.organisationId}`.execute(tx)
  return rows[0]
}
