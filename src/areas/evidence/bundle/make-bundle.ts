import { Readable } from 'node:stream'
import type { PersonActor } from '#core/actor.ts'
import type { Database } from '#platform/database/database.ts'
import type { Files } from '#platform/files/files.ts'
import { recordEvent, recordLook } from '#platform/ledger/event.ts'
import { renderPdf } from '#platform/pdf/render-pdf.ts'
import { assertStillThere } from '../queries/still-there.ts'
import { lockedArchive } from './archive.ts'
import { bundleDocument } from './document.ts'
import { bundleFacts } from './facts.ts'
import { filesOf, hashOf, manifestText } from './manifest.ts'
import { redactionOf } from './redact.ts'

/** What somebody chose for a bundle. */
export interface BundleChoice {
  readonly recordId: string
  /** The items whose files go with it. */
  readonly files: readonly string[]
  /** The people whose names are withheld. */
  readonly withheld: readonly string[]
  readonly words: readonly string[]
  readonly to: string
  /** Null for the document alone. */
  readonly password: string | null
}

/** A bundle on its way out. */
export interface Bundle {
  readonly name: string
  readonly type: string
  readonly content: Readable
  readonly fingerprint: string
}

/**
 * Makes the bundle: reads everything as it stands, draws the document, writes into the ledger what was given out to whom with
 * its fingerprint, and only then lets a byte go.
 */
export async function makeBundle(
  db: Database,
  files: Files,
  actor: PersonActor,
  choice: BundleChoice,
): Promise<Bundle> {
  const facts = await db.inTx(actor, (tx) => bundleFacts(tx, actor, choice.recordId))
  const { record, items, saying } = facts.evidence
  const names = new Map([...saying.names, ...facts.page.people.map((one) => [one.id, one.name] as const)])
  const withheld = choice.withheld.flatMap((id) => {
    const name = names.get(id)
    return name === undefined ? [] : [{ id, name }]
  })
  const redaction = redactionOf(withheld, choice.words)
  const pdf = await renderPdf(bundleDocument(facts, redaction), { standard: 'a-2b' })
  const chosen = filesOf(items, record.never || record.filesLocked ? [] : choice.files)
  const manifest = manifestText(facts, { pdf, ...chosen }, redaction)
  const fingerprint = choice.password === null ? hashOf(pdf) : hashOf(manifest)
  await db.inTx(actor, async (tx) => {
    if (choice.password !== null)
      await assertStillThere(
        tx,
        chosen.files.map(({ item }) => item.id),
      )
    recordEvent(tx, {
      code: 'evidence.bundled',
      subject: { kind: 'record', id: record.id },
      recordId: record.id,
      details: {
        to: choice.to,
        fingerprint,
        files: chosen.files.map(({ path, sha256 }) => ({ path, sha256 })),
        withheld: redaction.count,
      },
    })
    // Among the looks as well: whoever asks who has seen the case, or how it was opened in an emergency, reads of it there.
    recordLook(tx, {
      code: 'evidence.bundled',
      subject: { kind: 'record', id: record.id },
      recordId: record.id,
      details: { reason: `For ${choice.to}`, fingerprint },
    })
  })
  const name = `${record.reference}-bundle`
  if (choice.password === null)
    return { name: `${name}.pdf`, type: 'application/pdf', content: Readable.from([pdf]), fingerprint }
  const content = await lockedArchive(files, {
    ...{ organisationId: actor.organisationId, manifest, files: chosen.files, password: choice.password, at: facts.at },
    document: { name: 'bundle.pdf', content: pdf },
  })
  return { name: `${name}.zip`, type: 'application/zip', content, fingerprint }
}
