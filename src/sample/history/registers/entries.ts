import { ASSETS } from './assets.ts'
import { DISPOSALS } from './disposals.ts'
import { INSTALLATIONS } from './installations.ts'
import { INVENTORY } from './inventory.ts'
import { LESSONS } from './lessons.ts'
import { MONITORING } from './monitoring.ts'
import { PERMISSIONS } from './permissions.ts'
import { HANDED_IN } from './phones.ts'
import type { RegisterStory } from './register-story.ts'
import { SERVICES } from './services.ts'
import { SYSTEMS } from './systems.ts'
import { TRANSFERS } from './transfers.ts'

/** Everything that stands in the registers of the sample school. What names another entry comes after it. */
export const REGISTER_ENTRIES: readonly RegisterStory[] = [
  ...INVENTORY,
  ...DISPOSALS,
  ...INSTALLATIONS,
  ...SYSTEMS,
  ...ASSETS,
  ...TRANSFERS,
  ...MONITORING,
  ...HANDED_IN,
  ...PERMISSIONS,
  ...LESSONS,
  ...SERVICES,
]
