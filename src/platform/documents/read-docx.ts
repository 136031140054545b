import { BadInput } from '#core/errors.ts'
import type { Outline } from '#core/outline.ts'
import { BlockList } from './block-list.ts'
import { DocxBody } from './docx-body.ts'
import { readStyles } from './docx-styles.ts'
import { type DocumentLimits, malformed } from './limits.ts'
import { readXml } from './read-xml.ts'
import { type Archive, openArchive } from './unzip.ts'

const MAIN =
  /\.wordprocessingml\.(document|template)\.main\+xml$|\.ms-word\.(document|template)\.macroEnabled\.main\+xml$/

/** Reads a Word document: its text, headings, lists and tables; deleted text, notes and the table of contents are left out. */
export async function readDocx(bytes: Uint8Array, limits: DocumentLimits): Promise<Outline> {
  const archive = await openArchive(bytes, limits)
  const main = await mainPart(archive, limits)
  const body = await archive.read(main)
  if (body === null) throw malformed('Word document')
  const stylesPart = await archive.read(`${main.slice(0, main.lastIndexOf('/') + 1)}styles.xml`)
  const list = new BlockList(limits)
  const reader = new DocxBody(list, stylesPart === null ? new Map() : readStyles(stylesPart, limits))
  readXml(body, reader, limits)
  if (!reader.sawBody) throw malformed('Word document')
  return { format: 'docx', title: reader.title, blocks: list.blocks }
}

/** The list of contents says which part is the text; a zip without it is no Office document. */
async function mainPart(archive: Archive, limits: DocumentLimits): Promise<string> {
  const contents = await archive.read('[Content_Types].xml')
  let main: string | undefined
  if (contents !== null)
    readXml(
      contents,
      {
        open(_, { PartName, ContentType }) {
          if (PartName !== undefined && MAIN.test(ContentType ?? '')) main ??= PartName.replace(/^\//, '')
        },
        close() {},
        text() {},
      },
      limits,
    )
  if (main === undefined)
    throw new BadInput('document.not_word', 'This zip file is not a Word document: use .docx, .pdf, .html or .txt.')
  return main
}
