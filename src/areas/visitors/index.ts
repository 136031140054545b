import type { Area } from '#platform/parts.ts'
import { visitorsPages } from './pages/visitors-pages.tsx'

/** Visitors: who comes to the school without belonging to it, and what they sign before they start. */
export const visitorsArea: Area = {
  name: 'visitors',
  async routes(app, parts) {
    await visitorsPages(app, parts)
  },
}
