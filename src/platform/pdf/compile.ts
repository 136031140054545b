import { fileURLToPath } from 'node:url'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { readCoverage } from './cmap.ts'
import type { PdfStandard, PostedDocument } from './document.ts'
import type { Coverage } from './drawable.ts'
import { families, japanese } from './fonts.ts'
import { prepare, type ReadyDocument } from './prepare.ts'

const templates = {
  letter: fileURLToPath(new URL('./templates/letter.typ', import.meta.url)),
  poster: fileURLToPath(new URL('./templates/poster.typ', import.meta.url)),
  leaflet: fileURLToPath(new URL('./templates/leaflet.typ', import.meta.url)),
} as const
// Kept between documents while they are alike, and let go before they pile up (see docs/decisions/0003).
const CACHE_AGE = 10
// Each try bans at least one more letter; in practice the first one succeeds.
const MOST_TRIES = 20

/** One typst compiler and what its fonts can draw. Making it takes a quarter of a second, so a process keeps one. */
export class PdfCompiler {
  readonly #compiler: NodeCompiler
  readonly #coverage: Coverage

  constructor() {
    this.#coverage = families.map((family) => readCoverage(family.regular))
    this.#compiler = NodeCompiler.create({
      workspace: fileURLToPath(new URL('./templates', import.meta.url)),
      fontArgs: [{ fontPaths: families.flatMap((family) => [family.regular, family.bold]) }],
    })
  }

  /** Draws a document. A letter that typst cannot draw after all is replaced by its note, and the document drawn again. */
  compile(document: PostedDocument, standard: PdfStandard): Buffer {
    const banned = new Set<string>()
    try {
      for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
        const drawn = this.#draw(prepare(document, this.#coverage, banned), document, standard)
        if (Buffer.isBuffer(drawn)) return drawn
        for (const letter of drawn.undrawable) banned.add(letter)
      }
      throw new Error('typst refuses letters without end')
    } finally {
      this.#compiler.evictCache(CACHE_AGE)
    }
  }

  #draw(ready: ReadyDocument, document: PostedDocument, standard: PdfStandard): Buffer | { undrawable: string[] } {
    const names = families.map((family) => family.name)
    const fonts = { usual: names, kana: [names[0], japanese.name, ...names.slice(1)] }
    const page = this.#lay(templates[document.layout ?? 'letter'], JSON.stringify({ ...ready, fonts }))
    try {
      return this.#compiler.pdf(page, { pdfStandard: standard, creationTimestamp: document.madeAtSeconds })
    } catch (cause) {
      const undrawable = refusedLetters(cause)
      if (undrawable.length === 0) throw new Error('typst cannot write the document', { cause })
      return { undrawable }
    }
  }

  #lay(mainFilePath: string, data: string): NodeTypstDocument {
    const result = this.#compiler.compile({ mainFilePath, inputs: { data } })
    const page = result.result
    if (page !== null) return page
    const fault = result.takeError()
    throw new Error(`typst cannot lay out the document: ${JSON.stringify(fault?.shortDiagnostics ?? null)}`)
  }
}

/** The letters named in typst's refusal. */
export function refusedLetters(refusal: unknown): string[] {
  const says = refusal instanceof Error ? refusal.message : String(refusal)
  const texts = [...says.matchAll(/the text (`".*?"`) (?:could not be displayed|contains)|codepoint (`".*?"`)/g)]
  return texts.flatMap(([, shown, codepoint]) => [...unquote((shown ?? codepoint ?? '').slice(2, -2))])
}

const unquote = (rust: string): string =>
  rust.replace(/\\u\{([0-9a-f]+)\}|\\(.)/g, (_, hex: string | undefined, plain: string | undefined) =>
    hex === undefined ? (plain ?? '') : String.fromCodePoint(Number.parseInt(hex, 16)),
  )
