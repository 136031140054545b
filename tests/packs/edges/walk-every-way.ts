import { beforeAll, describe, expect, test, vi } from 'vitest'
import { packOf } from '#pack/engines/schools/pack-of.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { readPack } from '../read-pack.ts'
import { givenSchoolUnder } from '../support/school.ts'
import { cover } from './cover.ts'
import { wayOf } from './journey.ts'
import { paperDesk } from './paper-desk.ts'
import { type Walkers, walkersOf } from './walker.ts'

/** Declares a test for each of the cases that between them go along every way of a policy's charts, through the program's pages. */
export function walkEveryWay(name: string): void {
  const t = useDatabase()
  const app = useApp(t)
  // Nothing in it waits for time to pass: some cases have forty steps, and each is three pages.
  vi.setConfig({ testTimeout: 240_000 })
  const journeys = cover(packOf(readPack(name))).map((journey) => ({ journey, way: wayOf(journey) }))
  describe(`a case under ${name}`, () => {
    let walkers: Walkers
    beforeAll(async () => {
      walkers = await walkersOf((person) => paperDesk(t, app, person), await givenSchoolUnder(t, name), name)
    })

    test.each(journeys)('comes to its end unseen by those it is about, by $way', async ({ journey }) => {
      const { left, keptOut } = await walkers.walk(journey)
      expect(left).toEqual([])
      expect(keptOut.filter((status) => status !== 404)).toEqual([])
    })
  })
}
