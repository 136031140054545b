import type { PersonActor } from '#core/actor.ts'
import { Forbidden, NotFound } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf, nowText } from '#platform/database/tx.ts'
import { safeFileName } from '#platform/files/serving-headers.ts'
import type { Written } from '#platform/files/write-locked.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { mayAttach } from '../queries/document-files.ts'
import { policyInForce } from '../queries/policy-in-force.ts'
import { refreshSoon } from '../refresh-soon.ts'

/** A file that the store has kept already. */
export interface AttachDocument {
  readonly document: string
  readonly file: Written & { readonly name: string }
}

/** Refuses whoever may not attach a file to a document, and a document to which nothing is attached. */
export async function assertMayAttach(tx: Tx, document: string): Promise<void> {
  const { pack } = await policyInForce(tx)
  if (pack.documents[document]?.attach === undefined) throw new NotFound('policy.document.missing')
  if (!(await mayAttach(tx, pack, document))) throw new Forbidden('policy.document.not_keeper')
}

/** Attaches a file to a document of the policy. It counts from now; what was attached before stays and can be read. */
export async function attachDocument(tx: Tx, actor: PersonActor, { document, file }: AttachDocument): Promise<string> {
  await assertMayAttach(tx, document)
  const policy = await policyInForce(tx)
  const id = newId(contextOf(tx).clock)
  const name = safeFileName(file.name)
  // The owner of a document is named by the pack, which the row policy does not read: asked above.
  await asSystem(tx, () =>
    tx
      .insertInto('app.document_file')
      .values({
        organisation_id: actor.organisationId,
        id,
        document,
        name,
        sha256: file.sha256,
        bytes: file.bytes,
        type: file.type,
        attached_at: nowText(tx),
        attached_by: actor.personId,
      })
      .execute(),
  )
  recordEvent(tx, {
    code: 'policy.document.attached',
    subject: { kind: 'document_file', id },
    policyVersionId: policy.id,
    clauses: policy.pack.clauses.flatMap((clause) =>
      clause.kept_by.includes(`document/${document}`) ? [clause.id] : [],
    ),
    details: { document, name, sha256: file.sha256, bytes: file.bytes },
  })
  await refreshSoon(tx)
  return id
}
