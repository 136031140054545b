import { policyVersion, textOf } from '#areas/policy/index.ts'
import { namesOf, readCase, sayHappened, sayValue } from '#areas/records/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { casesOfPupil } from './cases-of-pupil.ts'
import { evidenceOfCase, type FileEvidence } from './evidence-of-case.ts'

/** A case as the next school reads it: of the people in it, this pupil alone is named. */
export interface FileCase {
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly standing: string
  readonly openedAt: Temporal.Instant
  /** The part of the pupil, and of the others without their names. */
  readonly parts: readonly string[]
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly evidence: readonly FileEvidence[]
  readonly happened: readonly { readonly at: Temporal.Instant; readonly what: string; readonly who: string }[]
}

/**
 * The cases in which a pupil is named, oldest first, as far as the reader may see them; each is written down as a look. Other
 * people of a case stand as their part, and staff by name as those who acted.
 */
export async function readCasesOf(tx: Tx, pupilId: string): Promise<readonly FileCase[]> {
  const cases: FileCase[] = []
  for (const { id } of await casesOfPupil(tx, pupilId)) cases.push(await readOne(tx, id, pupilId))
  return cases
}

async function readOne(tx: Tx, recordId: string, pupilId: string): Promise<FileCase> {
  const one = await readCase(tx, recordId)
  const { pack } = await policyVersion(tx, one.policy.id, one.schoolId)
  const kind = pack.records[one.kind]
  const acted = [one.openedBy, ...one.run.events.map((event) => event.by)]
  const inIt = new Set(one.people.flatMap((person) => person.personId ?? []))
  // Somebody in the case is not named in the paper by having acted in it.
  const names = await namesOf(tx, [pupilId, ...acted.filter((id) => id !== null && !inIt.has(id))])
  const partOf = (id: string) => textOf(kind?.parts.find((part) => part.id === id)?.says ?? id)
  return {
    id: recordId,
    reference: one.reference,
    title: one.title,
    standing: one.state === 'open' ? 'Open' : 'Closed',
    openedAt: one.openedAt,
    parts: one.people.map((person) =>
      person.personId === pupilId ? `${person.name}: ${partOf(person.part)}` : `Another person: ${partOf(person.part)}`,
    ),
    facts: (kind?.fields ?? []).flatMap((field) => {
      if (field.type === 'people' || field.type === 'person' || field.type === 'file') return []
      const value = sayValue(pack, field, one.fields[field.id])
      return value === '' ? [] : [{ label: textOf(field.asks), value }]
    }),
    evidence: await evidenceOfCase(tx, recordId, one.reference),
    happened: sayHappened(one, names).map((event) => ({ at: event.at, what: event.what, who: event.who ?? '' })),
  }
}
