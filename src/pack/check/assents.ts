import type { Fault } from '../load/fault.ts'
import type { Path } from '../load/positions.ts'
import type { Asked, Assent } from '../types/assent.ts'
import { audienceOf } from '../types/assent.ts'
import { partsOf } from '../types/parts.ts'
import type { RuleId } from './rules.ts'
import type { View } from './view.ts'

/** What an agreement, consent or receipt must make plain. */
export const assents = (view: View): Fault[] =>
  Object.entries(view.pack.assents).flatMap(([id, assent]) => [
    ...silence(assent, ['assents', id], view),
    ...basis(assent, ['assents', id], view),
    ...audience(assent, ['assents', id], view),
    ...enough(assent, ['assents', id], view),
    ...postsMeant(assent, ['assents', id], view),
    ...countersigning(assent, ['assents', id], view),
    ...inRecord(assent, ['assents', id], view),
  ])

function silence(assent: Assent, path: Path, { positions }: View): Fault[] {
  if (assent.silence === undefined)
    return [positions.faultAtKey(path, 'no_silence', 'Say with silence: what it means when nobody answers.')]
  if (assent.silence !== 'yes') return []
  if (assent.basis !== 'objection')
    return [
      positions.fault(
        [...path, 'silence'],
        'silence_is_no_yes',
        'Silence may count as yes only where the basis is objection.',
      ),
    ]
  return assent.after_letter === undefined
    ? [
        positions.fault(
          [...path, 'silence'],
          'silence_is_no_yes',
          'Silence may count as yes only after a letter: name it with after_letter:.',
        ),
      ]
    : []
}

function basis(assent: Assent, path: Path, { positions }: View): Fault[] {
  const faults = assent.items.flatMap((item, index) =>
    item.answer === 'yes_no' &&
    assent.anonymous !== true &&
    (assent.basis === 'acknowledgement' || assent.basis === 'information')
      ? [
          positions.fault(
            [...path, 'items', index, 'answer'],
            'not_consent',
            `This asks for a yes or a no, but the basis is ${assent.basis}: consent is something else.`,
          ),
        ]
      : [],
  )
  if (assent.basis === 'consent' && assent.withdraw === undefined)
    faults.push(
      positions.fault(
        [...path, 'basis'],
        'no_withdrawal',
        'Consent can always be withdrawn: say with withdraw: by whom and how.',
      ),
    )
  const nobody = (assent.withdraw?.by ?? []).findIndex((one) => (one === 'self') === (assent.about === 'each_pupil'))
  if (nobody >= 0)
    faults.push(
      positions.fault(
        [...path, 'withdraw', 'by', nobody],
        'no_withdrawal',
        assent.about === 'each_pupil'
          ? 'This is about each pupil: parent or pupil take it back.'
          : 'This is about whoever answers: self takes it back.',
      ),
    )
  // What waits for an answer without a name may be asked once more; it is never overdue all the same.
  if (assent.basis === 'information' && assent.reminders !== undefined && assent.anonymous !== true)
    faults.push(
      positions.fault(
        [...path, 'reminders'],
        'never_overdue',
        'What is for information only is never overdue: leave reminders out.',
      ),
    )
  return faults
}

function audience(assent: Assent, path: Path, { pack, positions }: View): Fault[] {
  const party = pack.parties[partsOf(audienceOf(assent) ?? '')?.id ?? '']
  if (party?.kind !== 'audience') return []
  if (assent.about === 'each_pupil' && party.of.some((kind) => kind !== 'pupil'))
    return [
      positions.fault(
        [...path, 'for'],
        'wrong_audience',
        `This is about each pupil, but ${audienceOf(assent) ?? ''} is not pupils alone.`,
      ),
    ]
  const parents = JSON.stringify(assent.asked).includes('parental_responsibility')
  return parents && assent.about === 'self'
    ? [
        positions.fault(
          [...path, 'asked'],
          'wrong_audience',
          'Those with parental responsibility sign about a pupil: write about: each_pupil.',
        ),
      ]
    : []
}

/** Where some signatures stand for all, nobody's own consent may be among them, and those who must be are posts. */
function enough(assent: Assent, path: Path, { pack, positions }: View): Fault[] {
  if (assent.enough === undefined) return []
  const at = [...path, 'enough']
  const own =
    assent.basis === 'acknowledgement' && assent.about === 'self'
      ? []
      : [
          positions.fault(
            at,
            'not_consent',
            'One person’s yes is never enough for another’s: enough stands with basis: acknowledgement and about: self.',
          ),
        ]
  return [
    ...own,
    ...assent.enough.among.flatMap((name, index) => {
      const party = pack.parties[partsOf(name)?.id ?? '']
      return party === undefined || party.kind === 'post'
        ? []
        : [
            positions.fault(
              [...at, 'among', index],
              'wrong_party_kind',
              `${name} is no post: who must be among them holds one.`,
            ),
          ]
    }),
  ]
}

/** What is taken up is a post. */
const postsMeant = (assent: Assent, path: Path, { pack, positions }: View): Fault[] =>
  assent.asked_on.flatMap((one, index) => {
    if (typeof one === 'string' || !('post' in one)) return []
    const party = pack.parties[partsOf(one.post)?.id ?? '']
    const says = `${one.post} is no post, so nobody takes it up.`
    return party === undefined || party.kind === 'post'
      ? []
      : [positions.fault([...path, 'asked_on', index, 'post'], 'wrong_party_kind', says)]
  })

/** A post countersigns what somebody else has signed. */
function countersigning(assent: Assent, path: Path, view: View): Fault[] {
  const { pack, positions } = view
  const { asked } = assent
  const key = 'all_of' in asked ? 'all_of' : 'in_order' in asked ? 'in_order' : null
  const all: readonly Asked[] = 'all_of' in asked ? asked.all_of : 'in_order' in asked ? asked.in_order : [asked]
  return all.flatMap((one, index) => {
    if ('field' in one)
      return namedOnSlip(assent, one.field, [...path, 'asked', ...(key === null ? [] : [key, index]), 'field'], view)
    if (one.of === 'self' || one.of === 'parental_responsibility') return []
    const at = [...path, 'asked', ...(key === null ? [] : [key, index]), 'of']
    const party = pack.parties[partsOf(one.of)?.id ?? '']
    if (party !== undefined && party.kind !== 'post')
      return [positions.fault(at, 'wrong_party_kind', `${one.of} is no post: who countersigns holds one.`)]
    return all.some(signsFirst)
      ? []
      : [
          positions.fault(
            at,
            'wrong_audience',
            'Whoever countersigns needs somebody who signs: name self or parental_responsibility too.',
          ),
        ]
  })
}

const signsFirst = (one: Asked): boolean => 'of' in one && (one.of === 'self' || one.of === 'parental_responsibility')

/** Who is named on the slip countersigns after whoever names them, in a question that has to be answered by a person. */
function namedOnSlip(assent: Assent, name: string, at: Path, { positions }: View): Fault[] {
  const fault = (...said: [RuleId, string]) => [positions.fault(at, ...said)]
  const field = assent.fields.find((one) => one.id === name)
  if (field === undefined) return fault('unknown_name', `This slip asks for no “${name}”: add it to its fields.`)
  const person = field.type === 'person' || field.type.startsWith('party/')
  if (!person || !field.required || field.many || field.when !== undefined)
    return fault(
      'nobody_meant',
      `“${name}” does not always name one person: give it the type person or party/…, and no condition.`,
    )
  const { asked } = assent
  const before =
    'in_order' in asked
      ? asked.in_order.slice(
          0,
          asked.in_order.findIndex((one) => 'field' in one && one.field === name),
        )
      : []
  return before.some(signsFirst)
    ? []
    : fault(
        'wrong_audience',
        'Whoever is named on the slip signs after whoever names them: write in_order: [{ of: self }, { field: … }].',
      )
}

/** Who is named in a record is asked because of something that happens in it, in parts that it has. */
function inRecord(assent: Assent, path: Path, { pack, positions }: View): Fault[] {
  if (typeof assent.for === 'string') return []
  const { record: ref, parts } = assent.for
  const record = pack.records[partsOf(ref)?.id ?? '']
  if (record === undefined) return []
  const unknown = parts.flatMap((part, index) =>
    record.parts.some((one) => one.id === part)
      ? []
      : [positions.fault([...path, 'for', 'parts', index], 'unknown_part', `${ref} has no part “${part}”.`)],
  )
  const asking = assent.asked_on.every((one) => typeof one === 'string' && one.startsWith(`${ref}#`))
  const says = `Those named in a record are asked at a moment of it: write asked_on: ["${ref}#opened"] or one of its steps.`
  return asking ? unknown : [...unknown, positions.fault([...path, 'asked_on'], 'wrong_audience', says)]
}
