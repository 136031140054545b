import { z } from 'zod'
import { evidencePaths } from '#areas/evidence/index.ts'
import { readSettings } from '#areas/policy/index.ts'
import { addressesOf } from '#areas/records/index.ts'
import { NotFound } from '#core/errors.ts'
import { emptyForm, type Form, FormReader, hasErrors } from '#core/form.ts'
import type { Tx } from '#platform/database/tx.ts'
import { nowIn } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import { settleGap } from '../commands/settle-gap.ts'
import { paths } from '../paths.ts'
import { listGaps } from '../queries/list-gaps.ts'
import { GapView } from '../views/gap-view.tsx'

const params = z.object({ id: z.uuid() })
const access = ['staff', 'governor'] as const

/** A case that is missing in the file of a pupil who moves: those who handle it send it themselves, and say so. */
export function gapPage(app: Web): void {
  app.get(
    paths.gap.route,
    { schema: { params }, config: { audit: 'pupil_file.gap.viewed', access } },
    async (request, reply) => {
      const found = await request.inTx((tx) => readPage(tx, request.params.id))
      return reply.view(draw(found, emptyForm(null)))
    },
  )
  app.post(
    paths.gap.route,
    { schema: { params, body: z.looseObject({}) }, config: { audit: 'pupil_file.gap.settled', access } },
    async (request, reply) => {
      const { id } = request.params
      const found = await request.inTx((tx) => readPage(tx, id))
      const form = readSaid(request.body)
      if (hasErrors(form)) return reply.code(400).view(draw(found, form))
      await request.inTx((tx) => settleGap(tx, request.person(), found.gap, form.values))
      return reply.flash('Noted').redirect(paths.gap.to(id), 303)
    },
  )
}

async function readPage(tx: Tx, id: string) {
  const [gap] = await listGaps(tx, id)
  if (gap === undefined) throw new NotFound('pupil_file.gap')
  return { gap, now: nowIn(tx), zone: (await readSettings(tx)).zone }
}

function readSaid(body: unknown) {
  const reader = new FormReader(body)
  const sent = reader.choice('does', ['sent', 'stays'], 'Say whether it went') === 'sent'
  const says = reader.text('says', { max: 1000, required: sent ? 'Say to whom and how' : 'Say why' })
  return reader.done({ sent, says })
}

const draw = (found: Awaited<ReturnType<typeof readPage>>, form: Form<unknown>) => (
  <GapView
    {...found}
    caseHref={addressesOf('incident').show.to(found.gap.recordId)}
    bundleHref={evidencePaths.bundle.to(found.gap.recordId)}
    typed={form.typed}
    errors={form.errors}
  />
)
