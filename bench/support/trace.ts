import pg from 'pg'
import { newId } from '#core/ids.ts'

/** One statement as it went to the server; a named one is kept there as a prepared one. */
export interface Traced {
  readonly text: string
  readonly values: readonly unknown[]
  readonly name?: string
}

/** What a piece of work sends to the server, statement by statement. Do the work some times before: it learns. */
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
        ...('name' in first && typeof first.name === 'string' ? { name: first.name } : {}),
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

/** A client of its own, which may send a statement before the answer to the one before has come. */
export async function bareClient(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, pipeline: true })
  // When the bench ends by a fault, its server goes before its clients: the fault is what counts.
  client.on('error', () => undefined)
  await client.connect()
  return client
}

// For these the program does not wait either: settings, and what stands in the ledger between its head and the commit.
const UNANSWERED = /^(begin; )?set local |^insert into "app"\."ledger_|^update "app"\."ledger_head" set "hash"/

/** Sends one statement on a bare client just as the program does: prepared where it is, waited for where it is. */
export async function sendAgain(
  client: pg.ClientBase,
  statement: Traced,
  values: readonly unknown[] = statement.values,
): Promise<pg.QueryResult | null> {
  const { text, name } = statement
  const sent =
    values.length === 0
      ? client.query(text)
      : client.query({ text, values: [...values], ...(name === undefined ? {} : { name }) })
  if (!UNANSWERED.test(text)) return sent
  sent.catch(() => undefined)
  return null
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
  let seq: number | null = null
  for (const statement of traced) {
    const values = statement.values.map((value, index) => {
      if (typeof value === 'string') return text(value)
      if (Buffer.isBuffer(value)) return isFresh(statement, fresh) ? randomBytes(value.length) : value
      return seq !== null && index === 2 && isEntry(statement) ? seq : value
    })
    const result = await sendAgain(client, { ...statement, text: text(statement.text) }, values)
    if (statement.text.startsWith('update "app"."ledger_head"') && statement.text.includes('returning'))
      seq = Number(result?.rows[0]?.seq)
  }
}

const randomBytes = (length: number): Buffer => Buffer.from(crypto.getRandomValues(new Uint8Array(length)))
const isFresh = (statement: Traced, fresh: readonly string[]): boolean =>
  fresh.some((part) => statement.text.includes(part))
const isEntry = ({ text }: Traced): boolean => text.startsWith('insert') && text.includes('"ledger_')
