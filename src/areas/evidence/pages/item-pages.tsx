import { z } from 'zod'
import { isHeld, readReason } from '#areas/records/index.ts'
import { sayFullInstant } from '#core/calendar/say-date.ts'
import { BadInput, Refused } from '#core/errors.ts'
import { emptyForm, hasErrors } from '#core/form.ts'
import { isDrawn, renderPage } from '#platform/files/render/render-page.ts'
import { servingHeaders } from '#platform/files/serving-headers.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { lookAt, openFile, takeOriginal } from '../commands/look-at.ts'
import { paths } from '../paths.ts'
import { readItem } from '../queries/items.ts'
import { looksAt } from '../queries/looks.ts'
import { sayingOf } from '../queries/page-facts.ts'
import { lookedAt } from '../queries/record-at.ts'
import { sayParty } from '../say.ts'
import { DownloadView } from '../views/download-view.tsx'
import { ItemView } from '../views/item-view.tsx'
import { LookView } from '../views/look-view.tsx'
import { wordsPage } from '../words-page.ts'

const params = z.object({ id: z.uuid() })
const access = ['staff' as const, 'governor' as const]

/** One item: its page, a look at its copy, and its original for somebody who says why. */
export function itemPages(app: Web, parts: Parts): void {
  app.get(
    paths.item.route,
    { schema: { params }, config: { audit: 'evidence.viewed', access } },
    async (request, reply) => {
      const found = await request.inTx(async (tx) => {
        const item = await readItem(tx, request.params.id)
        const record = await lookedAt(tx, item.recordId)
        const saying = await sayingOf(tx, [item], [])
        return { item, record, saying, looks: await looksAt(tx, item.id), held: await isHeld(tx, record.id) }
      })
      return reply.view(<ItemView {...found} now={parts.clock.now()} />)
    },
  )
  lookPage(app, parts)
  downloadPages(app, parts)
}

function lookPage(app: Web, parts: Parts): void {
  const querystring = z.object({ page: z.coerce.number().int().min(1).max(10_000).default(1) })
  app.get(
    paths.look.route,
    { schema: { params, querystring }, config: { audit: 'evidence.looked_at', access, limit: 120 } },
    async (request, reply) => {
      const { page } = request.query
      const { personId, organisationId } = request.person()
      // Written down before anything is drawn: a look that fails half way was a look.
      const { opened, mark } = await request.inTx(async (tx) => {
        const opened = await lookAt(tx, request.params.id, page)
        const saying = await sayingOf(tx, [{ ...opened.item, enteredBy: personId }], [])
        const name = sayParty({ personId, words: null }, saying)
        return {
          opened,
          mark: `Seen by ${name}, ${sayFullInstant(parts.clock.now(), saying.zone)}, ${opened.record.reference}`,
        }
      })
      const { file, record, item } = opened
      const stored = await parts.files.evidence.open(organisationId, file.sha256)
      if (!isDrawn(file.type)) {
        const { text, pages } = await wordsPage(stored.content, page)
        return reply.view(<LookView {...{ record, item, mark, page, pages }} copy={{ words: text }} />)
      }
      const { jpeg, pages } = await renderPage(stored, { type: file.type, page, mark }).catch(asRefusal)
      return reply.view(<LookView {...{ record, item, mark, page, pages }} copy={{ jpeg: jpeg.toString('base64') }} />)
    },
  )
}

function downloadPages(app: Web, parts: Parts): void {
  app.get(
    paths.download.route,
    { schema: { params }, config: { audit: 'evidence.download.opened', access } },
    async (request, reply) => {
      const { item, record } = await request.inTx((tx) => openFile(tx, request.params.id))
      return reply.view(
        <DownloadView item={item} caption={`${record.reference}, item ${item.number}`} {...emptyForm(null)} />,
      )
    },
  )
  app.post(
    paths.download.route,
    { schema: { params, body: z.looseObject({}) }, config: { audit: 'evidence.downloaded', access, limit: 30 } },
    async (request, reply) => {
      const form = readReason(request.body, 'Say why you need it')
      if (hasErrors(form)) {
        const { item, record } = await request.inTx((tx) => openFile(tx, request.params.id))
        return reply
          .code(400)
          .view(<DownloadView item={item} caption={`${record.reference}, item ${item.number}`} {...form} />)
      }
      const { file } = await request.inTx((tx) => takeOriginal(tx, request.params.id, form.values.reason))
      const stored = await parts.files.evidence.open(request.person().organisationId, file.sha256)
      return reply
        .headers(servingHeaders({ which: 'original', type: file.type, name: file.name, bytes: file.bytes }))
        .send(stored.content)
    },
  )
}

/** A file that cannot be drawn is an answer for whoever wanted to look, with the way to its original. */
function asRefusal(fault: unknown): never {
  if (fault instanceof BadInput) throw new Refused(fault.code, `${fault.message} You can download it with a reason.`)
  throw fault
}
