import type { Area } from '#platform/parts.ts'
import { eraseTask } from './jobs/erase.ts'
import { scanAgainTask, scanTask } from './jobs/scan.ts'
import { addPages } from './pages/add-pages.tsx'
import { bundlePages } from './pages/bundle-pages.tsx'
import { entryPages } from './pages/entry-pages.tsx'
import { itemPages } from './pages/item-pages.tsx'
import { recordPage } from './pages/record-page.tsx'
import { signPages } from './pages/sign-pages.tsx'

export { lockedArchive, readArchivePassword } from './bundle/archive.ts'
export { endingOf, hashOf } from './bundle/manifest.ts'
export { addItem } from './commands/add-item.ts'
export { signEntry } from './commands/sign-entry.ts'
export { writeEntry } from './commands/write-entry.ts'
export type { Evidence } from './model/evidence.ts'
export { paths as evidencePaths } from './paths.ts'
export { readEvidence } from './queries/page-facts.ts'
export { assertStillThere } from './queries/still-there.ts'
export { EvidenceCard } from './views/evidence-card.tsx'

/** Evidence that stands up: items of a record, their files, their custody, and who signed for it. */
export const evidenceArea: Area = {
  name: 'evidence',
  async routes(app, parts) {
    recordPage(app, parts)
    addPages(app, parts)
    itemPages(app, parts)
    entryPages(app, parts)
    signPages(app, parts)
    bundlePages(app, parts)
  },
  tasks: (parts) => ({
    evidence_scan: scanTask(parts),
    evidence_scan_again: scanAgainTask(parts),
    evidence_erase: eraseTask(parts),
  }),
}
