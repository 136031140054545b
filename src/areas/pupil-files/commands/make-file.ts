import type { Readable } from 'node:stream'
import { assertStillThere, hashOf, lockedArchive } from '#areas/evidence/index.ts'
import { readSettings } from '#areas/policy/index.ts'
import { namesOf } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { NotFound } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { nowIn } from '#platform/database/tx.ts'
import { currentSeal, type Seal, shortSeal } from '#platform/ledger/seal.ts'
import type { Parts } from '#platform/parts.ts'
import { renderPdf } from '#platform/pdf/render-pdf.ts'
import { fileDocument } from '../file-document.ts'
import { type FileManifest, manifestOf } from '../file-manifest.ts'
import { listFiles } from '../queries/list-files.ts'
import { readCasesOf } from '../queries/read-cases.ts'
import { keepMade } from './keep-made.ts'

type Making = Pick<Parts, 'db' | 'files'>

/** Makes the paper of a pupil's file, to be read or printed. */
export async function makePaper({ db }: Making, actor: PersonActor, id: string): Promise<Buffer> {
  const { seal, ...facts } = await db.inTx(actor, (tx) => readFacts(tx, actor, id))
  const paper = { ...facts, along: null, seal: shortSeal(seal) }
  const pdf = await renderPdf(fileDocument(paper), { standard: 'a-2b' })
  await db.inTx(actor, (tx) =>
    keepMade(tx, actor, { id, sha256: hashOf(pdf), seal: paper.seal, how: 'paper', files: [], cases: idsOf(facts) }),
  )
  return pdf
}

/**
 * Makes the whole file as one locked archive: its paper, copies of the evidence files that may go and were chosen, and the
 * hash of each. What was made, and of which files, is written down before a byte goes out.
 */
export async function makeArchive(
  { db, files }: Making,
  actor: PersonActor,
  choice: { readonly id: string; readonly chosen: ReadonlySet<string>; readonly password: string },
): Promise<{ readonly content: Readable; readonly fingerprint: string }> {
  const { seal, ...facts } = await db.inTx(actor, (tx) => readFacts(tx, actor, choice.id))
  const paper = { ...facts, along: choice.chosen, seal: shortSeal(seal) }
  const pdf = await renderPdf(fileDocument(paper), { standard: 'a-2b' })
  const manifest = manifestOf(facts, pdf, seal, choice.chosen)
  const text = JSON.stringify(manifest, null, 1)
  const fingerprint = hashOf(text)
  const along = facts.cases.flatMap(({ evidence }) =>
    evidence.flatMap(({ id, content }) => (content !== null && choice.chosen.has(id) ? [id] : [])),
  )
  await db.inTx(actor, async (tx) => {
    await assertStillThere(tx, along)
    await keepMade(tx, actor, {
      ...{ id: choice.id, sha256: fingerprint, seal: paper.seal, how: 'archive' },
      files: evidenceIn(manifest).map(({ path, sha256 }) => ({ path, sha256 })),
      cases: idsOf(facts),
    })
  })
  const content = await lockedArchive(files, {
    ...{ organisationId: actor.organisationId, manifest: text, password: choice.password, at: facts.madeAt },
    document: { name: 'pupil-file.pdf', content: pdf },
    files: evidenceIn(manifest),
  })
  return { content, fingerprint }
}

const idsOf = ({ cases }: { readonly cases: readonly { readonly id: string }[] }) => cases.map(({ id }) => id)
const evidenceIn = ({ files }: FileManifest) => files.slice(1)

async function readFacts(tx: Tx, actor: PersonActor, id: string) {
  const [file] = await listFiles(tx, id)
  if (file === undefined || file.way === 'in') throw new NotFound('pupil_file.missing')
  const { zone } = await readSettings(tx)
  const organisation = await tx
    .selectFrom('app.organisation')
    .select('name')
    .where('organisation_id', '=', actor.organisationId)
    .executeTakeFirstOrThrow()
  const seal: Seal = await currentSeal(tx)
  return {
    file,
    cases: await readCasesOf(tx, file.pupilId),
    school: organisation.name,
    madeBy: (await namesOf(tx, [actor.personId])).get(actor.personId) ?? '',
    madeAt: nowIn(tx),
    seal,
    zone,
  }
}
