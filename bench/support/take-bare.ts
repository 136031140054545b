import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import Fastify from 'fastify'
import sharp from 'sharp'
import { stayUntilLetGo } from './apart.ts'

// What nobody who takes in a photo and cleans it can do without: read it, hash it, draw it anew, and have it on the disk.
const folder = mkdtempSync(join(tmpdir(), 'kept-bench-bare-'))
const app = Fastify({ bodyLimit: 4 * 1024 * 1024 })
let taken = 0
app.addContentTypeParser('image/jpeg', (_request, body, done) => {
  buffer(body).then((bytes) => done(null, bytes), done)
})
app.post<{ Body: Buffer }>('/', async ({ body }) => {
  const drawn = await sharp(body).jpeg({ quality: 88 }).toBuffer()
  taken += 1
  const file = await open(join(folder, String(taken)), 'wx')
  await file.writeFile(drawn)
  await file.sync()
  await file.close()
  return createHash('sha256').update(drawn).digest('hex')
})
const address = await app.listen({ host: '127.0.0.1', port: 0 })
await stayUntilLetGo(address, async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})
