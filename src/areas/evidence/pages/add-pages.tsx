import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { readSettings } from '#areas/policy/index.ts'
import { evidenceAsked, knownPeople, PackFields } from '#areas/records/index.ts'
import { NotFound, Refused } from '#core/errors.ts'
import type { Form } from '#core/form.ts'
import { emptyForm, hasErrors } from '#core/form.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { addItem, assertMayHoldFiles } from '../commands/add-item.ts'
import { holdKept, removeUnneeded } from '../commands/hold-content.ts'
import { type ItemValues, itemFields, type Reading, readItemForm } from '../forms.ts'
import { ITEM_KINDS, type ItemKind, itemKinds } from '../model/item-kinds.ts'
import { paths } from '../paths.ts'
import { lookedAt, type RecordAt } from '../queries/record-at.ts'
import { receiveItem } from '../receive-item.ts'
import { ItemFormView } from '../views/item-form-view.tsx'

const params = z.object({ id: z.uuid(), kind: z.enum(ITEM_KINDS) })
const step = z.string().max(400).optional()
const querystring = z.object({ step })
const access = ['staff' as const, 'governor' as const]

/** Adding a piece of evidence: by words alone, or with a file that streams into the store. */
export function addPages(app: Web, parts: Parts): void {
  const maxMb = Math.floor(parts.files.maxBytes / (1024 * 1024))
  const draw = (reply: FastifyReply, found: Found, kind: ItemKind, form: Pick<Form<unknown>, 'typed' | 'errors'>) =>
    reply.view(
      <ItemFormView
        record={found.record}
        kind={kind}
        known={found.reading.known.map((one) => one.words)}
        fields={<PackFields fields={itemFields(kind, found.reading.witness)} typed={form.typed} errors={form.errors} />}
        errors={form.errors}
        token={itemKinds[kind].file ? reply.request.uploadToken() : null}
        step={found.step}
        maxMb={maxMb}
      />,
    )

  app.get(
    paths.add.route,
    { schema: { params, querystring }, config: { audit: 'evidence.add.opened', access } },
    async (request, reply) => {
      const { id, kind } = request.params
      const found = await find(request, parts, { id, kind, step: request.query.step })
      return draw(reply, found, kind, emptyForm(null))
    },
  )

  app.post(
    paths.add.route,
    { schema: { params, querystring, body: z.looseObject({}) }, config: { audit: 'evidence.add.sent', access } },
    async (request, reply) => {
      const { id, kind } = request.params
      if (itemKinds[kind].file) throw new NotFound('evidence.add.file')
      const found = await find(request, parts, { id, kind, step: request.query.step })
      const form = readItemForm(request.body, kind, found.reading)
      if (hasErrors(form)) return draw(reply.code(400), found, kind, form)
      const itemId = await request.inTx(
        async (tx) => (await addItem(tx, request.person(), ready(found, kind, form.values, null))).id,
      )
      return reply.flash('Added. Now whoever took it signs.').redirect(paths.item.to(itemId), 303)
    },
  )

  app.post(
    paths.send.route,
    {
      schema: { params, querystring: z.object({ token: z.string().max(500).optional(), step }) },
      config: { audit: 'evidence.file.sent', access, upload: true, limit: 60 },
    },
    async (request, reply) => {
      const { id, kind } = request.params
      if (!itemKinds[kind].file) throw new NotFound('evidence.send.nofile')
      // Before a byte of the body is read: where there is never a file, none arrives.
      const found = await find(request, parts, { id, kind, step: request.query.step })
      const { organisationId } = request.person()
      const outcome = await receiveItem(
        request,
        parts.files,
        { organisationId, kind, reading: found.reading },
        {
          add: (values, file) =>
            request.inTx(async (tx) => {
              await holdKept(tx, parts, file.sha256)
              return (await addItem(tx, request.person(), ready(found, kind, values, file))).id
            }),
          removeUnneeded: (sha256) => removeUnneeded(parts, request.person(), sha256),
        },
      )
      if ('form' in outcome) return draw(hangUp(request, reply).code(400), found, kind, outcome.form)
      return reply.flash('Added. Now whoever took it signs.').redirect(paths.item.to(outcome.itemId), 303)
    },
  )
}

interface Found {
  readonly record: RecordAt
  /** The open step that asks for such an item. */
  readonly step: string | null
  readonly reading: Reading
}

async function find(
  request: FastifyRequest,
  parts: Parts,
  { id, kind, step }: { readonly id: string; readonly kind: ItemKind; readonly step: string | undefined },
): Promise<Found> {
  return request.inTx(async (tx) => {
    const record = await lookedAt(tx, id)
    if (itemKinds[kind].file) assertMayHoldFiles(record)
    if (record.state !== 'open')
      throw new Refused('evidence.add.closed', 'This record is closed. Nothing more can be added to its evidence.')
    const { zone } = await readSettings(tx)
    const asked = step === undefined ? null : await evidenceAsked(tx, record.policy, asAsked(record), step, kind)
    const known = await knownPeople(tx, record.schoolId)
    return {
      record,
      step: asked === null ? null : (step ?? null),
      reading: { known, zone, now: parts.clock.now(), witness: asked?.witness ?? false },
    }
  })
}

const asAsked = ({ id, kind, category, filesLocked, schoolId }: RecordAt) => ({
  id,
  kind,
  category,
  files_locked: filesLocked,
  school_id: schoolId,
})

function ready(
  { record, step }: Found,
  kind: ItemKind,
  values: ItemValues,
  file: Parameters<typeof addItem>[2]['file'],
) {
  const { capturedAt, by, ...rest } = values
  if (capturedAt === null || by === null) throw new TypeError('a form without faults has a moment and a person')
  return { ...rest, recordId: record.id, step, kind, capturedAt, by, file }
}

/** The rest of what is refused is not read: the answer goes out, and then the line is cut. */
function hangUp(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (request.raw.readableEnded) return reply
  reply.raw.once('finish', () => request.raw.destroy())
  return reply.header('connection', 'close')
}
