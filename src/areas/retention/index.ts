import { isOfRecords } from '#areas/policy/index.ts'
import { systemActor } from '#core/actor.ts'
import { sweepUnneeded } from '#platform/files/sweep-unneeded.ts'
import type { Area } from '#platform/parts.ts'
import { announceConcerns } from './commands/announce-concerns.ts'
import { announceExpiry } from './commands/announce-expiry.ts'
import { eraseConcerns } from './commands/erase-concerns.ts'
import { eraseDue } from './commands/erase-due.ts'
import { forgetUploads } from './commands/forget-uploads.ts'
import { retentionPages } from './pages/retention-pages.tsx'
import { paths } from './paths.ts'

export { announceConcerns } from './commands/announce-concerns.ts'
export { announceExpiry } from './commands/announce-expiry.ts'
export { eraseConcerns } from './commands/erase-concerns.ts'
export { eraseDue } from './commands/erase-due.ts'
export { postponeErasure } from './commands/postpone-erasure.ts'

/** Retention: what will be erased because the policy says that its time is over, and what was. */
export const retentionArea: Area = {
  name: 'retention',
  menu: [
    {
      href: paths.all.to(),
      label: 'How long we keep',
      for: ['staff', 'governor'],
      // Whoever handles records is told before they are erased, and may keep one longer.
      needs: (offices) => [...offices].some(isOfRecords),
      order: 90,
      seldom: true,
    },
  ],
  async routes(app) {
    retentionPages(app)
  },
  tasks: (parts) => ({
    async retention_day({ organisationId }) {
      const system = systemActor(organisationId, 'retention')
      await parts.db.inTx(system, eraseDue)
      await parts.db.inTx(system, eraseConcerns)
      await parts.db.inTx(system, forgetUploads)
      // After the commit, and each night anew: what a crash leaves behind goes the next night.
      await sweepUnneeded(parts, organisationId)
      await parts.db.inTx(system, announceExpiry)
      await parts.db.inTx(system, announceConcerns)
    },
  }),
}
