import { actionsArea } from '#areas/actions/index.ts'
import { approvalArea } from '#areas/approval/index.ts'
import { assentsArea } from '#areas/assents/index.ts'
import { complaintsArea } from '#areas/complaints/index.ts'
import { concernsArea } from '#areas/concerns/index.ts'
import { draftingArea } from '#areas/drafting/index.ts'
import { dutiesArea } from '#areas/duties/index.ts'
import { editingArea } from '#areas/editing/index.ts'
import { evidenceArea } from '#areas/evidence/index.ts'
import { incidentsArea } from '#areas/incidents/index.ts'
import { lookUpsArea } from '#areas/look-ups/index.ts'
import { measuresArea } from '#areas/measures/index.ts'
import { noticesArea } from '#areas/notices/index.ts'
import { peopleArea } from '#areas/people/index.ts'
import { policyArea } from '#areas/policy/index.ts'
import { publicationArea } from '#areas/publication/index.ts'
import { pupilFilesArea } from '#areas/pupil-files/index.ts'
import { recordsArea } from '#areas/records/index.ts'
import { retentionArea } from '#areas/retention/index.ts'
import { setUpArea } from '#areas/set-up/index.ts'
import { signInArea } from '#areas/sign-in/index.ts'
import { visitorsArea } from '#areas/visitors/index.ts'
import type { Area } from '#platform/parts.ts'

/** Every area of the program. A new subject is a folder under `areas` and a line here. */
export const areas: readonly Area[] = [
  signInArea,
  setUpArea,
  policyArea,
  draftingArea,
  editingArea,
  evidenceArea,
  publicationArea,
  approvalArea,
  actionsArea,
  assentsArea,
  concernsArea,
  dutiesArea,
  incidentsArea,
  complaintsArea,
  lookUpsArea,
  measuresArea,
  noticesArea,
  peopleArea,
  pupilFilesArea,
  recordsArea,
  retentionArea,
  visitorsArea,
]
