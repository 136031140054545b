/** How a file can be shown: as pictures of our own, as words, or not at all. */
export type Shown = 'pictures' | 'words'

const PICTURES = new Set(['image/jpeg', 'image/png', 'image/webp', 'application/pdf'])
const MOST_PICTURE = 64 * 1024 * 1024
const MOST_WORDS = 2 * 1024 * 1024

/**
 * How a file is shown by what its bytes say that it is. HEIC, video, sound, office files, markup and everything else is not:
 * what would have to be run or guessed at is downloaded, with a reason.
 */
export function shownAs(file: { readonly type: string; readonly bytes: number }): Shown | null {
  if (PICTURES.has(file.type)) return file.bytes <= MOST_PICTURE ? 'pictures' : null
  return file.type === 'text/plain' && file.bytes <= MOST_WORDS ? 'words' : null
}
