import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Clock } from '#core/clock.ts'
import { openSealedText } from './sealed-text.ts'

/** What somebody typed into a form that could not be taken because their session was over. */
export interface Draft {
  /** Where it was to be sent. */
  readonly address: string
  readonly fields: readonly (readonly [name: string, value: string])[]
  /** The names of fields with files, when the form is one for uploading; the files are not kept. */
  readonly files: readonly string[] | null
}

/** Keeps what was typed, in the browser of whoever typed it, unreadable and for two hours. */
export interface Drafts {
  /** Null when it is too much to keep. */
  seal(draft: Draft, mark: string): string | null
  /** What was sealed, for the person with this mark alone. */
  open(text: string, mark: string): Draft | null
}

const KEPT_MS = 2 * 60 * 60 * 1000
const MOST_CHARACTERS = 1_500_000

const shape = z.object({
  mark: z.string(),
  until: z.number(),
  address: z.string(),
  fields: z.array(z.tuple([z.string(), z.string()])),
  files: z.array(z.string()).nullable(),
})

/** Opens the keeping of drafts under a key of their own. */
export function openDrafts(key: Buffer, clock: Clock): Drafts {
  const sealed = openSealedText(key, 'draft')
  return {
    seal(draft, mark) {
      const text = sealed.seal({ ...draft, mark, until: clock.now().epochMilliseconds + KEPT_MS })
      return text.length > MOST_CHARACTERS ? null : text
    },
    open(text, mark) {
      const read = shape.safeParse(sealed.open(text))
      if (!read.success || read.data.mark !== mark || read.data.until <= clock.now().epochMilliseconds) return null
      const { address, fields, files } = read.data
      return { address, fields, files }
    },
  }
}

// A secret is never sealed either: what is typed again is safer than what lies in a page.
const SECRET = /password|token|secret|^_csrf$|^card_?code$/i

/** Reads what a refused request carried. Files are read past and forgotten. */
export async function readDraft(request: FastifyRequest): Promise<Draft> {
  const address = withoutToken(request.url)
  if (!request.isMultipart()) return { address, fields: fieldsOf(request.body), files: null }
  const fields: [string, string][] = []
  const files = new Set<string>()
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      if (!SECRET.test(part.fieldname) && typeof part.value === 'string') fields.push([part.fieldname, part.value])
    } else {
      files.add(part.fieldname)
      part.file.resume()
    }
  }
  return { address, fields, files: [...files] }
}

function fieldsOf(body: unknown): [string, string][] {
  if (typeof body !== 'object' || body === null) return []
  return Object.entries(body).flatMap(([name, value]) =>
    SECRET.test(name) ? [] : [value].flat().map((one): [string, string] => [name, String(one ?? '')]),
  )
}

function withoutToken(address: string): string {
  const [path = '', query = ''] = address.split('?', 2)
  const rest = new URLSearchParams(query)
  rest.delete('token')
  return rest.size === 0 ? path : `${path}?${rest}`
}
