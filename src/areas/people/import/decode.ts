/** How a file's bytes were turned into text, and what a person should know about it. */
export interface Decoded {
  readonly text: string
  readonly note: string | null
}

/**
 * Turns a file into text. OneRoster asks for UTF-8; a byte order mark is tolerated, and so is what Excel saves on
 * Windows, because every school meets it once.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: as('utf-16le', bytes), note: saved('UTF-16') }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: as('utf-16be', bytes), note: saved('UTF-16') }
  try {
    // TextDecoder drops a byte order mark by itself.
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), note: null }
  } catch {
    return { text: as('windows-1252', bytes), note: saved('Windows-1252') }
  }
}

const as = (encoding: string, bytes: Uint8Array): string => new TextDecoder(encoding).decode(bytes)

const saved = (encoding: string): string =>
  `This file is not UTF-8. It was read as ${encoding}, as Excel saves it: look at the names with accents below, and save as “CSV UTF-8” next time.`
