import type { PolicyInForce } from '#areas/policy/index.ts'
import { policyInForce, policyVersion, readSettings } from '#areas/policy/index.ts'
import { NotFound } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
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
  return {
    policy: version.id === current.id ? current : await policyVersion(tx, version.id, schoolId),
    version,
    inForce,
    versions,
    schoolId,
    organisation: name,
    slug,
    zone,
  }
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
