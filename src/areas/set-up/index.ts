import type { Area } from '#platform/parts.ts'
import { setUpPage } from './pages/set-up-page.tsx'

/** The first hour of a school's own installation. */
export const setUpArea: Area = {
  name: 'set-up',
  async routes(app, parts) {
    // The sample makes its own organisation.
    if (!parts.sample) await setUpPage(app, parts)
  },
}
