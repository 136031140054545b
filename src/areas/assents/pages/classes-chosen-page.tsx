import { z } from 'zod'
import { policyInForce, readSettings } from '#areas/policy/index.ts'
import { sayFullInstant } from '#core/calendar/say-date.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { PrintedList } from '#ui/list-page/printed-list.tsx'
import type { AskingRow } from '../asking.ts'
import { classSheet } from '../class-sheet.tsx'
import { paths } from '../paths.ts'
import { listAskings } from '../queries/list-askings.ts'
import { readClasses } from '../queries/read-classes.ts'
import { queryOf } from '../views/asking-words.ts'
import { pupilOptions } from './class-page.tsx'
import { previewReminders } from './remind-page.tsx'

const MOST = 2000
const id = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const assent = z
  .string()
  .regex(/^[a-z0-9_]{0,80}$/)
  .catch('')

const querystring = z.object({
  assent,
  /** The classes that were ticked; all of them when there are none. */
  ids: z
    .string()
    .regex(new RegExp(`^(?:${id}(?:,${id}){0,199})?$`))
    .catch(''),
})

const body = z.object({
  ids: z
    .union([z.uuid(), z.array(z.uuid()).max(200)])
    .optional()
    .transform((ids) => [ids ?? []].flat()),
  do: z.enum(['remind', 'print']),
  assent,
})

/** Class lists on paper, and what is done with the classes that were ticked. */
export async function classesChosenPage(app: Web, parts: Parts): Promise<void> {
  app.get(
    paths.classesPrint.route,
    { schema: { querystring }, config: { audit: 'agreement.classes.printed', access: ['staff'] } },
    async (request, reply) => {
      const { assent: only, ids } = request.query
      const chosen = ids === '' ? null : new Set(ids.split(','))
      const found = await request.inTx(async (tx) => {
        const policy = await policyInForce(tx)
        const classes = (await readClasses(tx, null)).filter((one) => chosen?.has(one.id) ?? true)
        const lists: { name: string; rows: AskingRow[] }[] = []
        for (const one of classes) lists.push({ name: one.name, rows: await askingsOf(tx, one.id, only, 'all') })
        const options = pupilOptions(policy).filter((one) => only === '' || one.value === only)
        return { lists, options, zone: (await readSettings(tx)).zone }
      })
      const now = parts.clock.now()
      return reply.view(
        <PrintedList
          title="Class lists of agreements"
          back={{ href: paths.classes.to(queryOf({ assent: only })), text: 'By class' }}
          lede={`${found.lists.length === 1 ? '1 class' : `${found.lists.length} classes`}, as it stands on ${sayFullInstant(now, found.zone)}.`}
          sheets={found.lists.map(({ name, rows }) => classSheet(name, rows, found.options, now, found.zone))}
        />,
      )
    },
  )

  app.post(
    paths.classesChosen.route,
    { schema: { body }, config: { audit: 'agreement.classes.chosen', access: ['staff'] } },
    async (request, reply) => {
      const { ids, do: what, assent: only } = request.body
      if (ids.length === 0)
        return reply
          .flash('No class was ticked, so nothing was done')
          .redirect(paths.classes.to(queryOf({ assent: only })), 303)
      if (what === 'print')
        return reply.redirect(paths.classesPrint.to(queryOf({ ids: ids.join(','), assent: only })), 303)
      const rows = await request.inTx(async (tx) => {
        const found: AskingRow[] = []
        for (const classId of ids) found.push(...(await askingsOf(tx, classId, only, 'unsigned')))
        return found
      })
      return previewReminders(
        request,
        reply,
        rows.map((row) => row.id),
      )
    },
  )
}

const askingsOf = (tx: Tx, classId: string, only: string, view: 'all' | 'unsigned'): Promise<AskingRow[]> =>
  listAskings(tx, { view, assent: only === '' ? null : only, classId, words: '', page: 1, size: MOST })
