/** One paragraph of a Word document while it is being read. */
export class DocxParagraph {
  style: string | undefined
  level: number | undefined
  item: boolean | undefined
  depth = 0
  #parts: string[] = []
  #bold = false
  #plain = 0

  /** An element inside the paragraph that says how it looks. */
  property(name: string, value: string | undefined): void {
    if (name === 'w:pStyle') this.style = value
    else if (name === 'w:outlineLvl' && /^[0-8]$/.test(value ?? '')) this.level = Math.min(6, Number(value) + 1)
    else if (name === 'w:numId') this.item = value !== '0'
    else if (name === 'w:ilvl') this.depth = Math.min(8, Math.max(0, Number(value) || 0))
    else if (name === 'w:r') this.#bold = false
    else if (name === 'w:b') this.#bold = value !== '0' && value !== 'false'
    else if (name === 'w:tab' || name === 'w:br' || name === 'w:cr') this.#parts.push(' ')
    else if (name === 'w:noBreakHyphen') this.#parts.push('-')
  }

  write(text: string): void {
    this.#parts.push(text)
    if (!this.#bold && text.trim() !== '') this.#plain += text.length
  }

  get text(): string {
    return this.#parts.join('')
  }

  get looksLikeHeading(): boolean {
    const text = this.text.trim()
    return this.#plain === 0 && text.length > 2 && text.length <= 90 && !/[.;,!?]$/.test(text)
  }
}
