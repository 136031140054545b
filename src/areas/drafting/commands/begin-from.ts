import { policyInForce, readSettings, textOf } from '#areas/policy/index.ts'
import type { Actor, PersonActor } from '#core/actor.ts'
import { countOf } from '#core/calendar/say-date.ts'
import { asWritten } from '#pack/engines/schools/pack-of.ts'
import { loadPack } from '#pack/load/load-pack.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Proposed } from '../begin/document-thread.ts'
import { draftBlank } from '../begin/draft-blank.ts'
import { newName } from '../begin/new-name.ts'
import { programPack } from '../begin/program-packs.ts'
import { beginDraft } from './begin-draft.ts'

/** Where a draft may begin without a file. */
export type Beginning =
  | { readonly from: 'version' }
  | { readonly from: 'blank' | 'file' }
  | { readonly from: 'pack'; readonly pack: string }

/**
 * Begins a draft from the version in force, from one of this program's packs, or from nearly nothing.
 * @throws Refused when there is no version in force; NotFound for a pack that this program does not have.
 */
export async function beginFrom(tx: Tx, actor: Actor, root: string, beginning: Beginning): Promise<string> {
  if (beginning.from === 'version') {
    const { number, pack } = await policyInForce(tx)
    const says = `Begun from version ${number}`
    return beginDraft(tx, actor, {
      title: textOf(pack.pack.title),
      beganFrom: `version/${number}`,
      // What was published, not what is carried out: a draft keeps the names of settings and every overlay.
      content: asWritten(pack),
      says,
    })
  }
  const { slug } = await readSettings(tx)
  const { name } = newName(slug)
  if (beginning.from === 'pack') {
    const pack = named(programPack(root, beginning.pack), name)
    const title = textOf(pack.pack.title)
    return beginDraft(tx, actor, {
      title,
      beganFrom: `pack/${beginning.pack}`,
      content: pack,
      says: `Begun from “${title}”`,
    })
  }
  const { pack } = loadPack(draftBlank(newName(slug)).files)
  if (pack === null) throw new Error('the blank is no pack')
  const title = textOf(pack.pack.title)
  return beginDraft(tx, actor, { title, beganFrom: beginning.from, content: pack, says: BEGUN[beginning.from] })
}

/** Begins a draft from what was read of the school's own document; nothing in it is linked. */
export async function beginFromDocument(
  tx: Tx,
  actor: PersonActor,
  input: { readonly file: string; readonly proposed: Proposed },
): Promise<string> {
  const { pack, clauses, left } = input.proposed
  const file = input.file.slice(0, 180)
  const settled = { state: 'dropped' as const }
  return beginDraft(tx, actor, {
    title: textOf(pack.pack.title).slice(0, 200),
    beganFrom: `document/${file}`,
    content: pack,
    says: `Begun from ${file}: ${countOf(clauses.length, 'clause')}`,
    proposals: [
      ...clauses.map(({ clause, proposal }) => ({
        clause: clause.id,
        at: clause.at,
        proposal: { ...proposal, says: clause.says },
      })),
      ...left.map(({ text, at }, index) => ({ clause: `left-${index + 1}`, at, proposal: { says: text }, ...settled })),
    ],
  })
}

const BEGUN = { blank: 'Begun from a blank', file: 'Begun for a policy that was exported' } as const

const named = (pack: Pack, name: string): Pack => ({ ...pack, pack: { ...pack.pack, name } })
