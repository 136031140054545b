import type { CutClause, CutSection } from './cut.ts'

/** Keeps the headings that are open while a document is read, and gives each an id of its own. */
export class SectionList {
  readonly #sections: CutSection[] = []
  readonly #ids = new Set<string>(['constructor'])
  #open: { readonly level: number; readonly section: CutSection }[] = []

  open(level: number, title: string): void {
    this.#open = this.#open.filter((other) => other.level < level)
    const section = { id: this.#newId(title), title: title.slice(0, 300), under: this.current }
    this.#sections.push(section)
    this.#open.push({ level, section })
  }

  get current(): string | null {
    return this.#open.at(-1)?.section.id ?? null
  }

  /** The headings above, the highest first. */
  get path(): string[] {
    return this.#open.map(({ section }) => section.title)
  }

  /** The sections that hold clauses, and those above them. */
  used(clauses: readonly CutClause[]): CutSection[] {
    const under = new Map(this.#sections.map(({ id, under: above }) => [id, above]))
    const used = new Set<string>()
    for (const clause of clauses)
      for (let id = clause.section; id !== null && !used.has(id); id = under.get(id) ?? null) used.add(id)
    return this.#sections.filter(({ id }) => used.has(id))
  }

  #newId(title: string): string {
    const letters = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
    const words = letters.replace(/[^a-z0-9]+/g, '_').replace(/^[^a-z]+|_+$/g, '')
    const base = words.slice(0, 50).replace(/_+$/, '') || 'section'
    let id = base
    for (let next = 2; this.#ids.has(id); next += 1) id = `${base}_${next}`
    this.#ids.add(id)
    return id
  }
}
