import type { Pack } from '#pack/types/pack.ts'
import { membersOf } from '#pack/types/parts.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import { keepsPolicy } from './keeps-policy.ts'

/** One file of the school's own that stands for a document of the policy. */
export interface DocumentFile {
  readonly id: string
  readonly document: string
  readonly name: string
  readonly sha256: string
  readonly bytes: number
  readonly type: string
  readonly attachedAt: Temporal.Instant
  readonly attachedBy: string
}

/** What is attached to some documents, or to all: the newest first, which is the one that counts. */
export async function readDocumentFiles(tx: Tx, document?: string): Promise<DocumentFile[]> {
  const rows = await tx
    .selectFrom('app.document_file')
    .select(['id', 'document', 'name', 'sha256', 'bytes', 'type', 'attached_at', 'attached_by'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .$if(document !== undefined, (query) => query.where('document', '=', document ?? ''))
    .orderBy('attached_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1_000)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    document: row.document,
    name: row.name,
    sha256: row.sha256,
    bytes: Number(row.bytes),
    type: row.type,
    attachedAt: Temporal.Instant.from(row.attached_at),
    attachedBy: row.attached_by,
  }))
}

/** The file that counts for each document. */
export const currentFiles = (files: readonly DocumentFile[]): ReadonlyMap<string, DocumentFile> =>
  new Map(files.toReversed().map((file) => [file.document, file]))

/** The documents of a policy to which a file can be attached, in the order of the pack. */
export const attachable = ({ documents }: Pack): [string, Pack['documents'][string]][] =>
  Object.entries(documents).filter(([, document]) => document.attach !== undefined)

/** Whether the person who acts may attach a file: they keep the policy, or hold a post that owns the document. */
export async function mayAttach(tx: Tx, pack: Pack, document: string): Promise<boolean> {
  const { actor } = contextOf(tx)
  const owner = pack.documents[document]?.owner
  if (actor.kind !== 'person') return false
  if (await keepsPolicy(tx)) return true
  const posts = owner === undefined ? [] : membersOf(owner).map((one) => one.replace(/^party\//, ''))
  if (posts.length === 0) return false
  const held = await tx
    .selectFrom('app.post_holder')
    .select('id')
    .where('organisation_id', '=', actor.organisationId)
    .where('person_id', '=', actor.personId)
    .where('until_on', 'is', null)
    .where('post', 'in', posts)
    .limit(1)
    .executeTakeFirst()
  return held !== undefined
}
