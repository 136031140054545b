import { expect, test } from 'vitest'
import { chartOnPaper } from './chart-on-paper.ts'
import { redactionOf } from './redact.ts'

const chart = {
  key: 'flow',
  title: 'What Leila Hartley-Mensah needs',
  waits: false,
  nodes: [
    { id: 'a', label: 'Tell the police', kind: 'action', state: 'done', column: 0, row: 0 },
    { id: 'b', label: 'Ask the parents of Leila Hartley-Mensah', kind: 'question', state: 'later', column: 0, row: 1 },
  ],
  edges: [{ from: 'a', to: 'b', label: 'Leila Hartley-Mensah agrees', state: 'later' }],
} as const

test('a chart on paper inks what was done, and withholds a name that would stand on two of its lines', () => {
  const block = chartOnPaper(chart, redactionOf([{ id: 'x', name: 'Leila Hartley-Mensah' }], []))
  if (block.kind !== 'chart') throw new Error('it is no chart')
  const { alt, steps, ways, words } = block.chart
  const said = [alt, ...words.flatMap(({ lines }) => lines.map(String))].join(' ')
  expect(steps.map(({ state }) => state)).toEqual(['done', 'later'])
  expect(ways.map(({ inked }) => inked)).toEqual([false])
  expect(said).not.toMatch(/Leila|Hartley|Mensah/)
  expect(said).toContain('[person 1]')
})
