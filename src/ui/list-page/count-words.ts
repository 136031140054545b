/** What is counted: `{ one: 'case', many: 'cases' }`. */
export interface Things {
  readonly one: string
  readonly many: string
}

export interface CountFacts {
  readonly things: Things
  readonly page: number
  readonly size: number
  readonly total: number
  /** Where counting stops: from here on the exact number is not known. */
  readonly most?: number | undefined
  /** Somebody looked for something. */
  readonly found: boolean
  /** How they are ordered: `newest first`. */
  readonly order?: string | undefined
}

/** How many there are, as a person says it: `1 to 50 of 152 cases, newest first`. */
export function sayCount({ things, page, size, total, most, found, order }: CountFacts): string {
  const isAll = total <= size && page === 1
  const figure = most !== undefined && total >= most ? `more than ${figureOf(most - 1)}` : figureOf(total)
  const all = `${figure} ${total === 1 ? things.one : things.many}`
  const first = (page - 1) * size + 1
  const part =
    isAll || total < first ? all : `${figureOf(first)} to ${figureOf(Math.min(page * size, total))} of ${all}`
  return `${part}${found ? ' found' : ''}${order === undefined || total < 2 ? '' : `, ${order}`}`
}

const figureOf = (count: number): string => count.toLocaleString('en-GB')
