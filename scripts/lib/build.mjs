import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { readingCss } from './reading-css.mjs'
import { Halt, root, say } from './say.mjs'

const folder = fileURLToPath(root)
const build = join(folder, 'build')

/** Builds the program and the browser's files, unless they were built from exactly these sources before. */
export async function ensureBuilt() {
  const mark = hashOfSources()
  const marked = join(build, 'sources.sha256')
  if (existsSync(marked) && readFileSync(marked, 'utf8') === mark) return
  say('Building the program …')
  const draft = `${build}.new-${process.pid}`
  try {
    mkdirSync(draft, { recursive: true })
    const esbuild = await import('esbuild')
    // Its helper process is ended afterwards, or it would stay as long as we do.
    await Promise.all([buildServer(esbuild, draft), buildAssets(esbuild, draft)]).finally(() => esbuild.stop())
    writeFileSync(join(draft, 'sources.sha256'), mark)
    // Built aside and swapped in whole: a broken build or a second builder never leaves half a program.
    rmSync(build, { recursive: true, force: true })
    renameSync(draft, build)
  } catch (cause) {
    const why = cause.errors?.length > 0 ? `${cause.errors.length} faults in the sources, listed above` : cause.message
    throw new Halt(`The program could not be built: ${why}.`)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

function buildServer(esbuild, to) {
  return esbuild.build({
    absWorkingDir: folder,
    entryPoints: { kept: 'src/kept.ts' },
    outdir: to,
    outExtension: { '.js': '.mjs' },
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    // Commands load what they need, so that starting does not read the command line's code, nor the other way round.
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node26',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: true,
    logLevel: 'warning',
  })
}

async function buildAssets(esbuild, to) {
  const result = await esbuild.build({
    absWorkingDir: folder,
    entryPoints: ['assets/kept.css', 'assets/kept.ts', 'assets/reading.ts'].filter((entry) =>
      existsSync(join(folder, entry)),
    ),
    outdir: join(to, 'assets'),
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2022', 'chrome111', 'firefox115', 'safari16'],
    loader: { '.svg': 'file', '.woff2': 'file', '.png': 'file' },
    // Addresses on our own host that are served as they are.
    external: ['/assets/*'],
    metafile: true,
    logLevel: 'warning',
  })
  const names = Object.keys(result.metafile.outputs).map((path) => basename(path))
  const named = (start, ending) => names.find((name) => name.startsWith(start) && name.endsWith(ending)) ?? null
  const assets = join(to, 'assets')
  mkdirSync(assets, { recursive: true })
  const css = named('kept-', '.css')
  const reading = { css: css === null ? null : writeReadingCss(assets, css), js: named('reading-', '.js') }
  // Smaller on the way: what has no secret in it is pressed once, here.
  for (const name of readdirSync(assets).filter((one) => /\.(?:css|js)$/.test(one))) {
    const bytes = readFileSync(join(assets, name))
    writeFileSync(join(assets, `${name}.br`), brotliCompressSync(bytes))
    writeFileSync(join(assets, `${name}.gz`), gzipSync(bytes, { level: 9 }))
  }
  const manifest = { css, js: named('kept-', '.js'), reading }
  writeFileSync(join(assets, 'manifest.json'), `${JSON.stringify(manifest)}\n`)
}

/** The styles of pages that are only read: made from the whole, so that no rule is written twice. */
function writeReadingCss(assets, whole) {
  const css = readingCss(readFileSync(join(assets, whole), 'utf8'))
  const hash = createHash('sha256')
    .update(css)
    .digest('base64url')
    .replaceAll(/[^A-Za-z0-9]/g, '')
    .slice(0, 8)
  const name = `reading-${hash.toUpperCase()}.css`
  writeFileSync(join(assets, name), css)
  return name
}

function hashOfSources() {
  const hash = createHash('sha256')
  for (const path of [
    ...filesIn('src'),
    ...filesIn('assets'),
    'package-lock.json',
    'scripts/lib/build.mjs',
    'scripts/lib/reading-css.mjs',
  ]) {
    hash.update(`${path}\0`).update(readFileSync(join(folder, path)))
  }
  return hash.digest('hex')
}

function filesIn(start) {
  if (!existsSync(join(folder, start))) return []
  return readdirSync(join(folder, start), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$|\.md$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
    .sort()
}
