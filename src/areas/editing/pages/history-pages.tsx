import { z } from 'zod'
import { listRevisions, readDraft, readRevision } from '#areas/drafting/index.ts'
import { readSettings } from '#areas/policy/index.ts'
import { namesOf } from '#areas/records/index.ts'
import { sayInstant } from '#core/calendar/say-date.ts'
import type { Tx } from '#platform/database/tx.ts'
import { nowIn } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import { goBack } from '../commands/go-back.ts'
import { paths } from '../paths.ts'
import { asKeeper, keepers } from '../read-editing.ts'
import { changeLines } from '../say-change.ts'
import { HistoryView } from '../views/history-view.tsx'
import { RevisionView } from '../views/revision-view.tsx'

const params = z.object({ draft: z.uuid() })
const numbered = z.object({ draft: z.uuid(), number: z.coerce.number().int().min(1).max(1_000_000) })

/** Every change of a draft: looked at, and gone back to. */
export function historyPages(app: Web): void {
  app.get(
    paths.history.route,
    { schema: { params }, config: keepers('policy.edit.history.viewed') },
    async (request, reply) => reply.view(await asKeeper(request, (tx) => drawHistory(tx, request.params.draft))),
  )

  app.get(
    paths.revision.route,
    { schema: { params: numbered }, config: keepers('policy.edit.revision.viewed') },
    async (request, reply) =>
      reply.view(await asKeeper(request, (tx) => drawRevision(tx, request.params.draft, request.params.number))),
  )

  app.post(
    paths.revision.route,
    { schema: { params: numbered, body: z.looseObject({}) }, config: keepers('policy.edit.revision.sent') },
    async (request, reply) => {
      const { draft, number } = request.params
      const actor = request.person()
      await asKeeper(request, (tx) => goBack(tx, actor, { draftId: draft, number }))
      return reply.flash(`The draft is as it was after change ${number}.`).redirect(paths.history.to(draft), 303)
    },
  )

  undoPage(app)
}

/** Takes back the last change, when it still is the last. */
function undoPage(app: Web): void {
  const body = z.looseObject({ revision: z.coerce.number().int().min(2) })
  app.post(
    paths.undo.route,
    { schema: { params, body }, config: keepers('policy.edit.undo.sent') },
    async (request, reply) => {
      const { draft } = request.params
      const { revision } = request.body
      const actor = request.person()
      const done = await asKeeper(request, async (tx) => {
        const now = await readDraft(tx, draft)
        if (now.revision !== revision) return false
        await goBack(tx, actor, { draftId: draft, number: revision - 1 })
        return true
      })
      if (done) return reply.flash('Taken back.').redirect(paths.home.to(draft), 303)
      return reply
        .flash('Somebody has changed the draft since. Choose here what to go back to.')
        .redirect(paths.history.to(draft), 303)
    },
  )
}

async function drawHistory(tx: Tx, id: string) {
  const draft = await readDraft(tx, id)
  const revisions = await listRevisions(tx, id)
  const names = await namesOf(
    tx,
    revisions.flatMap(({ madeBy }) => madeBy ?? []),
  )
  const { zone } = await readSettings(tx)
  return (
    <HistoryView
      draft={{ title: draft.title, href: paths.draft.to(id), edit: paths.home.to(id) }}
      changes={revisions.map((one) => ({
        number: one.number,
        says: one.says,
        who: names.get(one.madeBy ?? '') ?? 'Kept',
        when: sayInstant(one.madeAt, nowIn(tx), zone),
        datetime: one.madeAt.toString(),
        href: paths.revision.to(id, one.number),
        now: one.number === draft.revision,
      }))}
    />
  )
}

async function drawRevision(tx: Tx, id: string, number: number) {
  const draft = await readDraft(tx, id)
  const one = await readRevision(tx, id, number)
  const before = number === 1 ? null : await readRevision(tx, id, number - 1)
  const names = await namesOf(tx, one.madeBy === null ? [] : [one.madeBy])
  const { zone } = await readSettings(tx)
  return (
    <RevisionView
      title={`Change ${number}`}
      caption={draft.title}
      back={paths.history.to(id)}
      who={names.get(one.madeBy ?? '') ?? 'Kept'}
      when={sayInstant(one.madeAt, nowIn(tx), zone)}
      says={one.says}
      changes={before === null ? [] : changeLines(before.pack, one.pack)}
      since={number === draft.revision ? null : changeLines(draft.pack, one.pack)}
      action={paths.revision.to(id, number)}
    />
  )
}
