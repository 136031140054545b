import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { projectRoot } from '#platform/database/project-root.ts'
import { boardFigures } from './figures/board.ts'
import { classifierFigures } from './figures/classifier.ts'
import { listFigures } from './figures/list.ts'
import { peopleFigures } from './figures/people.ts'
import { reportFigures } from './figures/reports.ts'
import { startFigures } from './figures/start.ts'
import { tellFigures } from './figures/tell.ts'
import { writeFigures } from './figures/writes.ts'
import type { Figure } from './support/figure.ts'
import { readmeRows } from './support/readme.ts'
import { openWorld } from './support/world.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
    // Measures nothing: prints what earlier runs measured, as the table of the README has it.
    readme: { type: 'boolean', default: false },
  },
})
const say = (line: string): void => void process.stderr.write(`${line}\n`)
const wanted = (name: string): boolean => !values.readme && (values.only === undefined || values.only === name)
const figures: Figure[] = []
const results = join(projectRoot(), 'bench/results.json')

if (wanted('classifier')) figures.push(...classifierFigures(say))
if (wanted('start')) figures.push(...(await startFigures(say)))
if (['people', 'list', 'writes', 'board', 'tell', 'reports'].some(wanted)) {
  const world = await openWorld()
  try {
    if (wanted('board')) figures.push(...(await boardFigures(world, say)))
    if (wanted('people')) figures.push(...(await peopleFigures(world, say)))
    if (wanted('writes')) figures.push(...(await writeFigures(world, say)))
    if (wanted('tell')) figures.push(...(await tellFigures(world, say)))
    if (wanted('reports')) figures.push(...(await reportFigures(world, say)))
    if (wanted('list')) figures.push(...(await listFigures(world, say)))
  } finally {
    await world.close()
  }
}

if (values.readme) for (const row of readmeRows(before())) process.stdout.write(`${row}\n`)
else writeFileSync(results, `${JSON.stringify([...before(), ...figures], null, 2)}\n`)
if (values.json) process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`)
else
  for (const one of figures)
    process.stdout.write(
      `${one.name}: ${one.value} ${one.unit}${one.limit === null ? '' : `, limit ${one.limit}, ratio ${one.ratio}`}${one.p50_ms === null ? '' : `, p50 ${one.p50_ms} ms, p99 ${one.p99_ms} ms`}, ${one.rss_mb} MB\n`,
    )

/** What other runs measured and this one did not: a run of one figure leaves the others standing. */
function before(): Figure[] {
  if (!existsSync(results)) return []
  const known: Figure[] = JSON.parse(readFileSync(results, 'utf8'))
  const names = new Set(figures.map((figure) => figure.name))
  return known.filter((figure) => !names.has(figure.name))
}
