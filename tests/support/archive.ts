import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { BlobReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js'

const VERIFY = join(import.meta.dirname, '../../src/areas/evidence/bundle/verify.html')

/** What the page says of these files: its own script, with as much of a browser as it needs. */
export async function verdictOf(files: ReadonlyMap<string, Buffer>): Promise<string> {
  const page = readFileSync(VERIFY, 'utf8')
  const [, script = ''] = /<script>(.*)<\/script>/s.exec(page) ?? []
  const said: string[] = []
  const node = () => ({
    set textContent(text: string) {
      said.push(text)
    },
    append: () => {},
    replaceChildren: () => {},
    addEventListener: () => {},
  })
  const document = { getElementById: node, createElement: node }
  const list = [...files].map(([name, content]) => new File([new Uint8Array(content)], name))
  const window = { document, TextEncoder, Uint8Array, Uint32Array, DataView, ArrayBuffer, list }
  await runInNewContext(`${script}\ncheck(list)`, window)
  return said.join('\n')
}

/** The files of a locked archive, each of which has to be locked. */
export async function unpack(zip: Buffer, password: string): Promise<Map<string, Buffer>> {
  const reader = new ZipReader(new BlobReader(new Blob([new Uint8Array(zip)])), { password, useWebWorkers: false })
  const files = new Map<string, Buffer>()
  for (const entry of await reader.getEntries()) {
    if (entry.directory) continue
    if (!entry.encrypted) throw new Error(`${entry.filename} is not locked`)
    files.set(entry.filename, Buffer.from(await entry.getData(new Uint8ArrayWriter())))
  }
  await reader.close()
  return files
}
