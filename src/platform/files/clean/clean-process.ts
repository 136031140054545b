import { buffer } from 'node:stream/consumers'
import { BadInput } from '#core/errors.ts'
import type { CleanFile } from './clean-file.ts'
import { cleanPdf } from './clean-pdf.ts'
import { cleanPicture } from './clean-picture.ts'
import type { CleanLimits } from './limits.ts'

/** What the cleaning process is asked. */
export interface CleanAsk {
  readonly type: string
  readonly limits: CleanLimits
}

/** What it answers, as its first line; the cleaned bytes follow. */
export type CleanAnswer =
  | ({ readonly kind: 'cleaned' } & Pick<CleanFile, 'type' | 'removed'>)
  | { readonly kind: 'refused'; readonly says: string | null }

/** A process of its own: what it is asked stands in its arguments, the file comes in, the cleaned one goes out. */
async function answer(ask: CleanAsk): Promise<{ head: CleanAnswer; bytes: Uint8Array }> {
  try {
    const given = await buffer(process.stdin)
    const { bytes, ...made } =
      ask.type === 'application/pdf'
        ? await cleanPdf(given, ask.limits)
        : await cleanPicture(given, ask.type, ask.limits)
    return { head: { kind: 'cleaned', ...made }, bytes }
  } catch (fault) {
    return {
      head: { kind: 'refused', says: fault instanceof BadInput ? fault.message : null },
      bytes: Buffer.alloc(0),
    }
  }
}

const { head, bytes } = await answer(JSON.parse(process.argv[2] ?? '{}'))
process.stdout.write(`${JSON.stringify(head)}\n`)
process.stdout.write(bytes)
