import type { PolicyInForce } from '#areas/policy/index.ts'
import {
  attachable,
  currentFiles,
  policyInForce,
  policyVersion,
  readDocumentFiles,
  readSettings,
  textOf,
} from '#areas/policy/index.ts'
import { NotFound } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem } from '#platform/database/tx.ts'
import type { PublishedVersion } from './queries/versions.ts'
import { publishedVersions, versionOn } from './queries/versions.ts'

/** One version, with what is needed to say how it stands to the others. */
export interface Reading {
  readonly policy: PolicyInForce
  readonly version: PublishedVersion
  readonly inForce: PublishedVersion
  readonly versions: readonly PublishedVersion[]
  /** The school at which it is read, with what that school adds; null for the organisation as a whole. */
  readonly schoolId: string | null
  readonly organisation: string
  readonly slug: string
  readonly zone: string
  /** What the school attached to the documents of this version. */
  readonly attached: readonly AttachedDocument[]
}

/** A document of the policy to which a file is attached; `open` when anybody may read it. */
export interface AttachedDocument {
  readonly id: string
  readonly title: string
  readonly open: boolean
  readonly file: string
}

/** Which version is wanted: the one in force, or the one of a day; `number` tells versions of the same day apart. */
export interface WantedVersion {
  readonly day: Temporal.PlainDate | null
  readonly number: number | null
}

/** The version in force. */
export const NOW: WantedVersion = { day: null, number: null }

/**
 * Reads a version with its surroundings.
 * @throws NotFound when there was none.
 */
export async function readPolicy(tx: Tx, wanted: WantedVersion, schoolId: string | null = null): Promise<Reading> {
  const current = await policyInForce(tx, schoolId)
  const versions = await publishedVersions(tx)
  const inForce = versions.find((one) => one.id === current.id)
  if (inForce === undefined) throw new NotFound('policy.none')
  const version = pick(versions, inForce, wanted)
  const { name, slug, zone } = await readSettings(tx)
  const policy = version.id === current.id ? current : await policyVersion(tx, version.id, schoolId)
  return {
    policy,
    attached: await readAttached(tx, policy),
    version,
    inForce,
    versions,
    schoolId,
    organisation: name,
    slug,
    zone,
  }
}

// Of what stands on a public page nobody in particular reads: as the system, and only which there are.
async function readAttached(tx: Tx, { pack }: PolicyInForce): Promise<AttachedDocument[]> {
  const own = attachable(pack)
  if (own.length === 0) return []
  const files = currentFiles(await asSystem(tx, () => readDocumentFiles(tx)))
  return own.flatMap(([id, document]) => {
    const file = files.get(id)?.id
    return file === undefined ? [] : [{ id, title: textOf(document.says), open: document.public === true, file }]
  })
}

function pick(versions: readonly PublishedVersion[], inForce: PublishedVersion, { day, number }: WantedVersion) {
  if (day === null) return inForce
  const named = versions.find((one) => one.number === number && one.inForceOn.equals(day))
  return named ?? versionOn(versions, day)
}

/** The part of an address that leads to a version: its day, and its number where two share the day. */
export function dayPath(version: PublishedVersion, versions: readonly PublishedVersion[]): string {
  const first = versions.find((one) => one.inForceOn.equals(version.inForceOn))
  return `/on/${version.inForceOn}${first?.id === version.id ? '' : `?version=${version.number}`}`
}
