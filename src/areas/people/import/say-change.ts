import { yearGroupName } from './grades.ts'
import type { FieldChange, ImportPlan, PersonChange } from './plan-types.ts'
import type { YearGroup } from './types.ts'

const FIELDS: Readonly<Record<FieldChange['field'], string>> = {
  sourcedId: 'found in the roster for the first time, with the id',
  givenName: 'given name',
  familyName: 'family name',
  knownAs: 'name used',
  email: 'mail address',
  bornOn: 'date of birth',
}

/** What changes about a person, one phrase for each field. */
export function changeSays({ fields, memberships, returns }: PersonChange): string[] {
  return [
    ...(returns ? ['comes back'] : []),
    ...fields.map(({ field, from, to }) => fieldSays(field, from, to)),
    ...memberships.change.map(({ from, to }) => `${yearSays(from)} to ${yearSays(to)}`),
    ...memberships.add.map(({ kind }) => `becomes ${kind} at a school`),
    ...memberships.end.map(({ kind }) => `is no longer ${kind} at a school`),
  ]
}

const fieldSays = (field: FieldChange['field'], from: string | null, to: string | null): string =>
  field === 'sourcedId' ? `${FIELDS.sourcedId} ${to}` : `${FIELDS[field]} ${from || 'none'} to ${to || 'none'}`

const yearSays = (year: YearGroup | null): string => (year === null ? 'no year' : yearGroupName(year))

/** What an import did, in a sentence. */
export const importedSays = ({ joiners, leavers, changes }: ImportPlan): string =>
  `Imported: ${joiners.length} joined, ${leavers.length} left, ${changes.length} changed.`
