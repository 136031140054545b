import type { RecordHome } from '#areas/records/index.ts'
import { addressesUnder } from '#areas/records/index.ts'

/** Where incidents stand. */
export const incidentHome: RecordHome = {
  audit: 'incident',
  owns: (kind) => kind === 'incident',
  noun: 'case',
  access: ['staff', 'governor'],
  list: () => '/incidents',
  paths: addressesUnder('/incidents/:id'),
  referral: (id, party) => `/incidents/${id}/referral?to=${encodeURIComponent(party)}`,
}
