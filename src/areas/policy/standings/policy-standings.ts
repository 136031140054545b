import { sayFullDate } from '#core/calendar/say-date.ts'
import { currentFiles, readDocumentFiles } from '../queries/document-files.ts'
import { readSettings } from '../queries/organisation-settings.ts'
import type { ControlStanding, StandingSource } from './standing-source.ts'

/**
 * Documents of the policy: published with the version that is in force. What they say is read, and no software can hold it. Where the
 * school has to attach its own, there is no evidence before it did.
 */
export const policyStandings: StandingSource = {
  kinds: ['document'],
  async standings(tx, policy, refs) {
    const { zone } = await readSettings(tx)
    const files = currentFiles(await readDocumentFiles(tx))
    const says = `Published with version ${policy.number} on ${sayFullDate(policy.inForceOn)}.`
    const published = { state: 'published', proof: null, says, since: policy.publishedAt } as const
    return new Map(
      refs.map((ref): [string, ControlStanding] => {
        const id = ref.slice('document/'.length).split('#')[0] ?? ''
        const file = files.get(id)
        if (file === undefined)
          return policy.pack.documents[id]?.attach === 'required'
            ? [ref, { state: 'none', proof: null, says: 'The school has not attached it yet.' }]
            : [ref, published]
        const day = sayFullDate(file.attachedAt.toZonedDateTimeISO(zone).toPlainDate())
        return [ref, { ...published, says: `Attached on ${day}.`, since: file.attachedAt }]
      }),
    )
  },
}
