import type { ColumnFrom, EarlierFrom } from '../types/given.ts'
import type { TableStep } from '../types/step.ts'
import type { Words } from './words.ts'

/** What of a table the software counts, as the end of the sentence of its step; empty where it counts nothing. */
export function sayCounts(words: Words, step: TableStep): string {
  const inputs = words.pack.tables[step.table.slice('table/'.length)]?.inputs ?? []
  return Object.entries(step.with)
    .filter((entry): entry is [string, EarlierFrom] => isCounted(entry[1]))
    .map(([column, from]) => {
      const input = inputs.find((one) => one.id === column)
      return `; “${input === undefined ? column : words.whole(input.says)}” is ${sayEarlier(from)}`
    })
    .join('')
}

const isCounted = (from: ColumnFrom): from is EarlierFrom =>
  typeof from === 'object' && from !== null && 'earlier' in from

/** How a column is counted: `counted from the earlier cases in which …`. */
export function sayEarlier({ earlier, part, up_to }: EarlierFrom): string {
  const what = earlier === 'same' ? 'the same was decided' : 'the table was applied'
  const as = part === undefined ? '' : ` as “${part.replaceAll('_', ' ')}”`
  const most = up_to === undefined ? '' : `, ${up_to} at most`
  return `counted from the earlier cases in which ${what} about the same person${as}${most}`
}
