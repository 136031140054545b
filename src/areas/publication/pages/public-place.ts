import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { openDoor } from '#areas/concerns/index.ts'
import { policyInForceOrNone } from '#areas/policy/index.ts'
import type { Parts } from '#platform/parts.ts'
import { readAssets } from '#platform/web/assets.ts'
import { elsewhere, publicBase } from '../paths.ts'
import type { SchoolPage } from '../queries/policy-pages.ts'
import { schoolPages } from '../queries/policy-pages.ts'
import type { Reading, WantedVersion } from '../read-policy.ts'
import { readPolicy } from '../read-policy.ts'
import type { Place } from '../types.ts'

/** What a public page finds: a school's open page, several schools to choose from, or nothing that it may show. */
export type PublicPlace =
  | { readonly kind: 'open'; readonly place: Place; readonly page: SchoolPage; readonly reading: Reading }
  | {
      readonly kind: 'choose'
      readonly title: string
      readonly schools: readonly { readonly name: string; readonly href: string }[]
    }
  | { readonly kind: 'shut'; readonly tellHref: string }

/** Opens a public page for nobody in particular, as far as the school has opened it. */
export async function findPlace(
  parts: Parts,
  request: FastifyRequest,
  params: { readonly organisation: string; readonly school?: string | undefined },
  wanted: WantedVersion,
): Promise<PublicPlace> {
  const { slug } = await openDoor(parts.db, request, params.organisation)
  const tellHref = elsewhere.tell(slug)
  return request.inTx(async (tx) => {
    if ((await policyInForceOrNone(tx)) === null) return { kind: 'shut', tellHref }
    const schools = await schoolPages(tx)
    const several = schools.length > 1
    const page = params.school === undefined && !several ? schools[0] : bySchool(schools, params.school)
    if (page?.open !== true) {
      const shown = several && params.school === undefined ? schools.filter((one) => one.open) : []
      if (shown.length === 0) return { kind: 'shut', tellHref }
      const { policy } = await readPolicy(tx, wanted)
      return {
        kind: 'choose',
        title: policy.title,
        schools: shown.map((one) => ({ name: one.name, href: publicBase(slug, one.address) })),
      }
    }
    const place: Place = {
      base: publicBase(slug, several ? page.address : null),
      open: true,
      school: page.name,
      tellHref,
      standings: false,
      pdf: true,
    }
    return { kind: 'open', place, page, reading: await readPolicy(tx, wanted, page.schoolId) }
  })
}

const bySchool = (schools: readonly SchoolPage[], address: string | undefined): SchoolPage | undefined =>
  address === undefined ? undefined : schools.find((one) => one.address === address)

/**
 * Says by which mark a browser knows whether its copy still holds, and when nobody should look for it.
 * @returns true when the copy holds: there is nothing to draw.
 */
export function isKnown(
  parts: Parts,
  request: FastifyRequest,
  reply: FastifyReply,
  { place, reading }: Extract<PublicPlace, { kind: 'open' }>,
): boolean {
  const { version, inForce, versions, organisation, attached } = reading
  const facts = [
    version.hash,
    version.id,
    inForce.id,
    versions.length,
    organisation,
    attached,
    place,
    request.url,
    look(parts),
  ]
  const tag = `W/"${createHash('sha256').update(JSON.stringify(facts)).digest('base64url').slice(0, 27)}"`
  reply.header('etag', tag)
  reply.header('last-modified', new Date(inForce.publishedAt.epochMilliseconds).toUTCString())
  // A copy is good only while the school leaves the page open, so it is asked for each time.
  reply.header('cache-control', 'public, no-cache')
  if (version.id !== inForce.id) reply.header('x-robots-tag', 'noindex')
  return request.headers['if-none-match']?.split(/,\s*/).includes(tag) ?? false
}

/** The look of the pages: another one makes every copy old. */
function look(parts: Parts): string {
  try {
    return readAssets(parts.root).css
  } catch {
    return ''
  }
}
