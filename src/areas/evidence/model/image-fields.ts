import type { EvidenceField } from './fields.ts'
import { answers, may, must } from './fields.ts'

/** When one of these is so, the guidance on sharing nudes and semi-nudes asks to refer at once. */
const REFER_AT_ONCE = ['adult', 'coerced', 'unusual', 'under_13', 'risk'] as const

/** What the initial review meeting decides (UK Council for Internet Safety, sharing nudes and semi-nudes). */
export const reviewFields: readonly EvidenceField[] = [
  must.moment('met', 'When did you meet?'),
  must.text('who', 'Who took part, and as what?'),
  must.person('present', 'Who signs with you?'),
  must.yesNo('adult', 'Is an adult involved?'),
  must.yesNo(
    'coerced',
    'Is there reason to think that a child was coerced, blackmailed or groomed, or could not consent?',
  ),
  must.yesNo('unusual', 'Are sexual acts described that are unusual for the child’s age, or violent?'),
  must.yesNo('under_13', 'Is any child in it under 13?'),
  must.yesNo('risk', 'Is a child at immediate risk of harm, suicide or self-harm?'),
  must.choice('referred', 'To whom is it referred?', {
    options: answers(
      ['both', 'The police and children’s social care'],
      ['police', 'The police'],
      ['care', 'Children’s social care'],
      ['nobody', 'Nobody outside the school'],
    ),
  }),
  must.text('referred_why', 'Why so?'),
  must.choice('view', 'Is it necessary to view anything?', {
    options: answers(
      ['no', 'No: what was described is enough'],
      ['exceptional', 'It may be unavoidable: a decision of its own is written down'],
    ),
  }),
  must.choice('parents', 'Are parents or carers told?', {
    options: answers(['told', 'Yes'], ['not_yet', 'Not yet'], ['not', 'No: it would put a child at risk']),
  }),
  must.text('parents_why', 'How, or why not?'),
  may.text('removal', 'Is anything to be removed from a service, and who asks for it?'),
  may.text('others', 'Who else has to know: another school, another setting?'),
]

/** The decision whether somebody had to view an image, and the record of it when they did. */
export const viewingFields: readonly EvidenceField[] = [
  must.choice('unavoidable', 'Was viewing unavoidable?', {
    options: answers(['no', 'No: nobody viewed anything'], ['yes', 'Yes: there was no other way']),
  }),
  must.text('why', 'Why?'),
  may.person('viewer', 'If yes: who viewed it?', {
    hint: 'The designated safeguarding lead, or who stands in for them.',
  }),
  may.person('approved_by', 'If yes: which head approved it?'),
  may.person('witness', 'If yes: which other member of staff was present?', { hint: 'They need not look.' }),
  may.line('where', 'If yes: where?', { hint: 'On the school’s premises, in an office.' }),
  may.line('when', 'If yes: when?'),
  may.text('nature', 'If yes: what was its nature, in few words?', { hint: 'Nothing is copied, printed or sent.' }),
]

/** What a viewing that took place may not leave out. */
const VIEWED_ASKS = ['viewer', 'approved_by', 'witness', 'where', 'when', 'nature'] as const

/** Faults across the answers of a review: what the guidance asks to refer is referred. */
export function reviewFaults(values: Readonly<Record<string, unknown>>): Record<string, string> {
  const because = REFER_AT_ONCE.filter((id) => values[id] === true)
  if (because.length === 0 || values.referred !== 'nobody') return {}
  return { referred: 'One of your answers asks to refer it at once, to the police or to children’s social care' }
}

/** Faults across the answers about viewing: what was viewed is told whole, by two people at least. */
export function viewingFaults(values: Readonly<Record<string, unknown>>): Record<string, string> {
  if (values.unavoidable !== 'yes') return {}
  return Object.fromEntries(
    VIEWED_ASKS.filter((id) => values[id] === undefined).map((id) => [id, 'Say this, because it was viewed']),
  )
}
