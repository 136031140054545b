/**
 * Brings HTML into one form, so that two texts are equal exactly when they are the same HTML but for the order of
 * attributes and for white space: tags one per line, attributes sorted, entities decoded as a parser does.
 */
export function normalise(html: string): string {
  const lines: string[] = []
  const tags = /<!--.*?-->|<\/?([a-zA-Z][^\s/>]*)((?:\s+[^\s=/>]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+))?)*)\s*(\/?)>/gs
  let from = 0
  for (const tag of html.matchAll(tags)) {
    pushText(lines, html.slice(from, tag.index))
    from = tag.index + tag[0].length
    pushTag(lines, tag)
  }
  pushText(lines, html.slice(from))
  return lines.join('\n')
}

// Elements that have no end tag.
const empty = new Set(['input', 'br', 'hr', 'img', 'link', 'meta'])

function pushTag(lines: string[], [whole, name = '', attributes = '', selfClosing]: RegExpMatchArray): void {
  if (whole.startsWith('<!--')) return
  if (whole.startsWith('</')) {
    lines.push(`</${name}>`)
    return
  }
  lines.push(`<${[name, ...sorted(attributes)].join(' ')}>`)
  if (selfClosing === '/' && !empty.has(name)) lines.push(`</${name}>`)
}

function sorted(attributes: string): string[] {
  const pairs = attributes.matchAll(/([^\s=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+)))?/gs)
  return [...pairs].map(([, name, a, b, c]) => `${name}=${JSON.stringify(collapse(decode(a ?? b ?? c ?? '')))}`).sort()
}

function pushText(lines: string[], text: string): void {
  const words = collapse(decode(text))
  if (words !== '') lines.push(`text: ${words}`)
}

const collapse = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', ctdot: '⋯', apos: "'" }

const decode = (text: string): string =>
  text.replaceAll(/&(#\d+|\w+);/g, (whole, name: string) =>
    name.startsWith('#') ? String.fromCodePoint(Number(name.slice(1))) : (named[name] ?? whole),
  )
