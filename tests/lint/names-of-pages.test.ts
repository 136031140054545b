import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { NAMES_OF_PAGES } from '#pack/check/fields.ts'

const root = join(import.meta.dirname, '../..')

test('what the pages on which a pack asks its fields ask by themselves is known to the checker of packs', () => {
  const views = globSync(
    ['src/areas/records/{views/{step,open}-*,form/*}.tsx', 'src/areas/incidents/views/open-view.tsx'],
    {
      cwd: root,
    },
  )
  const names = views.flatMap((view) =>
    [...readFileSync(join(root, view), 'utf8').matchAll(/\bname="([a-z_]+)"/g)].map(([, name]) => name),
  )
  expect(names).toEqual(expect.arrayContaining(['note', 'witness', 'title', 'school']))
  expect(names.filter((name) => !NAMES_OF_PAGES.has(name ?? ''))).toEqual([])
})
