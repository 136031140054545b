/** What a file exports is used by another, and nothing of the program is there for its tests alone. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** What only tests ask for, and why it is there all the same. */
const FOR_TESTS = [
  'src/pack/time/print.ts printTime', // The inverse of the parser: what is written is read back the same.
  'src/platform/pdf/render-pdf.ts closePdf', // Ends the thread, which goes with the process otherwise.
]

type Files = ReadonlyMap<string, string>

const isTest = (file: string): boolean =>
  file.startsWith('tests/') || /\.(test|fixture)\.tsx?$|\/check\/cases\/|\/given(-[a-z-]+)?\.ts$/.test(file)

const EXPORT = /^export (?:async )?(?:function\*?|const|class) (\w+)/gm
const FROM = /\b(?:import|export)\s+(?:type\s+)?(\{[^}]*\}|\*(?:\s+as\s+\w+)?)\s*from\s*'([^']+)'/g
const DYNAMIC = /\bimport\(\s*'([^']+)'\s*\)/g
const WHOLE = '*'

/** The file that is meant, from the root. */
function target(file: string, path: string): string | null {
  if (path.startsWith('.')) return join(dirname(file), path)
  if (path.startsWith('#tests/')) return path.slice(1)
  return path.startsWith('#') ? path.replace('#', 'src/').replace('src/src/', 'src/') : null
}

/** Who imports what: the files, by the file and the name that they import. */
function usersOf(files: Files): ReadonlyMap<string, readonly string[]> {
  const users = new Map<string, string[]>()
  const note = (file: string, path: string, names: readonly string[]) => {
    const meant = target(file, path)
    for (const name of meant === null ? [] : names)
      users.set(`${meant} ${name}`, [...(users.get(`${meant} ${name}`) ?? []), file])
  }
  for (const [file, text] of files) {
    for (const [, what = '', path = ''] of text.matchAll(FROM)) note(file, path, namesIn(what))
    for (const [, path = ''] of text.matchAll(DYNAMIC)) note(file, path, [WHOLE])
  }
  return users
}

const namesIn = (what: string): string[] =>
  what.startsWith(WHOLE) ? [WHOLE] : [...what.matchAll(/(?:^\{|,)\s*(?:type\s+)?(\w+)/g)].map(([, name = '']) => name)

const times = (text: string, name: string): number =>
  [...text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '').matchAll(new RegExp(`\\b${name}\\b`, 'g'))].length

/** The values that the program exports to nobody, and those that it has for its tests alone. */
function idle(files: Files): { readonly toNobody: string[]; readonly forTests: string[] } {
  const users = usersOf(files)
  const exported = [...files].flatMap(([file, text]) =>
    file.startsWith('src/') && !isTest(file)
      ? [...text.matchAll(EXPORT)].map(([, name = '']) => ({
          says: `${file} ${name}`,
          users: [...(users.get(`${file} ${name}`) ?? []), ...(users.get(`${file} ${WHOLE}`) ?? [])],
          isUsedWithin: times(text, name) > 1,
        }))
      : [],
  )
  const says = (which: typeof exported) => which.map((one) => one.says).sort()
  return {
    toNobody: says(exported.filter((one) => one.users.length === 0)),
    forTests: says(exported.filter((one) => one.users.length > 0 && one.users.every(isTest) && !one.isUsedWithin)),
  }
}

function readAll(): Files {
  const folders = ['src', 'tests', 'bench', 'scripts']
  const paths = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
  )
  return new Map(
    paths.filter((path) => /\.(tsx?|mjs)$/.test(path)).map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  )
}

describe('the exports of the program', () => {
  const files = readAll()
  const found = idle(files)

  test('are each imported by another file', () => {
    expect(files.size).toBeGreaterThan(1000)
    expect(found.toNobody).toEqual([])
  })

  test('are there for more than tests', () => expect(found.forTests).toEqual(FOR_TESTS))
})

describe('an export', () => {
  const one = ['src/core/one.ts', 'export const one = 1\n'] as const

  test.each([
    ['by an alias', "import { one } from '#core/one.ts'\n"],
    ['under another name', "import {\n  other,\n  one as first,\n} from '../core/one.ts'\n"],
    ['to be exported again', "export { one } from '../core/one.ts'\n"],
    ['as a whole file', "import * as all from '#src/core/one.ts'\n"],
    ['while running', "const { one } = await import('#core/one.ts')\n"],
  ])('is used where it is imported %s', (_how, text) => {
    expect(idle(new Map([one, ['src/ui/two.ts', text]]))).toEqual({ toNobody: [], forTests: [] })
  })

  test('is not used by a file of the same name, by a comment, or by tests alone', () => {
    const others: [string, string][] = [
      ['src/ui/two.ts', "import { one } from './one.ts'\n// one\n"],
      ['src/ui/one.ts', 'export const one = 2\n'],
    ]
    expect(idle(new Map([one, ...others])).toNobody).toEqual(['src/core/one.ts one'])
    const asked: [string, string] = ['src/core/one.test.ts', "import { one } from './one.ts'\n"]
    expect(idle(new Map([one, asked])).forTests).toEqual(['src/core/one.ts one'])
    const within = new Map([['src/core/one.ts', `${one[1]}const two = one + one\n`] as const, asked])
    expect(idle(within)).toEqual({ toNobody: [], forTests: [] })
  })
})
