import { z } from 'zod'
import { systemActor } from '#core/actor.ts'
import type { Area } from '#platform/parts.ts'
import { noteWhatItLacks } from './commands/note-what-it-lacks.ts'
import { filePage } from './pages/file-page.tsx'
import { filesPages } from './pages/files-pages.tsx'
import { gapPage } from './pages/gap-page.tsx'
import { receiptPage } from './pages/receipt-page.tsx'
import { paths } from './paths.ts'

export { goOnWithFile } from './commands/go-on.ts'
export { noteFile } from './commands/note-file.ts'
export type { FileDue } from './queries/files-due.ts'
export { filesDue } from './queries/files-due.ts'

/** The files of pupils who move: sent to the next school with a receipt, asked for from the last one. */
export const pupilFilesArea: Area = {
  name: 'pupil-files',
  menu: [
    {
      href: paths.all.to(),
      label: 'Pupils who move',
      for: ['staff', 'governor'],
      needs: (offices) => offices.has('incident'),
      order: 26,
      seldom: true,
    },
  ],
  async routes(app, parts) {
    filesPages(app)
    filePage(app, parts)
    gapPage(app)
    receiptPage(app, parts)
  },
  tasks: (parts) => ({
    pupil_file_lacks: async ({ organisationId, ...made }) => {
      const system = systemActor(organisationId, 'pupil-files')
      await parts.db.inTx(system, (tx) => noteWhatItLacks(tx, madeFile.parse(made)))
    },
  }),
}

const madeFile = z.object({ fileId: z.uuid(), madeBy: z.uuid(), seen: z.array(z.uuid()) })
