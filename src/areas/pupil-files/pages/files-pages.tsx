import { z } from 'zod'
import { readCalendar } from '#areas/people/index.ts'
import { readSettings } from '#areas/policy/index.ts'
import { findPerson, knownPeople } from '#areas/records/index.ts'
import { sayInstant } from '#core/calendar/say-date.ts'
import { Forbidden } from '#core/errors.ts'
import { emptyForm, type Form, FormReader, hasErrors } from '#core/form.ts'
import type { Tx } from '#platform/database/tx.ts'
import { nowIn } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import { noteFile } from '../commands/note-file.ts'
import { fileDue } from '../due.ts'
import { paths } from '../paths.ts'
import { listFiles, type PupilFile } from '../queries/list-files.ts'
import { movedPupils } from '../queries/moved.ts'
import { schoolsHandled } from '../queries/schools-handled.ts'
import { AddView } from '../views/add-view.tsx'
import { FilesView } from '../views/files-view.tsx'

const access = ['staff', 'governor'] as const
const query = z.object({ way: z.enum(['out', 'in']).catch('out'), pupil: z.uuid().optional().catch(undefined) })

/** The list of files of pupils who move, and noting one. */
export function filesPages(app: Web): void {
  app.get(paths.all.route, { schema: {}, config: { audit: 'pupil_file.listed', access } }, async (request, reply) => {
    const found = await request.inTx(readList)
    return reply.view(<FilesView {...found} />)
  })
  app.get(
    paths.add.route,
    { schema: { querystring: query }, config: { audit: 'pupil_file.note.viewed', access } },
    async (request, reply) => {
      const { way, pupil } = request.query
      const known = await request.inTx(readKnown)
      const typed = { pupil: known.find((person) => person.id === pupil)?.words }
      return reply.view(draw(way, known, emptyForm(null, typed)))
    },
  )
  app.post(
    paths.add.route,
    { schema: { querystring: query, body: z.looseObject({}) }, config: { audit: 'pupil_file.noted', access } },
    async (request, reply) => {
      const actor = request.person()
      const { way } = request.query
      const known = await request.inTx(readKnown)
      const form = readAdd(request.body, known)
      const { movedOn, pupilId, schoolName } = form.values
      if (hasErrors(form) || movedOn === null) return reply.code(400).view(draw(way, known, form))
      const id = await request.inTx((tx) => noteFile(tx, actor, { way, pupilId, schoolName, movedOn, receiver: null }))
      return reply.flash('Noted').redirect(paths.one.to(id), 303)
    },
  )
}

async function readList(tx: Tx) {
  await assertHandles(tx)
  const { zone } = await readSettings(tx)
  const now = nowIn(tx)
  const moved = []
  for (const one of await movedPupils(tx))
    moved.push({ ...one, due: fileDue(one.on, await readCalendar(tx, one.schoolId)) })
  const files = (await listFiles(tx)).map((file) => ({
    id: file.id,
    pupil: file.pupil,
    way: file.way === 'out' ? 'Leaves' : 'Comes',
    school: file.schoolName,
    due: sayInstant(file.dueAt, now, zone),
    state: sayState(file),
  }))
  return { files, moved, now, zone }
}

function sayState(file: PupilFile): string {
  if (file.noneReason !== null) return 'There is none'
  if (file.received !== null) return 'Received'
  if (file.sent !== null) return 'Sent, no receipt yet'
  return file.asked === null ? (file.way === 'out' ? 'To be sent' : 'To be asked for') : 'Asked for'
}

// Whoever handles incidents nowhere has nothing to do with these files.
async function assertHandles(tx: Tx): Promise<readonly string[]> {
  const schools = await schoolsHandled(tx)
  if (schools.length === 0) throw new Forbidden('pupil_file')
  return schools
}

const readKnown = async (tx: Tx) => knownPeople(tx, await assertHandles(tx))

function readAdd(body: unknown, known: Awaited<ReturnType<typeof readKnown>>) {
  const reader = new FormReader(body)
  const words = reader.text('pupil', { max: 300, required: 'Name the pupil' })
  const pupil = words === '' ? undefined : findPerson(known, words)
  if (words !== '' && pupil === undefined) reader.fault('pupil', 'Choose one of the names that appear as you type')
  return reader.done({
    pupilId: pupil?.id ?? '',
    schoolName: reader.text('school', { max: 200, required: 'Name the school' }),
    movedOn: reader.date('on', 'the day'),
  })
}

const draw = (way: 'out' | 'in', known: Awaited<ReturnType<typeof readKnown>>, form: Form<unknown>) => (
  <AddView way={way} known={known.map((person) => person.words)} typed={form.typed} errors={form.errors} />
)
