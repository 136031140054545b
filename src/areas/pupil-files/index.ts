import type { Area } from '#platform/parts.ts'
import { filePage } from './pages/file-page.tsx'
import { filesPages } from './pages/files-pages.tsx'
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
    receiptPage(app, parts)
  },
}
