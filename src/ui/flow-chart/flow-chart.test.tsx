import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { placeAnswers } from './answers.ts'
import { boxAround, boxOf, overlap } from './box.ts'
import type { ChartEdge, ChartNode } from './chart.ts'
import { FlowChart } from './flow-chart.tsx'
import { mergeWays } from './merge.ts'
import { pathData } from './path.ts'
import { place } from './place.ts'
import { route } from './route.ts'
import { wrap } from './wrap.ts'

const node = (id: string, column: number, row?: number): ChartNode => ({
  id,
  label: id,
  kind: 'action',
  state: 'later',
  column,
  row,
})
const edge = (from: string, to: string): ChartEdge => ({ from, to, state: 'later' })

describe('wrap', () => {
  test('keeps every word, in order', () => {
    const label = 'Was a member of staff involved, or did they only see it happen to somebody else?'
    expect(wrap(label).join(' ')).toBe(label)
  })

  test('breaks evenly', () => {
    expect(wrap('Choose sanctions, support or both')).toEqual(['Choose sanctions,', 'support or both'])
  })
})

describe('place', () => {
  test('puts a step under what leads to it in the same column, and level with it from another', () => {
    const chart = place([node('a', 0), node('b', 0), node('c', 1)], [edge('a', 'b'), edge('b', 'c')])
    expect([...chart.nodes.values()].map(({ at }) => at)).toEqual([
      { column: 0, row: 0 },
      { column: 0, row: 1 },
      { column: 1, row: 1 },
    ])
  })

  test('never puts two steps on one place', () => {
    const nodes = Array.from({ length: 12 }, (_, at) => node(`n${at}`, at % 3))
    const edges = nodes.slice(1).map((n) => edge('n0', n.id))
    const places = [...place(nodes, edges).nodes.values()].map(({ at }) => `${at.column}/${at.row}`)
    expect(new Set(places).size).toBe(12)
  })

  test('makes a row as high as its longest label', () => {
    const long = {
      ...node('long', 0),
      label: 'A question with a great many words that does not fit two lines of a step',
    }
    const { nodes } = place([long, node('beside', 1)], [edge('long', 'beside')])
    expect(nodes.get('beside')?.height).toBe(nodes.get('long')?.height)
    expect(nodes.get('long')?.height).toBeGreaterThan(60)
  })
})

describe('route', () => {
  const chart = place(
    [node('a', 0, 0), node('b', 1, 0), node('c', 2, 0), node('d', 2, 2), node('e', 0, 2)],
    [edge('a', 'c'), edge('a', 'd'), edge('d', 'a')],
  )

  test('is straight between neighbours', () => {
    expect(route(edge('a', 'b'), chart)).toHaveLength(2)
    expect(route(edge('a', 'e'), chart)).toHaveLength(2)
  })

  test.each([
    ['a', 'c'],
    ['a', 'd'],
    ['d', 'a'],
    ['c', 'e'],
    ['e', 'b'],
  ])('from %s to %s crosses no step', (from, to) => {
    const points = route(edge(from, to), chart) ?? []
    const others = [...chart.nodes.values()].filter(({ id }) => id !== from && id !== to)
    for (const [at, point] of points.slice(1).entries()) {
      const before = points[at] ?? point
      const hit = others.filter(
        (n) =>
          Math.max(point.x, before.x) > n.x &&
          Math.min(point.x, before.x) < n.x + n.width &&
          Math.max(point.y, before.y) > n.y &&
          Math.min(point.y, before.y) < n.y + n.height,
      )
      expect(hit.map(({ id }) => id)).toEqual([])
    }
  })

  test('to a step that is not there is left out', () => {
    expect(route(edge('a', 'nowhere'), chart)).toBeNull()
  })
})

describe('mergeWays', () => {
  const yes = (label: string, state: ChartEdge['state'] = 'later'): ChartEdge => ({ from: 'a', to: 'b', label, state })

  test('draws answers that lead to the same step as one way', () => {
    expect(mergeWays([yes('Yes'), yes('Not sure')]).map(({ label }) => label)).toEqual(['Yes, or: Not sure'])
    expect(mergeWays([yes('A'), yes('B'), yes('C')]).map(({ label }) => label)).toEqual(['A, or 2 other answers'])
  })

  test('names the answer that was given when the way was taken', () => {
    expect(mergeWays([yes('Yes'), yes('Not sure', 'done')])).toEqual([yes('Not sure', 'done')])
  })
})

test('no answer covers a step or another answer, nor leaves the drawing', () => {
  const label = (says: string, from: string, to: string): ChartEdge => ({ ...edge(from, to), label: says })
  const nodes = [node('a', 0, 0), node('b', 0, 1), node('c', 0, 2), node('d', 1, 2), node('e', 2, 1)]
  const edges = [
    label('Yes, it was found, or: Yes, it is suspected', 'a', 'c'),
    label('I am not sure', 'a', 'b'),
    label('It may be illegal', 'b', 'c'),
    label('It is not illegal', 'b', 'd'),
    label('No', 'a', 'd'),
    label('Somebody else', 'a', 'e'),
  ]
  const chart = place(nodes, edges)
  const ways = edges.map((one) => ({ edge: one, points: route(one, chart) ?? [] }))
  const boxes = placeAnswers(ways, chart).map(boxOf)
  const all = [...boxes, ...[...chart.nodes.values()].map((n) => boxAround(n, { x: n.x + n.width, y: n.y + n.height }))]
  for (const box of boxes) {
    expect(all.filter((other) => other !== box && overlap(other, box))).toEqual([])
    expect(box.left).toBeGreaterThanOrEqual(0)
    expect(box.right).toBeLessThanOrEqual(chart.width)
  }
})

test('a way with corners is drawn with round ones', () => {
  expect(
    pathData([
      { x: 0, y: 0 },
      { x: 0, y: 40 },
      { x: 40, y: 40 },
    ]),
  ).toBe('M0 0L0 28Q0 40 12 40L40 40')
})

describe('FlowChart', () => {
  test('is named and described for those who do not see it, with the path as a list', () => {
    const html = renderToString(
      <FlowChart
        id="f"
        title="The chart"
        description="Two steps are done."
        nodes={[
          { ...node('a', 0), state: 'done' },
          { ...node('b', 0), state: 'now', flag: 'You' },
        ]}
        edges={[{ ...edge('a', 'b'), state: 'done', label: 'Yes' }]}
        list={[{ what: 'Recorded', who: 'Ben' }]}
      />,
    )
    expect(html).toContain('aria-labelledby="f-title f-desc"')
    expect(html).toContain('<li>Recorded, Ben</li>')
    expect(html).toMatch(/<path class="ink" d="M/)
    expect(html).toContain('>You</text>')
  })
})
