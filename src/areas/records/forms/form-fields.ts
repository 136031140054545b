import type { Field } from '#pack/types/field.ts'
import type { Pack } from '#pack/types/pack.ts'
import { fieldsOfSteps } from '#pack/types/parts.ts'

/** What the form of a kind asks, in order: first what the entry is about, then its fields. */
export function formFields(pack: Pack, kind: string): Field[] {
  const record = pack.records[kind]
  const about = (record?.about ?? []).map((one): Field => {
    const [table, id = ''] = one.from.split('/')
    const target = table === 'record' ? pack.records[id]?.says : pack.parties[id]?.says
    return {
      id: one.id,
      asks: one.says ?? target ?? one.id.replaceAll('_', ' '),
      type: one.from,
      required: true,
      many: false,
      sensitive: false,
      clauses: [],
      ...(one.where === undefined ? {} : { where: one.where }),
    }
  })
  return [...about, ...(record?.fields ?? [])]
}

/** Everything that an entry of a kind may hold: what its form asks, and what its steps ask. */
export const entryFields = (pack: Pack, kind: string): Field[] => [
  ...formFields(pack, kind),
  ...fieldsOfSteps(pack.records[kind]?.steps ?? {}),
]
