/** A browser for pages that need none of the server: they are served from memory under the product's own strict policy. */
import { readFile } from 'node:fs/promises'
import { build } from 'esbuild'
import { type Browser, type BrowserContext, chromium } from 'playwright-core'
import { executablePath } from '#tests/support/chromium.ts'

const root = new URL('../../../', import.meta.url).pathname

/** The addresses of the built styles and scripts. */
export const assets = { css: '/kept.css', js: '/kept.js' }

/** The built styles and scripts, and the mark for the tab, by address. */
export async function buildAssets(): Promise<Map<string, string>> {
  const built = await build({
    entryPoints: [`${root}assets/kept.css`, `${root}assets/kept.ts`],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    outdir: '/',
    write: false,
    logLevel: 'error',
  })
  const icon = await readFile(`${root}assets/icons/icon.svg`, 'utf8')
  return new Map([...built.outputFiles.map((file) => [file.path, file.text] as const), ['/icon.svg', icon]])
}

/** A browser that asks no other host for anything by itself. */
export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-sync'],
  })

const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'"

/** Answers the context's requests from memory; whatever else is asked for is noted and refused. */
export async function serve(context: BrowserContext, files: ReadonlyMap<string, string>): Promise<string[]> {
  const refused: string[] = []
  await context.route('**/*', async (route) => {
    const url = new URL(route.request().url())
    const body = url.host === 'kept.example' ? files.get(url.pathname) : undefined
    if (body === undefined) {
      refused.push(url.href)
      await route.abort()
      return
    }
    const type =
      { css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml' }[url.pathname.split('.')[1] ?? ''] ?? 'text/html'
    await route.fulfill({ body, contentType: `${type}; charset=utf-8`, headers: { 'content-security-policy': policy } })
  })
  return refused
}

/** The address of a page that is served from memory. */
export const addressOf = (path: string): string => `http://kept.example${path}`
