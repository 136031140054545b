/**
 * Our components against the official fixtures of govuk-frontend: each is drawn from the same options, and the HTML must
 * be equal but for the order of attributes and for white space.
 */
import { readFileSync } from 'node:fs'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { afterAll, describe, expect, test } from 'vitest'
import { content } from './adapt-content.tsx'
import { fields } from './adapt-fields.tsx'
import { groups } from './adapt-groups.tsx'
import { pages } from './adapt-pages.tsx'
import { normalise } from './same-html.ts'

type Adapter = (options: never) => VNode

interface Fixture {
  readonly name: string
  readonly options: never
  readonly html: string
}

const adapters: Readonly<Record<string, Adapter>> = { ...pages, ...fields, ...groups, ...content }
const components = new URL('../../../node_modules/govuk-frontend/dist/govuk/components/', import.meta.url)

function fixturesOf(component: string): Fixture[] {
  const file: { fixtures: Fixture[] } = JSON.parse(
    readFileSync(new URL(`${component}/fixtures.json`, components), 'utf8'),
  )
  return file.fixtures
}

/** Fixtures that we refuse to draw, by component and name, each with its reason. None at present. */
const leftOut: Readonly<Record<string, Readonly<Record<string, string>>>> = {}

const counts: string[] = []

describe.each(Object.entries(adapters))('%s', (component, adapter) => {
  const fixtures = fixturesOf(component)
  const reasons = leftOut[component] ?? {}
  const drawn = fixtures.filter((fixture) => !(fixture.name in reasons))

  test.each(drawn)('draws “$name” as govuk-frontend does', ({ options, html }) => {
    expect(normalise(renderToString(adapter(options)))).toBe(normalise(html))
  })

  test.each(fixtures.filter((fixture) => fixture.name in reasons))(
    'leaves out “$name” because it differs',
    (fixture) => {
      expect(normalise(renderToString(adapter(fixture.options)))).not.toBe(normalise(fixture.html))
    },
  )

  test('equals at least four fifths of its official fixtures', () => {
    counts.push(`${component.padEnd(20)} ${String(drawn.length).padStart(3)} of ${fixtures.length}`)
    for (const [name, reason] of Object.entries(reasons)) counts.push(`  left out: ${name}: ${reason}`)
    expect(drawn.length / fixtures.length).toBeGreaterThanOrEqual(0.8)
    expect(Object.keys(reasons).filter((name) => !fixtures.some((fixture) => fixture.name === name))).toEqual([])
  })
})

afterAll(() => {
  console.log(`Official fixtures drawn equal:\n${counts.join('\n')}`)
})
