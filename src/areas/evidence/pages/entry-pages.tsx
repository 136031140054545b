import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { readSettings } from '#areas/policy/index.ts'
import { knownPeople, PackFields } from '#areas/records/index.ts'
import { Refused } from '#core/errors.ts'
import type { Form } from '#core/form.ts'
import { emptyForm, hasErrors } from '#core/form.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { writeEntry } from '../commands/write-entry.ts'
import { type EntryValues, entryFields, readEntryForm } from '../forms.ts'
import { askedToSign } from '../model/entry.ts'
import { CASE_ENTRIES, type EntryKind, ITEM_ENTRIES } from '../model/entry-kinds.ts'
import { paths } from '../paths.ts'
import { entriesOf } from '../queries/entries.ts'
import { readItem } from '../queries/items.ts'
import { lookedAt } from '../queries/record-at.ts'
import { EntryFormView } from '../views/entry-form-view.tsx'

const access = ['staff' as const, 'governor' as const]
const ofItem = z.object({ id: z.uuid(), kind: z.enum(ITEM_ENTRIES) })
const ofCase = z.object({ id: z.uuid(), kind: z.enum(CASE_ENTRIES) })
const body = z.looseObject({})

/** Writing down what happened to an item, or what was decided in a case about its images. */
export function entryPages(app: Web, parts: Parts): void {
  app.get(
    paths.write.route,
    { schema: { params: ofItem }, config: { audit: 'evidence.write.opened', access } },
    (request, reply) =>
      show(parts, request, reply, { itemId: request.params.id, kind: request.params.kind }, emptyForm(null)),
  )
  app.post(
    paths.write.route,
    { schema: { params: ofItem, body }, config: { audit: 'evidence.written', access } },
    (request, reply) => take(parts, request, reply, { itemId: request.params.id, kind: request.params.kind }),
  )
  app.get(
    paths.decide.route,
    { schema: { params: ofCase }, config: { audit: 'evidence.decide.opened', access } },
    (request, reply) =>
      show(parts, request, reply, { recordId: request.params.id, kind: request.params.kind }, emptyForm(null)),
  )
  app.post(
    paths.decide.route,
    { schema: { params: ofCase, body }, config: { audit: 'evidence.decided', access } },
    (request, reply) => take(parts, request, reply, { recordId: request.params.id, kind: request.params.kind }),
  )
}

type Place = ({ readonly itemId: string } | { readonly recordId: string }) & { readonly kind: EntryKind }

const find = (parts: Parts, request: FastifyRequest, place: Place) =>
  request.inTx(async (tx) => {
    const item = 'itemId' in place ? await readItem(tx, place.itemId) : null
    const record = await lookedAt(tx, item?.recordId ?? ('recordId' in place ? place.recordId : ''))
    const { zone } = await readSettings(tx)
    return { item, record, reading: { known: await knownPeople(tx, record.schoolId), zone, now: parts.clock.now() } }
  })

type Found = Awaited<ReturnType<typeof find>>

async function show(parts: Parts, request: FastifyRequest, reply: FastifyReply, place: Place, form: Form<unknown>) {
  return draw(reply, await find(parts, request, place), place.kind, form)
}

function draw(reply: FastifyReply, { item, record, reading }: Found, kind: EntryKind, form: Form<unknown>) {
  return reply.view(
    <EntryFormView
      kind={kind}
      caption={
        item === null
          ? `${record.reference} ${record.title}`
          : `${record.reference}, item ${item.number}: ${item.title}`
      }
      back={item === null ? paths.of.to(record.id) : paths.item.to(item.id)}
      known={reading.known.map((one) => one.words)}
      fields={<PackFields fields={entryFields(kind)} typed={form.typed} errors={form.errors} />}
      errors={form.errors}
    />,
  )
}

async function take(parts: Parts, request: FastifyRequest, reply: FastifyReply, place: Place) {
  const found = await find(parts, request, place)
  const form = readEntryForm(request.body, place.kind, found.reading)
  if (hasErrors(form)) return draw(reply.code(400), found, place.kind, form)
  try {
    const entryId = await request.inTx((tx) => writeEntry(tx, request.person(), ready(found, place.kind, form.values)))
    return await toNextSignature(request, reply, found, entryId)
  } catch (fault) {
    if (!(fault instanceof Refused)) throw fault
    return draw(reply.code(409), found, place.kind, { ...form, errors: { ...form.errors, at: fault.message } })
  }
}

function ready({ item, record }: Found, kind: EntryKind, values: EntryValues) {
  const { at, ...rest } = values
  if (at === null) throw new TypeError('a form without faults has a moment')
  return { ...rest, kind, at, recordId: record.id, evidenceId: item?.id ?? null }
}

async function toNextSignature(request: FastifyRequest, reply: FastifyReply, { item, record }: Found, entryId: string) {
  const [entry] = await request.inTx((tx) => entriesOf(tx, { entryId }))
  const [first] = entry === undefined ? [] : askedToSign(entry)
  const next =
    first === undefined
      ? item === null
        ? paths.of.to(record.id)
        : paths.item.to(item.id)
      : paths.sign.to(entryId, first.part)
  return reply.flash('Written down.').redirect(next, 303)
}
