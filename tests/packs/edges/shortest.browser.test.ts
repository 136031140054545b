import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { packOf } from '#pack/engines/schools/pack-of.ts'
import { useDatabase } from '#tests/support/database.ts'
import { WITH_AND_WITHOUT_SCRIPTS } from '../../journeys/support/browser.ts'
import { useSite } from '../../journeys/support/site.ts'
import { readPack } from '../read-pack.ts'
import { useDesks } from '../support/desks.ts'
import { givenSchoolUnder } from '../support/school.ts'
import { beginnings } from './beginnings.ts'
import { browserDesk } from './browser-desk.ts'
import { type Journey, walkCase } from './journey.ts'
import { walkersOf } from './walker.ts'

const t = useDatabase()
const site = useSite(t)
const desks = useDesks(site)

// Twenty seconds in all: a policy whose shortest case is longer is walked with the others by `KEPT_TEST_WAYS=browser`.
const MOST_STEPS = 8

const packs = readdirSync('packs', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({ name, journey: shortest(name) }))
  .filter(({ journey }) => journey.legs.length <= MOST_STEPS)
  .map((one, at) => ({ ...one, ...(at % 2 === 0 ? WITH_AND_WITHOUT_SCRIPTS[0] : WITH_AND_WITHOUT_SCRIPTS[1]) }))

test.each(packs)('a short case under $name comes to its end in a browser $how', async ({ name, journey, scripts }) => {
  const school = await givenSchoolUnder(t, name)
  const walkers = await walkersOf(
    async (person) => browserDesk(t, person, await desks.anew(person, scripts)),
    school,
    name,
  )
  const { left, keptOut } = await walkers.walk(journey)
  expect(left).toEqual([])
  expect(keptOut.filter((status) => status !== 404)).toEqual([])
})

/** The case with the fewest steps of some dozens. */
function shortest(name: string): Journey {
  const pack = packOf(readPack(name))
  const often = new Map<string, number>()
  const found = beginnings(pack, 24).flatMap((beginning, turn) => {
    const journey = walkCase(pack, beginning, { often, late: false, turn })
    return journey === null ? [] : [journey]
  })
  const [first] = found.toSorted((a, b) => a.legs.length - b.legs.length)
  if (first === undefined) throw new Error(`no case under ${name} comes to an end`)
  return first
}
