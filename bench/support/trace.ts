import pg from 'pg'
import { newId } from '#core/ids.ts'

/** One statement as it went to the server. */
export interface Traced {
  readonly text: string
  readonly values: readonly unknown[]
}

/** What a piece of work sends to the server, statement by statement. */
export async function traceOf(work: () => Promise<unknown>): Promise<Traced[]> {
  const traced: Traced[] = []
  const query = pg.Client.prototype.query
  const spy = function (this: pg.Client, ...args: unknown[]) {
    const [first, second] = args
    if (typeof first === 'string') traced.push({ text: first, values: Array.isArray(second) ? second : [] })
    else if (typeof first === 'object' && first !== null && 'text' in first)
      traced.push({
        text: String(first.text),
        values: 'values' in first && Array.isArray(first.values) ? first.values : [],
      })
    return Reflect.apply(query, this, args)
  }
  Object.assign(pg.Client.prototype, { query: spy })
  try {
    await work()
  } finally {
    Object.assign(pg.Client.prototype, { query })
  }
  return traced
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g

/**
 * Sends the same statements again on a bare client, as a program without our code would: ids that the work made are made
 * anew, the ids of `swap` stand for those of the trace, and the ledger's numbers follow from what the head gives back.
 */
export async function replay(
  client: pg.Client,
  traced: readonly Traced[],
  since: number,
  swap: ReadonlyMap<string, string>,
  fresh: readonly string[],
): Promise<void> {
  const made = new Map(swap)
  const nextId = (id: string): string => {
    const known = made.get(id)
    if (known !== undefined) return known
    if (Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) < since) return id
    const again = newId()
    made.set(id, again)
    return again
  }
  const text = (value: string) => value.replaceAll(UUID, nextId)
  let head: { seq: number } | null = null
  for (const statement of traced) {
    const values = statement.values.map((value, index) => {
      if (typeof value === 'string') return text(value)
      if (Buffer.isBuffer(value))
        return fresh.some((part) => statement.text.includes(part))
          ? Buffer.from(crypto.getRandomValues(new Uint8Array(value.length)))
          : value
      const isSeq =
        head !== null &&
        statement.text.includes('"ledger_') &&
        statement.text.startsWith('insert') &&
        typeof value === 'number' &&
        index === 2
      return isSeq ? head?.seq : value
    })
    const result =
      values.length === 0 ? await client.query(text(statement.text)) : await client.query(statement.text, values)
    if (statement.text.startsWith('update "app"."ledger_head"') && statement.text.includes('returning'))
      head = { seq: Number(result.rows[0]?.seq) }
  }
}
