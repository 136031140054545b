import type { Outline, Place } from '#core/outline.ts'
import { sentencesOf } from './sentences-of.ts'

/** A text that could be one rule. */
export interface Rule {
  readonly text: string
  readonly at: Place
}

type Block = Exclude<Outline['blocks'][number], { kind: 'heading' }>
type Cell = Extract<Block, { kind: 'cell' }>

/** The rules of a section: each sentence, each item with the words that lead to its list, each row of a table. */
export function rulesOf(blocks: readonly Block[]): Rule[] {
  const rules: Rule[] = []
  let lead: Rule | null = null
  let led = false
  const settle = (): void => {
    // Words that lead to nothing are kept as they are.
    if (lead !== null && !led) rules.push(lead)
    lead = null
    led = false
  }
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'item') {
      const open: Rule | null = lead
      rules.push({ text: open === null ? block.text : join(open, block.text), at: block.at })
      led = true
      continue
    }
    settle()
    if (block.kind === 'cell') {
      if (!sameTable(block, blocks[index - 1])) rules.push(...tableRules(tableAt(blocks, index)))
      continue
    }
    const sentences = sentencesOf(block.text).map((text) => ({ text, at: block.at }))
    const last = sentences.at(-1)
    if (last?.text.endsWith(':') === true && blocks[index + 1]?.kind === 'item') lead = sentences.pop() ?? null
    rules.push(...sentences)
  }
  settle()
  return rules
}

/** “Pupils must:” and “share nothing” are one sentence; an item that begins like a sentence stays behind its colon. */
const join = (lead: Rule, item: string): string =>
  /^\p{Ll}/u.test(item) ? `${lead.text.slice(0, -1).trimEnd()} ${item}` : `${lead.text} ${item}`

const sameTable = (cell: Cell, other: Block | undefined): boolean =>
  other?.kind === 'cell' && other.table === cell.table

function tableAt(blocks: readonly Block[], from: number): Cell[] {
  const cells: Cell[] = []
  for (const block of blocks.slice(from)) {
    if (block.kind !== 'cell' || (cells[0] !== undefined && block.table !== cells[0].table)) break
    cells.push(block)
  }
  return cells
}

/** A row says one thing, under the heads of its columns. A table of one row or one column only holds texts. */
function tableRules(cells: readonly Cell[]): Rule[] {
  const rows = [...Map.groupBy(cells, ({ row }) => row).values()]
  const widest = Math.max(...cells.map(({ column }) => column))
  if (rows.length < 2 || widest < 2)
    return cells.flatMap(({ text, at }) => sentencesOf(text).map((sentence) => ({ text: sentence, at })))
  const heads = new Map((rows[0] ?? []).map(({ column, text }) => [column, text]))
  return rows.slice(1).flatMap((row) => {
    const [first] = row
    const text = row.map((cell) => withHead(heads.get(cell.column), cell.text)).join('; ')
    return first === undefined ? [] : [{ text, at: first.at }]
  })
}

const withHead = (head: string | undefined, text: string): string => (head === undefined ? text : `${head}: ${text}`)
