import type { PrintedSheet } from '#ui/list-page/printed-list.tsx'
import { Square } from '#ui/square/square.tsx'
import type { AskingRow } from './asking.ts'
import { markOf } from './views/asking-words.ts'

/** The list of one class for paper: its pupils by family name, and how each agreement stands. */
export function classSheet(
  name: string,
  rows: readonly AskingRow[],
  assents: readonly { readonly value: string; readonly text: string }[],
  now: Temporal.Instant,
  zone: string,
): PrintedSheet {
  const asked = assents.filter((one) => rows.some((row) => row.assent === one.value))
  const wanted = rows.filter((row) => asked.some((one) => one.value === row.assent))
  const signed = wanted.filter((row) => row.state === 'signed').length
  return {
    title: name,
    note: `${signed} of ${wanted.length} signed.`,
    columns: [{ says: 'Pupil' }, ...asked.map((one) => ({ says: one.text })), { says: 'Note' }],
    rows: [...Map.groupBy(wanted, (row) => row.aboutId).values()].map((own) => [
      own[0]?.sortName ?? '',
      ...asked.map((one) => {
        const row = own.find((asking) => asking.assent === one.value)
        if (row === undefined) return ''
        const mark = markOf(row, now, zone)
        return (
          <span>
            <Square state={mark.state} size="s" /> {mark.says}
          </span>
        )
      }),
      '',
    ]),
  }
}
