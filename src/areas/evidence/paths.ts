import type { EntryKind } from './model/entry-kinds.ts'
import type { ItemKind } from './model/item-kinds.ts'

const query = (asked: Readonly<Record<string, string | null | undefined>>): string => {
  const given = Object.entries(asked).flatMap(([name, value]) =>
    value === null || value === undefined ? [] : [[name, value] as [string, string]],
  )
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}

/** Every address of the evidence. `of` stands under a record, whatever its kind; an item stands alone. */
export const paths = {
  of: { route: '/evidence/of/:id', to: (record: string) => `/evidence/of/${record}` },
  add: {
    route: '/evidence/of/:id/add/:kind',
    to: (record: string, kind: ItemKind, step?: string | null) =>
      `/evidence/of/${record}/add/${kind}${query({ step })}`,
  },
  send: {
    route: '/evidence/of/:id/send/:kind',
    to: (record: string, kind: ItemKind, token?: string, step?: string | null) =>
      `/evidence/of/${record}/send/${kind}${query({ token, step })}`,
  },
  decide: {
    route: '/evidence/of/:id/write/:kind',
    to: (record: string, kind: EntryKind) => `/evidence/of/${record}/write/${kind}`,
  },
  bundle: { route: '/evidence/of/:id/bundle', to: (record: string) => `/evidence/of/${record}/bundle` },
  item: { route: '/evidence/:id', to: (item: string) => `/evidence/${item}` },
  write: {
    route: '/evidence/:id/write/:kind',
    to: (item: string, kind: EntryKind) => `/evidence/${item}/write/${kind}`,
  },
  sign: {
    route: '/evidence/sign/:id/:part',
    to: (entry: string, part: string) => `/evidence/sign/${entry}/${part}`,
  },
  look: { route: '/evidence/:id/look', to: (item: string, page = 1) => `/evidence/${item}/look?page=${page}` },
  download: { route: '/evidence/:id/download', to: (item: string) => `/evidence/${item}/download` },
  receipt: { route: '/evidence/:id/receipt.pdf', to: (item: string) => `/evidence/${item}/receipt.pdf` },
} as const
