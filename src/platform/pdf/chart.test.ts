import { afterAll, describe, expect, test } from 'vitest'
import { pdfText } from '#tests/support/read-pdf.ts'
import { chartSvg, type PdfChart, sheetsOf } from './chart.ts'
import { closePdf, renderPdf } from './render-pdf.ts'

afterAll(closePdf)

const rows = (count: number) => Array.from({ length: count }, (_, at) => (at + 1) * 100)
const chart = (height: number, width = 400): PdfChart => ({
  alt: 'Two steps, one of them done',
  width,
  height,
  cuts: rows(height / 100),
  ways: [{ path: 'M50 60L50 120', inked: true }],
  steps: [
    { x: 10, y: 10, width: 204, height: 60, round: 9, state: 'done' },
    { x: 10, y: height - 90, width: 204, height: 60, round: 30, state: 'not_taken' },
  ],
  words: [
    { x: 112, y: 45, anchor: 'middle', step: 19, lines: ['Tell the', 'police'], tone: 'on_ink' },
    { x: 112, y: height - 60, anchor: 'start', step: 19, lines: ['The last row'], tone: 'quiet' },
  ],
})

describe('a chart on paper', () => {
  test('lies on one sheet where it can be read there, on its side when it is wide, and is cut between its rows when it is high', () => {
    expect(sheetsOf(chart(600))).toEqual({ flipped: false, scale: 0.24, slices: [{ from: 0, to: 600 }] })
    expect(sheetsOf(chart(1500)).slices).toHaveLength(1)
    expect(sheetsOf(chart(600, 1800))).toMatchObject({ flipped: true, slices: [{ from: 0 }] })
    const high = sheetsOf(chart(4000))
    expect(high.slices.length).toBeGreaterThan(2)
    expect(high.slices.at(-1)?.to).toBe(4000)
    for (const { from, to } of high.slices) {
      expect((to - from) * high.scale).toBeLessThanOrEqual(218)
      expect(to % 100).toBe(0)
      expect(from === 0 || high.slices.some((one) => one.to === from)).toBe(true)
    }
  })

  test.each(['a-2b', 'ua-1'] as const)(
    'keeps its words as text in %s, on whichever sheet they stand',
    async (standard) => {
      const pdf = await renderPdf(
        {
          ...{
            title: 'Bundle',
            language: 'en-GB',
            footer: 'Seal',
            madeAt: Temporal.Instant.from('2026-11-23T09:30:00Z'),
          },
          blocks: [
            { kind: 'heading', level: 1, text: 'The way' },
            { kind: 'chart', chart: chart(2500) },
            { kind: 'chart', chart: chart(500, 1800) },
          ],
        },
        { standard },
      )
      expect(await pdfText(pdf)).toMatch(/Tell the\s+police[\s\S]*The last row/)
    },
  )

  test('draws nothing that is no shape', () => {
    const svg = chartSvg({ ...chart(200), ways: [{ path: 'M0 0"/><script>', inked: true }] })
    expect(svg).not.toContain('script')
    expect(svg).toContain('<rect')
  })
})
