import type { Row } from '../engines/tables/look-up.ts'
import type { Pack } from '../types/pack.ts'
import { partsOf } from '../types/parts.ts'
import { marksOf, type Table, timesOf } from '../types/table.ts'
import { sayCertainTimes } from './amounts.ts'
import type { Words } from './words.ts'
import { listed, sentence } from './words.ts'

/** What a row of a decision table says: `Where: in lessons; who: a pupil – not allowed.` */
export function tableRowSentence(words: Words, table: Table, row: Row): string {
  const conditions = table.inputs.flatMap((input) => {
    const wanted = row.when[input.id]
    if (wanted === undefined) return []
    const values = [wanted].flat().map((value) => words.whole(valueSays(words.pack, input.type, String(value))))
    return [`${words.whole(input.says)}: ${listed(values, 'or')}`]
  })
  const marks = table.marks.filter((one) => marksOf(row).includes(one.id))
  const hit = table.outcomes.filter((one) => row.outcomes.includes(one.id))
  const outcomes = [...Map.groupBy(hit, (one) => one.strength)].map(
    ([strength, own]) => `${strength} follow: ${listed(own.map((one) => words.within(one.says)))}`,
  )
  const says = [
    ...marks.map((mark) => {
      const at = timesOf(row, mark)
      return `${words.whole(mark.says)}${at === null ? '' : `: ${sayCertainTimes(words, at)}`}`
    }),
    ...outcomes,
  ]
  return sentence(`${conditions.length === 0 ? 'in every case' : conditions.join('; ')} – ${says.join('; ')}`)
}

/** The words of a value of a column. */
export function valueSays(pack: Pack, type: string, value: string): Pack['pack']['title'] {
  const parts = partsOf(type)
  const list = parts?.kind === 'list' ? pack.lists[parts.id] : undefined
  return (
    list?.values.find((one) => one.id === value)?.says ?? (value === 'true' ? 'Yes' : value === 'false' ? 'No' : value)
  )
}
