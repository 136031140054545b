import { Parser } from 'htmlparser2'
import { BadInput } from '#core/errors.ts'
import { decodeText } from './decode-text.ts'
import { type DocumentLimits, malformed, tooLarge } from './limits.ts'

/** What a reader of XML is told, in order. Names keep their prefix. */
export interface XmlReader {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  close(name: string): void
  text(text: string): void
}

/**
 * Walks through an XML part without building a tree. Definitions of own entities are refused: Office never writes them,
 * and a few of them could unfold to gigabytes.
 */
export function readXml(bytes: Uint8Array, reader: XmlReader, limits: DocumentLimits): void {
  let depth = 0
  let whole = true
  let elements = 0
  let attributes = 0
  const text = decodeText(bytes)
  const parser = new Parser(
    {
      onattribute() {
        attributes += 1
        if (attributes > limits.attributes) throw tooLarge('has an element that says more than any does')
      },
      onopentag(name, said) {
        depth += 1
        elements += 1
        attributes = 0
        if (depth > limits.depth) throw tooLarge(`nests more than ${limits.depth} elements`)
        if (elements > limits.elements) throw tooLarge('is put together from more pieces than any policy')
        reader.open(name, said)
      },
      onclosetag(name, implied) {
        depth -= 1
        // An end that nobody wrote: the part breaks off, or its elements overlap.
        if (implied && text[parser.endIndex - 1] !== '/') whole = false
        reader.close(name)
      },
      ontext: (text) => reader.text(text),
      onprocessinginstruction(name) {
        if (/^!(doctype|entity)/i.test(name))
          throw new BadInput(
            'document.xml.entities',
            'This document defines entities of its own, which no Word document does.',
          )
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(text)
  if (!whole || elements === 0 || !text.trimEnd().endsWith('>')) throw malformed('Word document')
}
