/**
 * The kinds of elements of a page at an address: tag, classes, type and role. The access of a page hangs on these and on how
 * they stand together, not on what is written in them.
 */
export function kindsOf(url: string, html: string): string[] {
  const address = new URL(url).pathname.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|\d{3,}/g, ':id')
  const tags = html.matchAll(/<([a-z][a-z0-9]*)((?:[^>"]|"[^"]*")*)>/g)
  const kinds = [...tags].map(([, tag = '', rest = '']) => {
    const said = ['class', 'type', 'role'].map((name) => new RegExp(`\\s${name}="([^"]*)"`).exec(rest)?.[1] ?? '')
    return [address, tag, ...said].join(' ')
  })
  return [...new Set(kinds)]
}
