import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'

const root = join(import.meta.dirname, '../..')
const areas = readdirSync(join(root, 'src/areas'))

/** Each way in which a file can reach another one, as a whole file. */
const FORMS = {
  import: (path: string) => `import { thing } from '${path}'\nexport const other = thing\n`,
  'import for its effects': (path: string) => `import '${path}'\n`,
  're-export': (path: string) => `export { thing } from '${path}'\n`,
  're-export of everything': (path: string) => `export * from '${path}'\n`,
  'dynamic import': (path: string) => `export const other = await import('${path}')\n`,
  'import of a type': (path: string) => `import type { Thing } from '${path}'\nexport type Other = Thing\n`,
  're-export of a type': (path: string) => `export type { Thing } from '${path}'\n`,
} as const

interface Planted {
  readonly rule: string
  /** Where the file stands. */
  readonly file: string
  /** What it must not reach, through an alias or by a relative path. */
  readonly reaches: string
}

const from = (rule: string, file: string, ...targets: readonly string[]): Planted[] =>
  targets.map((reaches) => ({ rule, file, reaches }))

const ABOVE_PLATFORM = ['#areas/people/index.ts', '#src/main.ts', '#tests/support/app.ts', '../areas/people/index.ts']
const forbidden: readonly Planted[] = [
  ...from('core', 'src/core/planted', ...ABOVE_PLATFORM, '#config/config.ts', '#platform/parts.ts', '#pack/report.ts'),
  ...from('core', 'src/core/planted', '#ui/words.ts', '../config/config.ts', '../platform/parts.ts', '../ui/words.ts'),
  ...from('core', 'src/core/planted', '../pack/report.ts', 'fastify', 'kysely', 'pg', 'preact', 'preact/hooks'),
  ...from('config', 'src/config/planted', ...ABOVE_PLATFORM, '#platform/parts.ts', '#pack/report.ts', '#ui/words.ts'),
  ...from('config', 'src/config/planted', '../platform/parts.ts', '../pack/report.ts', '../ui/words.ts'),
  ...from('platform', 'src/platform/planted', ...ABOVE_PLATFORM, '#pack/report.ts', '#ui/words.ts'),
  ...from('platform', 'src/platform/planted', '../pack/report.ts', '../ui/words.ts'),
  ...from('pack', 'src/pack/planted', ...ABOVE_PLATFORM, '#config/config.ts', '#platform/parts.ts', '#ui/words.ts'),
  ...from('pack', 'src/pack/planted', '../config/config.ts', '../platform/parts.ts', '../ui/words.ts'),
  ...from('pack', 'src/pack/planted', 'fastify', 'kysely', 'pg', 'preact'),
  ...from('ui', 'src/ui/planted', ...ABOVE_PLATFORM, '#config/config.ts', '#platform/parts.ts', '#pack/report.ts'),
  ...from('ui', 'src/ui/planted', '../config/config.ts', '../platform/parts.ts', '../pack/report.ts'),
  ...from('ui', 'src/ui/planted', 'fastify', 'kysely', 'pg'),
  ...from('areas', 'src/areas/policy/planted', '#src/app.tsx', '#tests/support/app.ts', '#config/config.ts'),
  ...from(
    'areas',
    'src/areas/policy/pages/planted',
    '../../../app.tsx',
    '../../../main.ts',
    '../../../config/config.ts',
  ),
  ...from('areas/views', 'src/areas/policy/views/planted', '#platform/database/tx.ts', '../../../platform/parts.ts'),
  ...from('areas/views', 'src/areas/policy/views/planted', '../commands/x.ts', '../queries/x.ts', '../pages/x.tsx'),
  ...from('areas/views', 'src/areas/policy/views/planted', '../jobs/x.ts', '#areas/people/index.ts', '#src/app.tsx'),
  ...areas.flatMap((area) => betweenAreas(area)),
]

/** The inside of an area, as another area may not reach it, from every depth. */
function betweenAreas(area: string): Planted[] {
  const other = area === 'policy' ? 'people' : 'policy'
  return [
    ...from(`area ${area}`, `src/areas/${other}/planted`, `#areas/${area}/queries/x.ts`, `../${area}/index.ts`),
    ...from(`area ${area}`, `src/areas/${other}/pages/planted`, `../../${area}/queries/x.ts`, `../../${area}/index.ts`),
    ...from(`area ${area}`, `src/areas/${other}/views/planted`, `../../${area}/views/x.tsx`, `#areas/${area}/paths.ts`),
  ]
}

const allowed: readonly Planted[] = [
  ...from('core', 'src/core/planted', './errors.ts', 'zod', 'node:path'),
  ...from('platform', 'src/platform/planted', '#core/errors.ts', '#config/config.ts', './parts.ts', 'fastify'),
  ...from('pack', 'src/pack/planted', '#core/errors.ts', 'yaml', './report.ts'),
  ...from('ui', 'src/ui/planted', '#core/form.ts', 'preact', './words.ts'),
  ...from('areas', 'src/areas/policy/pages/planted', '#areas/people/index.ts', '../queries/x.ts', '#platform/parts.ts'),
  ...from('areas/views', 'src/areas/policy/views/planted', '#ui/words.ts', '#core/form.ts', '../paths.ts'),
]

const report = z.object({
  diagnostics: z.array(z.object({ category: z.string(), location: z.object({ path: z.string() }) })),
})

// A tree with the real rules and planted files only, so that nobody's checkout is touched and one run judges all.
let tree: string
let found: ReadonlySet<string>
beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'kept-directions-'))
  const { vcs: _, $schema: __, ...rules } = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'))
  writeFileSync(join(tree, 'biome.json'), JSON.stringify(rules))
  for (const planted of [...forbidden, ...allowed])
    for (const [form, write] of Object.entries(FORMS)) {
      const file = join(tree, fileOf(planted, form))
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, write(planted.reaches))
    }
  found = new Set(findings(tree))
})
afterAll(() => rmSync(tree, { recursive: true, force: true }))

const fileOf = ({ file, reaches }: Planted, form: string): string =>
  `${file}-${`${form} ${reaches}`.replace(/[^a-z]+/g, '_')}.ts`

function findings(folder: string): string[] {
  return report
    .parse(JSON.parse(lint(folder)))
    .diagnostics.filter((one) => one.category === 'lint/style/noRestrictedImports')
    .map((one) => one.location.path)
}

function lint(folder: string): string {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
  const args = [biome, 'lint', '--only=style/noRestrictedImports', '--reporter=json', '--max-diagnostics=none', '.']
  try {
    return execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8', stdio: 'pipe', maxBuffer: 2 ** 26 })
  } catch (fault) {
    // It ends with status 1 when it has findings, which is what is hoped for here.
    if (fault instanceof Error && 'stdout' in fault && typeof fault.stdout === 'string') return fault.stdout
    throw fault
  }
}

describe('the directions of imports', () => {
  test.each(Object.keys(FORMS))('every forbidden %s is found', (form) => {
    const missed = forbidden.filter((planted) => !found.has(fileOf(planted, form)))
    expect(missed.map(({ file, reaches }) => `${file} reaches ${reaches}`)).toEqual([])
  })

  test('what is allowed is not found', () => {
    const wrongly = allowed.flatMap((planted) =>
      Object.keys(FORMS)
        .filter((form) => found.has(fileOf(planted, form)))
        .map((form) => `${form}: ${planted.reaches}`),
    )
    expect(wrongly).toEqual([])
  })
})

// The linter does not look into `import('…').Thing`, so nobody may write it: `import type` says the same and is seen.
const TYPE_IMPORT = /\btypeof\s+import\(|\bimport\(\s*['"][^'"]*['"]\s*\)\s*(?:\[|\.(?!\s*(?:then|catch|finally)\b))/

describe('imports inside of types', () => {
  test.each([
    [`type A = import('#ui/words.ts').Words`, true],
    [`let a: import("../ui/words.ts")['Words']`, true],
    [`type A = typeof import('#ui/words.ts')`, true],
    [`const { a } = await import('#ui/words.ts')`, false],
    [`import('#ui/words.ts').then(start)`, false],
  ])('%s: %s', (line, isOne) => {
    expect(TYPE_IMPORT.test(line)).toBe(isOne)
  })

  test('are written nowhere', () => {
    const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    const written = sources.filter(
      (path) => /\.tsx?$/.test(path) && TYPE_IMPORT.test(readFileSync(join(root, 'src', path), 'utf8')),
    )
    expect(written).toEqual([])
  })
})
