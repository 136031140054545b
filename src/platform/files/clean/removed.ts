/** What was taken out of a file, as it is written down beside the cleaned one. */
const REMOVED = ['place', 'camera', 'author', 'thumbnail', 'frames', 'all_but_pages', 'all_but_words'] as const
export type Removed = (typeof REMOVED)[number]

const SAYS: Readonly<Record<Removed, string>> = {
  place: 'where it was taken',
  camera: 'the camera or phone, and when',
  author: 'names, titles and comments written into it',
  thumbnail: 'a small picture inside it',
  frames: 'moving pictures: the first one is kept',
  all_but_pages: 'everything but a picture of each page',
  all_but_words: 'everything but its words',
}

/** What was removed, in words for whoever looks at the file. */
export const sayRemoved = (removed: readonly string[]): string[] =>
  removed.flatMap((code) => {
    const known = REMOVED.find((one) => one === code)
    return known === undefined ? [] : [SAYS[known]]
  })
