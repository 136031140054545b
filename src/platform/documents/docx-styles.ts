import type { DocumentLimits } from './limits.ts'
import { readXml } from './read-xml.ts'

/** What a paragraph style means: a heading's level, the title, a list, or an entry of a table of contents. */
export interface Meaning {
  level?: number
  title?: boolean
  item?: boolean
  contents?: boolean
}

interface Style extends Meaning {
  basedOn?: string
}

/** Reads which styles are headings and lists. A style without a say of its own takes it from the one it is based on. */
export function readStyles(part: Uint8Array, limits: DocumentLimits): Map<string, Meaning> {
  const styles = new Map<string, Style>()
  let style: Style = {}
  readXml(
    part,
    {
      open(name, attributes) {
        const value = attributes['w:val']
        if (name === 'w:style') {
          style = {}
          styles.set(attributes['w:styleId'] ?? '', style)
        } else if (name === 'w:name' && value !== undefined) Object.assign(style, meaningOf(value))
        else if (name === 'w:basedOn' && value !== undefined) style.basedOn = value
        else if (name === 'w:outlineLvl' && /^[0-8]$/.test(value ?? '')) style.level = Math.min(6, Number(value) + 1)
        else if (name === 'w:numId') style.item = value !== '0'
      },
      close() {},
      text() {},
    },
    limits,
  )
  return new Map([...styles.keys()].map((id) => [id, inherited(styles, id)]))
}

function meaningOf(name: string): Meaning {
  const heading = /^heading (\d)$/i.exec(name)
  if (heading !== null) return { level: Math.min(6, Number(heading[1])) }
  if (/^(title|subtitle)$/i.test(name)) return { title: true }
  if (/^(toc \d|toc heading|table of contents)/i.test(name)) return { contents: true }
  return /^list( bullet| number| paragraph)/i.test(name) ? { item: /bullet|number/i.test(name) } : {}
}

/** Styles may be based on each other in a circle, in a damaged file. */
function inherited(styles: ReadonlyMap<string, Style>, id: string): Meaning {
  let meaning: Meaning = {}
  const seen = new Set<string>()
  for (let at: string | undefined = id; at !== undefined && !seen.has(at) && seen.size < 20; ) {
    seen.add(at)
    const { basedOn, ...own }: Style = styles.get(at) ?? {}
    meaning = { ...own, ...meaning }
    at = basedOn
  }
  return meaning
}
