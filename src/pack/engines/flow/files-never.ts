import type { Pack } from '../../types/pack.ts'

/** Whether the kind of a case says that it never has files: suspected images of abuse. */
export function kindWithoutFiles(pack: Pack, kind: string, category: string | null): boolean {
  const lists = (pack.records[kind]?.fields ?? []).flatMap(({ type }) =>
    type.startsWith('list/') ? [type.slice('list/'.length)] : [],
  )
  return lists.some((list) =>
    pack.lists[list]?.values.some((value) => value.id === category && value.files === 'never'),
  )
}
