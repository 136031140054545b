import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layOut, type PlacedChart } from '#areas/records/case/chart-layout.ts'
import { drawRun } from '#pack/engines/flow/draw.ts'
import { openSteps } from '#pack/engines/flow/open.ts'
import { placeAnswers } from '#ui/flow-chart/answers.ts'
import { boxAround, boxOf, shared } from '#ui/flow-chart/box.ts'
import { mergeWays } from '#ui/flow-chart/merge.ts'
import { place } from '#ui/flow-chart/place.ts'
import { route } from '#ui/flow-chart/route.ts'
import { readPack } from './read-pack.ts'
import { choicesAt, context, openCase, take } from './walk.ts'

const packs = readdirSync('packs', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

const people = [
  { person: 'pupil-1', part: 'victim' },
  { person: 'pupil-2', part: 'instigator' },
]

/** The answers of a drawn chart that cover a step or another answer, or leave the drawing. */
function covered(drawn: PlacedChart): string[] {
  const chart = place(drawn.nodes, drawn.edges)
  const ways = mergeWays(drawn.edges).flatMap((edge) => {
    const points = route(edge, chart)
    return points === null ? [] : [{ edge, points }]
  })
  const answers = placeAnswers(ways, chart)
  const boxes = answers.map(boxOf)
  const steps = [...chart.nodes.values()].map((node) =>
    boxAround(node, { x: node.x + node.width, y: node.y + node.height }),
  )
  return answers.flatMap((answer, at) => {
    const box = boxOf(answer)
    const others = [...steps, ...boxes.filter((_, other) => other !== at)]
    const out = box.left < 0 || box.right > chart.width
    return out || others.some((other) => shared(other, box) > 0) ? [`${drawn.title}: ${answer.lines.join(' ')}`] : []
  })
}

describe.each(packs)('the charts of %s', (name) => {
  const pack = readPack(name)
  test('have every answer beside its way, wherever a case stands', () => {
    const seen = new Set<string>()
    let charts = 0
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(1000)), (numbers) => {
        let run = openCase(pack, people)
        for (let count = 0; count < 60; count += 1) {
          for (const chart of layOut(drawRun(pack, run, context))) {
            charts += 1
            for (const words of covered(chart)) seen.add(words)
          }
          const open = openSteps(pack, run, context).filter((step) => !step.early)
          const step = open[(numbers.next().value ?? 0) % Math.max(1, open.length)]
          if (step === undefined) return
          const choices = choicesAt(step)
          const does = choices[(numbers.next().value ?? 0) % choices.length]
          if (does === undefined) return
          const taken = take(pack, run, step, does)
          if (!taken.ok) return
          run = taken.run
        }
      }),
      { numRuns: 5, seed: 7 },
    )
    expect(charts).toBeGreaterThan(20)
    expect([...seen]).toEqual([])
  })
})
