import type { DraftStage } from './queries/read-draft.ts'

const STAGES: Readonly<Record<DraftStage, string>> = {
  editing: 'Being written',
  consulting: 'In consultation',
  approving: 'Waiting for approval',
  approved: 'Approved',
  published: 'Published',
  set_aside: 'Set aside',
}

/** Where a draft stands, in a word or two. */
export const sayStage = (stage: DraftStage): string => STAGES[stage]

/** What a draft began from, to stand after “from”. */
export function sayBeganFrom(from: string, packs: ReadonlyMap<string, string> = new Map()): string {
  const [kind = '', ...rest] = from.split('/')
  const name = rest.join('/')
  if (kind === 'version') return `version ${name}`
  if (kind === 'pack') return `“${packs.get(name) ?? name}”`
  if (kind === 'document') return `your document ${name}`
  return kind === 'blank' ? 'a blank' : 'an exported file'
}
