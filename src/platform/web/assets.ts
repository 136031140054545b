import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import { z } from 'zod'
import type { Web } from './server.ts'

/** The addresses of the built browser files. */
export interface AssetPaths {
  readonly css: string
  readonly js: string
}

const manifestShape = z.object({ css: z.string().nullable(), js: z.string().nullable() })

/** Reads what the build wrote; names carry a hash of the content. */
export function readAssets(root: string): AssetPaths {
  const manifest = manifestShape.parse(JSON.parse(readFileSync(join(root, 'build/assets/manifest.json'), 'utf8')))
  const path = (name: string | null) => (name === null ? '' : `/assets/${name}`)
  return { css: path(manifest.css), js: path(manifest.js) }
}

/** Serves the built browser files; their names change with their content, so a browser keeps them for a year. */
export async function serveAssets(app: Web, root: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: join(root, 'build/assets'),
    serve: false,
    immutable: true,
    maxAge: '365d',
    etag: false,
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
