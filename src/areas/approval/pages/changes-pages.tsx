import { z } from 'zod'
import { draftPaths, readDraft } from '#areas/drafting/index.ts'
import { policyInForceOrNone, policyVersion } from '#areas/policy/index.ts'
import { sayFullDate } from '#core/calendar/say-date.ts'
import { NotFound } from '#core/errors.ts'
import type { Web } from '#platform/web/server.ts'
import { elsewhere, paths } from '../paths.ts'
import { listVersions, type VersionLine } from '../queries/versions.ts'
import { readChanges } from '../read-changes.ts'
import { ChangesView } from '../views/changes-view.tsx'

const number = z.coerce.number().int().positive().max(100_000)
const params = z.object({ number })
const section = z.string().max(60).catch('')
const querystring = z.object({ with: number.optional().catch(undefined), section })

/** Two versions side by side, one version as it was, and a draft beside the version in force. */
export async function changesPages(app: Web): Promise<void> {
  versionPages(app)
  app.get(
    draftPaths.changes.route,
    {
      schema: { params: z.object({ draft: z.uuid() }), querystring: z.object({ section }) },
      config: { audit: 'policy.draft.changes.viewed', access: ['staff', 'governor'] },
    },
    async (request, reply) => {
      const found = await request.inTx(async (tx) => ({
        draft: await readDraft(tx, request.params.draft),
        inForce: await policyInForceOrNone(tx),
      }))
      const { draft, inForce } = found
      const said = inForce === null ? null : readChanges(inForce.pack, draft.pack)
      return reply.view(
        <ChangesView
          title={inForce === null ? 'Nothing is in force yet' : `What this draft changes`}
          caption={inForce === null ? draft.title : `${draft.title}, beside version ${inForce.number}`}
          back={
            request.query.section === ''
              ? { href: draftPaths.show.to(draft.id), text: draft.title }
              : { href: draftPaths.changes.to(draft.id), text: 'All sections' }
          }
          pageOf={(one) => draftPaths.changes.to(draft.id, `?section=${one}`)}
          shown={request.query.section}
          sections={said?.sections ?? []}
          whole={said?.whole ?? []}
          count={said?.count ?? 0}
          kind=""
          note={said === null || said.count === 0 ? '' : sayProposal(said.proposal.material)}
          choose={null}
        />,
      )
    },
  )
}

/** What the software proposes; people decide when they publish. */
const sayProposal = (material: boolean): string =>
  material
    ? 'This looks like a change of substance.'
    : 'This looks like a correction: only wording and spelling differ.'

function versionPages(app: Web): void {
  app.get(
    paths.version.route,
    { schema: { params }, config: { audit: 'policy.version.viewed', access: 'signed_in' } },
    async (request, reply) => {
      const versions = await request.inTx(listVersions)
      const one = versions.find((version) => version.number === request.params.number)
      if (one === undefined) throw new NotFound('policy.version.missing')
      return reply.redirect(`${elsewhere.text}/on/${one.inForceOn.toString()}?version=${one.number}`, 302)
    },
  )

  comparePage(app)
}

function comparePage(app: Web): void {
  app.get(
    paths.changes.route,
    { schema: { params, querystring }, config: { audit: 'policy.version.changes.viewed', access: 'signed_in' } },
    async (request, reply) => {
      const found = await request.inTx(async (tx) => {
        const versions = await listVersions(tx)
        const one = versions.find((version) => version.number === request.params.number)
        if (one === undefined) throw new NotFound('policy.version.missing')
        const wanted = request.query.with ?? one.number - 1
        const other = versions.find((version) => version.number === wanted) ?? null
        return {
          versions,
          one,
          other,
          pack: (await policyVersion(tx, one.id)).pack,
          before: other === null ? null : (await policyVersion(tx, other.id)).pack,
        }
      })
      const { versions, one, other } = found
      const [old, now] =
        other !== null && other.number > one.number ? [found.pack, found.before] : [found.before, found.pack]
      const said = old === null || now === null ? null : readChanges(old, now)
      const { audience } = request.person()
      const staff = audience === 'staff' || audience === 'governor'
      return reply.view(
        <ChangesView
          title={`What changed ${other === null ? 'in' : other.number > one.number ? 'after' : 'with'} version ${one.number}`}
          caption={captionOf(one, other)}
          back={
            staff
              ? { href: paths.life.to(), text: 'Versions and review' }
              : { href: elsewhere.text, text: 'The policy' }
          }
          pageOf={(section) => `${paths.changes.to(one.number)}?with=${other?.number ?? ''}&section=${section}`}
          shown={request.query.section}
          sections={said?.sections ?? []}
          whole={said?.whole ?? []}
          count={said?.count ?? 0}
          kind={sayKind(one.material)}
          note={one.note}
          choose={{
            action: paths.changes.to(one.number),
            name: 'with',
            value: String(other?.number ?? ''),
            options: versions
              .filter((version) => version.number !== one.number)
              .map((version) => ({
                value: String(version.number),
                text: `Version ${version.number}, from ${sayFullDate(version.inForceOn)}`,
              })),
          }}
        />,
      )
    },
  )
}

const captionOf = (one: VersionLine, other: VersionLine | null): string =>
  other === null
    ? `Version ${one.number} is the first: there is none before it`
    : `Version ${Math.min(one.number, other.number)} beside version ${Math.max(one.number, other.number)}`

/** Whether a version changed something of substance. */
export const sayKind = (material: boolean | null): string =>
  material === null ? '' : material ? 'A change of substance.' : 'A correction.'
