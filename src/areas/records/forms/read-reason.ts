import type { Form } from '#core/form.ts'
import { FormReader } from '#core/form.ts'

/** Reads a reason for something done to a whole record. */
export function readReason(body: unknown, required: string): Form<{ reason: string }> {
  const reader = new FormReader(body)
  return reader.done({ reason: reader.text('reason', { max: 4000, required }) })
}
