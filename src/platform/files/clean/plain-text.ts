import type { Block, Outline } from '#core/outline.ts'

/** The words of a document and nothing of its look; what stands in its properties is not among them. */
export const plainText = ({ blocks }: Outline): string => `${blocks.map(lineOf).join('')}\n`.trimStart()

function lineOf(block: Block, at: number, all: readonly Block[]): string {
  if (block.kind === 'heading') return `\n\n${block.text}\n`
  if (block.kind === 'item') return `\n${'  '.repeat(block.depth)}• ${block.text}`
  if (block.kind === 'paragraph') return `\n${block.text}`
  const before = all[at - 1]
  const sameRow = before?.kind === 'cell' && before.table === block.table && before.row === block.row
  return sameRow ? ` | ${block.text}` : `\n${block.text}`
}
