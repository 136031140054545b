import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import { z } from 'zod'
import type { Web } from './server.ts'

/** The addresses of the built browser files. */
export interface AssetPaths {
  readonly css: string
  readonly js: string
  /** The smaller files of pages that are only read. */
  readonly reading?: { readonly css: string; readonly js: string }
}

const files = z.object({ css: z.string().nullable(), js: z.string().nullable() })
const manifestShape = files.extend({ reading: files })

/** Reads what the build wrote; names carry a hash of the content. */
export function readAssets(root: string): AssetPaths {
  const manifest = manifestShape.parse(JSON.parse(readFileSync(join(root, 'build/assets/manifest.json'), 'utf8')))
  const path = (name: string | null) => (name === null ? '' : `/assets/${name}`)
  const { css, js, reading } = manifest
  return { css: path(css), js: path(js), reading: { css: path(reading.css), js: path(reading.js) } }
}

/** Serves the built browser files; their names change with their content, so a browser keeps them for a year. */
export async function serveAssets(app: Web, root: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: join(root, 'build/assets'),
    serve: false,
    immutable: true,
    maxAge: '365d',
    etag: false,
    // The build pressed them; there is no secret in them that pressing could tell.
    preCompressed: true,
  })
  app.get(
    '/assets/:name',
    {
      schema: { params: z.object({ name: z.string().regex(/^[\w.-]{1,100}$/) }) },
      config: { audit: 'assets', access: 'public' },
    },
    (request, reply) => reply.sendFile(request.params.name),
  )
}
