import { audienceContext, personFacts } from '#areas/people/index.ts'
import { policyVersion } from '#areas/policy/index.ts'
import type { FieldView } from '#areas/records/index.ts'
import { fieldViews } from '#areas/records/index.ts'
import { SCHOOL_ZONE } from '#core/clock.ts'
import type { Form } from '#core/form.ts'
import { namingFields } from '#pack/engines/assents/asked.ts'
import { inParty } from '#pack/engines/audience/in-party.ts'
import type { Assent } from '#pack/types/assent.ts'
import type { Field } from '#pack/types/field.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, nowIn } from '#platform/database/tx.ts'
import { assentOf } from './agreement-text.ts'
import { peopleCalled } from './queries/people-called.ts'
import type { Request } from './request.ts'

const HINT = 'Their first and last name'
const NOBODY = 'Enter the first and last name of somebody whom the school knows and who may sign this'
const OWN = 'Name somebody else: nobody countersigns what is about themselves'

/** What else a slip asks for. Who countersigns is written down by name: no list of people is shown to whoever signs. */
export function slipFields(pack: Pack, assent: Assent): FieldView[] {
  const naming = new Set(namingFields(assent))
  const written = ({ hint, ...field }: Field): Field => ({ ...field, type: 'text', hint: hint ?? HINT })
  return fieldViews(
    pack,
    assent.fields.map((field) => (naming.has(field.id) ? written(field) : field)),
  )
}

/** Who is named to countersign, by the question in which they are; and what is wrong with a name, by the same. */
export interface Naming {
  readonly people: Readonly<Record<string, string>>
  readonly faults: Readonly<Record<string, string>>
}

/** Finds those whom a slip names to countersign: one person of the school for each name, and never whom the slip is about. */
export async function readNaming(tx: Tx, request: Request, fields: Readonly<Record<string, string>>): Promise<Naming> {
  const { pack } = await policyVersion(tx, request.policyVersionId, request.schoolId)
  const assent = assentOf(pack, request.assent)
  const people: Record<string, string> = {}
  const faults: Record<string, string> = {}
  for (const id of namingFields(assent)) {
    const field = assent.fields.find((one) => one.id === id)
    if (field === undefined) continue
    const found = await asSystem(tx, () => findOne(tx, pack, request, field, fields[id] ?? ''))
    if (found === null) faults[id] = NOBODY
    else if (found === request.aboutId) faults[id] = OWN
    else people[id] = found
  }
  return { people, faults }
}

// Two of one name cannot be told apart on a slip: then nobody is guessed.
async function findOne(tx: Tx, pack: Pack, request: Request, field: Field, name: string): Promise<string | null> {
  const called = await peopleCalled(tx, request.schoolId, name)
  const meant = field.type.startsWith('party/') ? await ofParty(tx, pack, field.type, called) : called
  const [only, more] = meant
  return only === undefined || more !== undefined ? null : only
}

async function ofParty(tx: Tx, pack: Pack, party: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const facts = await personFacts(tx, ids)
  const today = nowIn(tx).toZonedDateTimeISO(SCHOOL_ZONE).toPlainDate()
  const context = audienceContext(pack)
  return ids.filter((id) => {
    const person = facts.get(id)
    return person !== undefined && inParty(pack, party, person, today, context).verdict === 'yes'
  })
}

/** A form with what is wrong with the names on it. */
export const withFaults = <T>(form: Form<T>, { faults }: Naming): Form<T> => ({
  ...form,
  errors: { ...form.errors, ...faults },
})
