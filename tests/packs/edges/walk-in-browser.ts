import { beforeAll, describe, expect, test, vi } from 'vitest'
import { packOf } from '#pack/engines/schools/pack-of.ts'
import { useDatabase } from '#tests/support/database.ts'
import { WITH_AND_WITHOUT_SCRIPTS } from '../../journeys/support/browser.ts'
import { useSite } from '../../journeys/support/site.ts'
import { readPack } from '../read-pack.ts'
import { useDesks } from '../support/desks.ts'
import { givenSchoolUnder } from '../support/school.ts'
import { browserDesk } from './browser-desk.ts'
import { cover } from './cover.ts'
import { wayOf } from './journey.ts'
import { type Walkers, walkersOf } from './walker.ts'

/**
 * Declares tests in which Chromium, with scripts and without, walks the cases that between them go along every way of a
 * policy's charts.
 */
export function walkInBrowser(name: string): void {
  const t = useDatabase()
  const site = useSite(t)
  const desks = useDesks(site)
  // Some cases have forty steps, and each is three pages.
  vi.setConfig({ testTimeout: 600_000 })
  const journeys = cover(packOf(readPack(name))).map((journey) => ({ journey, way: wayOf(journey) }))
  describe.each(WITH_AND_WITHOUT_SCRIPTS)(`a case under ${name}, in a browser $how`, ({ scripts }) => {
    let walkers: Walkers
    beforeAll(async () => {
      const school = await givenSchoolUnder(t, name)
      walkers = await walkersOf(
        async (person) => browserDesk(t, person, await desks.anew(person, scripts)),
        school,
        name,
      )
    })

    test.each(journeys)('comes to its end unseen by those it is about, by $way', async ({ journey }) => {
      const { left, keptOut } = await walkers.walk(journey)
      expect(left).toEqual([])
      expect(keptOut.filter((status) => status !== 404)).toEqual([])
    })
  })
}
