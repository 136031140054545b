import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { ZipFile } from 'yazl'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const CONTENTS = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/></Types>`
const STYLES = `<?xml version="1.0"?><w:styles xmlns:w="w">
<w:style w:type="paragraph" w:styleId="Ueberschrift1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="School heading"/><w:basedOn w:val="Ueberschrift1"/></w:style>
<w:style w:type="paragraph" w:styleId="Bullets"><w:name w:val="List Bullet"/></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>
<w:style w:type="paragraph" w:styleId="Top"><w:name w:val="Title"/></w:style></w:styles>`

/** A zip of the named parts. */
export async function zipOf(parts: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, part] of Object.entries(parts)) zip.addBuffer(Buffer.from(part), name)
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

/** A Word document around the XML of its body. */
export const docxOf = (body: string, parts: Readonly<Record<string, string | Buffer>> = {}): Promise<Buffer> =>
  zipOf({
    '[Content_Types].xml': CONTENTS,
    'word/styles.xml': STYLES,
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
    ...parts,
  })

/** A paragraph in a style, with properties. */
export const paragraph = (text: string, style = '', properties = ''): string =>
  `<w:p><w:pPr>${style === '' ? '' : `<w:pStyle w:val="${style}"/>`}${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

let typst: NodeCompiler | null = null

/** A PDF drawn from typst's own markup. */
export function pdfOf(markup: string): Buffer {
  typst ??= NodeCompiler.create({ workspace: import.meta.dirname })
  return typst.pdf({ mainFileContent: markup })
}

/** A PDF of one page whose drawing instructions are given as they are. */
export const pdfAround = (content: Buffer, filter = ''): Buffer =>
  Buffer.concat([
    Buffer.from(
      `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<>>>>endobj\n4 0 obj<</Length ${content.length}${filter}>>stream\n`,
    ),
    content,
    Buffer.from('\nendstream endobj\ntrailer<</Root 1 0 R>>'),
  ])
