import { readdirSync } from 'node:fs'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { partGroups } from '#ui/design/design-page.tsx'

const shown = partGroups.flatMap((group) => Object.entries(group.parts).map(([name, examples]) => ({ name, examples })))

describe('the examples', () => {
  test('cover every component that pages use', () => {
    const inner = ['choices', 'design', 'field', 'page']
    const folders = readdirSync(new URL('../../src/ui/', import.meta.url), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !inner.includes(entry.name))
      .map((entry) => entry.name)
    expect(shown.map(({ name }) => name).sort()).toEqual(folders.sort())
  })

  test.each(shown)('of $name hold no style attribute, no inline script and no event attribute', ({ examples }) => {
    expect(examples.length).toBeGreaterThan(0)
    for (const { node } of examples)
      expect(renderToString(node)).not.toMatch(/\sstyle=|<script|\son[a-z]+=|javascript:/)
  })

  test('share no id', () => {
    const ids = shown.flatMap(({ examples }) =>
      examples.flatMap(({ node }) => [...renderToString(node).matchAll(/\sid="([^"]+)"/g)].map((match) => match[1])),
    )
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
  })
})
