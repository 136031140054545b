import { z } from 'zod'
import { readSettings } from '#areas/policy/index.ts'
import { NotFound } from '#core/errors.ts'
import { recordLook } from '#platform/ledger/event.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { paths } from '../paths.ts'
import { listNotes } from '../queries/list-notes.ts'
import { NotesView, NoteView } from '../views/notes-view.tsx'

/** What somebody is told of cases that they do not see: a class teacher of their pupils. */
export async function notesPages(app: Web, parts: Parts): Promise<void> {
  app.get(
    paths.notes.route,
    { schema: {}, config: { audit: 'incident.note.listed', access: ['staff'] } },
    async (request, reply) => {
      const found = await request.inTx(async (tx) => ({
        notes: await listNotes(tx, request.person()),
        zone: (await readSettings(tx)).zone,
      }))
      return reply.view(<NotesView {...found} now={parts.clock.now()} />)
    },
  )
  app.get(
    paths.note.route,
    {
      schema: { params: z.object({ id: z.uuid() }) },
      config: { audit: 'incident.note.viewed', access: ['staff', 'parent'] },
    },
    async (request, reply) => {
      const found = await request.inTx(async (tx) => {
        const [note] = await listNotes(tx, request.person(), request.params.id)
        if (note === undefined) throw new NotFound('incident.note.missing')
        recordLook(tx, {
          code: 'incident.note.viewed',
          subject: { kind: 'record_notice', id: note.id },
          recordId: note.recordId,
        })
        return { note, zone: (await readSettings(tx)).zone }
      })
      return reply.view(<NoteView {...found} now={parts.clock.now()} />)
    },
  )
}
