const LONGEST = 1000
const NOWHERE = 'https://own.invalid'
// Never back to a page that only makes sense once.
const NOT_AGAIN = /^\/sign-(in|out)(\/|\?|$)/

/** A path of ours to go on to after signing in, or null: no other site, and no page of the sign-in itself. */
export function ownPath(text: unknown): string | null {
  if (typeof text !== 'string' || text.length > LONGEST) return null
  // Browsers read a backslash as a slash and leave out tabs and line ends: `/\evil` and `/<tab>/evil` are other sites.
  if (!/^\/[\x21-\x5b\x5d-\x7e]*$/.test(text) || text.startsWith('//')) return null
  if (!URL.canParse(text, NOWHERE)) return null
  const url = new URL(text, NOWHERE)
  const path = `${url.pathname}${url.search}`
  return url.origin === NOWHERE && !path.startsWith('//') && !NOT_AGAIN.test(path) ? path : null
}
