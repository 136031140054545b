import { Refused } from '#core/errors.ts'

/** More bytes than allowed came in; the upload was stopped and nothing was kept. Becomes 413. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge'
  readonly code = 'file.too.large'
  readonly statusCode = 413
  readonly maxBytes: number
  constructor(maxBytes: number) {
    super(`more than ${maxBytes} bytes`)
    this.maxBytes = maxBytes
  }
}

/** The stored bytes are not what was put in, or the key is not the one that locked them. Nothing of it is served. */
export class FileDamaged extends Error {
  override readonly name = 'FileDamaged'
  readonly code = 'file.damaged'
}

/** The disk took no more; nothing was kept. The sentence is for whoever sent it: they cannot know otherwise. */
export const NO_ROOM = 'file.no_room'

/** A full disk as a refusal that says so; every other fault as it is. */
export function sayNoRoom(fault: unknown): unknown {
  const code = fault instanceof Error && 'code' in fault ? fault.code : null
  if (code !== 'ENOSPC' && code !== 'EDQUOT' && code !== 'EFBIG') return fault
  return new Refused(
    NO_ROOM,
    'There is no room left where files are kept, so this one was not. Tell whoever looks after Kept, and keep the file until then.',
  )
}
