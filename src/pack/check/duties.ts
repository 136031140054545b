import { isByPerson, registerOf } from '../engines/duties/register.ts'
import type { Fault } from '../load/fault.ts'
import type { Duty } from '../types/duty.ts'
import { membersOf, partsOf } from '../types/parts.ts'
import { recordFieldPlaces } from './fields.ts'
import { kindOf, namedIn } from './people.ts'
import type { Places, View } from './view.ts'

/** A duty for each of something is planned for somebody who is there, and its proof can come about. */
export const dutiesPlanned = ({ pack, positions }: View): Fault[] =>
  Object.entries(pack.duties).flatMap(([id, duty]) => [
    ...eachFaults(pack, positions, id, duty),
    ...ownerFaults(pack, positions, id, duty),
    ...registerFaults(pack, positions, id, duty),
    ...coverFaults(pack, positions, id, duty),
  ])

type Look = (pack: View['pack'], positions: Places, id: string, duty: Duty) => Fault[]

/** What nobody would plan: a duty for each account, or for each of something that an event does not name. */
const eachFaults: Look = (pack, positions, id, duty) => {
  const { for_each: each } = duty
  const path = ['duties', id]
  const never = (key: string, says: string) => [positions.fault([...path, key], 'never_planned', says)]
  const byCalendar = 'every' in duty
  const where =
    duty.where !== undefined && each !== 'class' && registerOf(each) === null
      ? never(
          'where',
          'where chooses among classes or entries of a register: say for_each: class, item_of or holder_of.',
        )
      : []
  if (!byCalendar && (each === 'holder' || each === 'class' || registerOf(each) !== null))
    return [
      ...where,
      ...never(
        'for_each',
        'What happens says whom it is about: only a duty by the calendar (every) is for each of these.',
      ),
    ]
  if (byCalendar && (each === 'device' || each === 'account'))
    return [
      ...where,
      ...never(
        'for_each',
        `Nobody knows by the calendar whose ${each} it is: name the register with item_of and held_by.`,
      ),
    ]
  if (byCalendar && each === 'person' && !isOfStaff(pack, duty.for))
    return [
      ...where,
      ...never(
        'for_each',
        'Say with for: which staff or governors: nobody else has a page with duties by the calendar.',
      ),
    ]
  return where
}

function isOfStaff(pack: View['pack'], party: string | undefined): boolean {
  const audience = pack.parties[partsOf(party ?? '')?.id ?? '']
  return audience?.kind === 'audience' && audience.of.every((kind) => kind === 'staff' || kind === 'governor')
}

/** Whoever owns it is somebody: each holder of one post, the person of this turn, the teachers of a class. */
const ownerFaults: Look = (pack, positions, id, duty) => {
  const at = ['duties', id, 'owner']
  const nobody = (path: readonly (string | number)[], says: string) => [positions.fault(path, 'nobody_meant', says)]
  const [only = '', another] = membersOf(duty.owner)
  if (duty.for_each === 'holder')
    return another === undefined && kindOf(pack, only) === 'post'
      ? []
      : nobody(at, 'for_each: holder is for each who holds one post: name that post as owner.')
  if (!('every' in duty)) return relationsFor(pack, positions, id, duty)
  if (isByPerson(duty.for_each))
    return duty.owner === 'person' ? [] : nobody(at, 'Each of them does it for themselves: write owner: person.')
  return [
    ...namedIn(duty.owner, at).flatMap(({ name, path }) => {
      if (name === 'class_teachers' && duty.for_each !== 'class')
        return nobody(path, 'The teachers of which class? Say for_each: class.')
      return ['person', 'subject', 'parents', 'chosen', 'named_in_case'].includes(name)
        ? nobody(path, `By the calendar nobody is the ${name.replaceAll('_', ' ')}: name a party, or say for_each.`)
        : []
    }),
    ...relationsFor(pack, positions, id, duty),
  ]
}

/** Who stands in a relation to whom is not always known: then the party that it names else has the duty. */
const relationsFor: Look = (pack, positions, id, duty) =>
  namedIn(duty.owner, ['duties', id, 'owner']).flatMap(({ name, path }) => {
    const party = pack.parties[partsOf(name)?.id ?? '']
    return party?.kind === 'relation' && party.else === undefined
      ? [
          positions.fault(
            path,
            'nobody_meant',
            `${name} may be nobody: say who does it then, with else: on the relation, or name a post.`,
          ),
        ]
      : []
  })

/** The field that says who holds an entry names one person. */
const registerFaults: Look = (pack, positions, id, duty) => {
  const register = registerOf(duty.for_each)
  if (register === null) return []
  const wrong = fieldFault(pack, register.record, register.heldBy, (type) => type === 'person', 'one person')
  return wrong === null ? [] : [positions.fault(['duties', id, 'for_each', 'held_by'], 'unknown_name', wrong)]
}

/** What is to be covered stands in a field with that list, for a class that another field names. */
const coverFaults: Look = (pack, positions, id, duty) => {
  const { proof } = duty
  if (!('covers' in proof)) return []
  const path = ['duties', id, 'proof']
  const record = proof.in.slice('record/'.length)
  const list = pack.lists[partsOf(proof.of)?.id ?? '']
  const wrong = (key: string, says: string | null) =>
    says === null ? [] : [positions.fault([...path, key], 'unknown_name', says)]
  const named = (key: 'only' | 'except') =>
    (proof[key] ?? []).flatMap((value, index) =>
      list === undefined || list.values.some((one) => one.id === value)
        ? []
        : [positions.fault([...path, key, index], 'unknown_name', `${proof.of} has no value “${value}”.`)],
    )
  return [
    ...wrong(
      'covers',
      fieldFault(pack, record, proof.covers, (type) => type === proof.of, `a value of ${proof.of}`),
    ),
    ...wrong(
      'class',
      fieldFault(pack, record, proof.class, (type) => type === 'class', 'a class'),
    ),
    ...named('only'),
    ...named('except'),
    ...(duty.for_each === 'class' && 'every' in duty
      ? []
      : [
          positions.fault(
            path,
            'never_planned',
            'What a class has covered shows a duty by the calendar for each class: say every and for_each: class.',
          ),
        ]),
  ]
}

function fieldFault(
  pack: View['pack'],
  record: string,
  name: string,
  fits: (type: string) => boolean,
  what: string,
): string | null {
  // A record that nothing defines is another rule's fault.
  if (!(record in pack.records)) return null
  const fields = recordFieldPlaces(pack, record).filter(({ field }) => field.id === name)
  if (fields.length === 0) return `record/${record} has no field “${name}”.`
  return fields.some(({ field }) => fits(field.type)) ? null : `“${name}” of record/${record} does not hold ${what}.`
}
