import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { csvText } from '#core/csv/csv.ts'
import { Refused } from '#core/errors.ts'
import type { Web } from '#platform/web/server.ts'
import { changeListHash, stageSays } from '../commands/apply-import.ts'
import { approveUpload } from '../commands/approve-upload.ts'
import { holdUpload } from '../commands/hold-upload.ts'
import { importReading } from '../commands/import-roster.ts'
import { ROSTER_LIMITS } from '../import/limits.ts'
import type { ImportPlan } from '../import/plan-types.ts'
import { importedSays } from '../import/say-change.ts'
import type { RosterFiles } from '../import/types.ts'
import { readZip } from '../import/zip.ts'
import { paths } from '../paths.ts'
import { heldUpload, uploadStanding } from '../queries/held-upload.ts'
import { assertMayImport } from '../queries/own-posts.ts'
import { ImportPlanView } from '../views/import-plan-view.tsx'
import { ImportDoneView, ImportProgressView } from '../views/import-progress-view.tsx'
import { UploadView } from '../views/upload-view.tsx'
import { CHANGE_COLUMNS, changeRows, FAULT_COLUMNS } from './import-csv.ts'

const params = z.object({ id: z.uuid() })
const querystring = z.object({ token: z.string().max(500).optional() })
const body = z.object({ seen: z.string().regex(/^[0-9a-f]{64}$/), skip: z.literal('yes').optional() })
const staff = (audit: string) => ({ audit, access: ['staff' as const] })

/** Hands in a roster, shows what it would do, and does it. */
export async function importPages(app: Web): Promise<void> {
  app.get(
    paths.imports.route,
    { schema: { querystring }, config: staff('people.import.opened') },
    async (request, reply) => {
      await request.inTx(assertMayImport)
      return reply.view(<UploadView token={request.uploadToken()} />)
    },
  )

  app.post(
    paths.imports.route,
    { schema: { querystring }, config: { ...staff('people.import.sent'), upload: true, limit: 20 } },
    async (request, reply) => {
      const actor = request.person()
      await request.inTx(assertMayImport)
      try {
        const { name, files } = await readUpload(request)
        const id = await request.inTx((tx) => holdUpload(tx, actor, { name, files }))
        return reply.redirect(paths.import.to(id), 303)
      } catch (fault) {
        if (!(fault instanceof Refused)) throw fault
        return reply.code(400).view(<UploadView token={request.uploadToken()} error={fault.message} />)
      }
    },
  )

  app.get(paths.import.route, { schema: { params }, config: staff('people.import.viewed') }, async (request, reply) => {
    const { id } = request.params
    const actor = request.person()
    const { name, state, progress, said } = await request.inTx((tx) => uploadStanding(tx, actor, id))
    if (state === 'running') {
      const says = progress === null ? 'Waiting for its turn' : stageSays(progress)
      // Without scripts, too, the page comes again by itself.
      return reply.header('refresh', '2').view(<ImportProgressView name={name} says={says} progress={progress} />)
    }
    if (state === 'done') return reply.view(<ImportDoneView name={name} says={said} />)
    const { plan } = await planOf(request, id)
    return reply.view(<ImportPlanView id={id} name={name} plan={plan} seen={changeListHash(plan)} said={said} />)
  })

  app.post(
    paths.import.route,
    { schema: { params, body }, config: staff('people.import.approved') },
    async (request, reply) => {
      const { id } = request.params
      const actor = request.person()
      const { seen, skip } = request.body
      const { outcome, plan } = await request.inTx((tx) =>
        approveUpload(tx, actor, { id, seen, skipFaultyRows: skip === 'yes' }),
      )
      if (outcome === 'done') return reply.flash(importedSays(plan)).redirect(paths.imports.to(), 303)
      if (outcome === 'queued') return reply.redirect(paths.import.to(id), 303)
      const now = changeListHash(plan)
      const said =
        now === seen ? '' : 'People changed in the meantime. Nothing was imported. This is what the file would do now.'
      return reply.code(409).view(<ImportPlanView id={id} name="" plan={plan} seen={now} said={said} />)
    },
  )

  downloads(app)
}

function downloads(app: Web): void {
  app.get(
    paths.faults.route,
    { schema: { params }, config: staff('people.import.faults_exported') },
    async (request, reply) => {
      const { plan } = await planOf(request, request.params.id)
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="import-faults.csv"')
        .send(csvText(FAULT_COLUMNS, plan.faults))
    },
  )
  app.get(
    paths.changes.route,
    { schema: { params }, config: staff('people.import.changes_exported') },
    async (request, reply) => {
      const { plan } = await planOf(request, request.params.id)
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="import-changes.csv"')
        .send(csvText(CHANGE_COLUMNS, changeRows(plan)))
    },
  )
}

function planOf(request: FastifyRequest, id: string): Promise<{ name: string; plan: ImportPlan }> {
  const actor = request.person()
  return request.inTx(async (tx) => {
    const { name, reading } = await heldUpload(tx, actor, id)
    return { name, plan: await importReading(tx, actor, reading, { dryRun: true, skipFaultyRows: false }) }
  })
}

async function readUpload(request: FastifyRequest): Promise<{ name: string; files: RosterFiles }> {
  const file = await request.file()
  const content = (await file?.toBuffer()) ?? Buffer.alloc(0)
  if (file === undefined || content.byteLength === 0)
    throw new Refused('roster.none', 'Choose the zip file that your school’s system has made')
  return { name: file.filename, files: await readZip(content, ROSTER_LIMITS) }
}
