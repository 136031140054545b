import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { derive } from '../../assets/derive-govuk-css.ts'
import { buildAssets } from './support/browser.ts'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const kilobytes = (text: string): number => gzipSync(text, { level: 9 }).length / 1024

describe('the styles of govuk-frontend', () => {
  const kept = read('assets/vendor/govuk-frontend.css')

  test('are those of the installed package', () => {
    expect(kept).toBe(derive(read('node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.css')))
  })

  test('name no font, no picture and no other file', () => {
    expect(kept).not.toMatch(/url\(|@import|@font-face|GDS Transport/)
  })

  test.each(['button', 'radios', 'date-input', 'error-summary', 'service-navigation', 'summary-list'])(
    'hold %s',
    (name) => {
      expect(kept).toContain(`.govuk-${name}`)
    },
  )

  test.each(['footer', 'cookie-banner', 'accordion'])('leave out %s', (name) => {
    expect(kept).not.toContain(`.govuk-${name}{`)
  })
})

describe('what a browser fetches with its first page', () => {
  test('stays under 45 kB compressed, and asks for nothing further', async () => {
    const files = await buildAssets()
    const sizes = [...files].map(([path, text]) => ({ path, raw: text.length, kilobytes: kilobytes(text) }))
    for (const { path, raw, kilobytes: size } of sizes) console.log(`${path}: ${raw} bytes, ${size.toFixed(1)} kB gzip`)
    expect(sizes.reduce((sum, { kilobytes: size }) => sum + size, 0)).toBeLessThan(45)
    expect(files.get('/kept.css')).not.toMatch(/url\((?!#)|@import/)
    expect(files.get('/kept.js')).not.toMatch(/\bfetch\(|XMLHttpRequest|eval\(|new Function/)
  })
})
