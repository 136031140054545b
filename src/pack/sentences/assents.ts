import type { Asked, AskedOf, Assent } from '../types/assent.ts'
import { sayAmount } from './amounts.ts'
import { sayEvent, sayOccasion } from './moments.ts'
import { listed, sentence, type Words } from './words.ts'

/** Who signs, about whom, when they are asked, and what silence means. */
export function assentSentence(words: Words, assent: Assent): string {
  const asked = listed(assent.asked_on.map((occasion) => sayOccasion(words, occasion)))
  const silence = assent.silence === undefined ? '' : `; no answer ${SILENCE[assent.silence]}`
  const title = `“${words.whole(assent.says)}”`
  const does = assent.anonymous === true ? 'may answer' : VERB[assent.basis]
  const whom =
    typeof assent.for === 'string' ? words.one(assent.for) : `those named in ${words.thing(assent.for.record)}`
  const own = 'of' in assent.asked && assent.asked.of === 'self'
  const who =
    assent.about === 'self'
      ? `${whom} ${does} ${title}, ${own ? 'each for themselves' : sayAsked(words, assent.asked)}`
      : `for each of the ${whom}, ${sayAsked(words, assent.asked, 'the pupil')} ${does} ${title}`
  return sentence(
    `${who}; asked ${asked}`,
    silence,
    sayEnough(words, assent),
    saySuspended(words, assent),
    sayTakenBack(words, assent),
    sayAnonymous(words, assent),
  )
}

function sayEnough(words: Words, { enough }: Assent): string {
  if (enough === undefined) return ''
  const among = enough.among.length === 0 ? '' : `, ${words.several(enough.among, 'and')} among them`
  return `; enough where ${enough.least} have signed at a school${among}`
}

function saySuspended(words: Words, { suspended_by }: Assent): string {
  const said = suspended_by.map((one) => {
    if (typeof one === 'string' || !('kinds' in one)) return sayOccasion(words, one)
    return `when ${sayEvent(words, one.on)} (${listed(one.kinds.map((kind) => words.thing(kind)))})`
  })
  return said.length === 0 ? '' : `; in question again ${listed(said)}`
}

function sayTakenBack(words: Words, { withdraw }: Assent): string {
  if (withdraw === undefined) return ''
  const by = listed(withdraw.by.map((one) => TAKES_BACK[one]))
  const starts = listed(withdraw.starts.map((one) => words.thing(one)))
  return `; may be taken back by ${by}${withdraw.how === 'written' ? ' in writing' : ''}${starts === '' ? '' : `, which starts ${starts}`}`
}

const TAKES_BACK = { parent: 'a parent', pupil: 'the pupil', self: 'the person themselves' } as const

const sayAnonymous = (words: Words, { anonymous, open_for }: Assent): string =>
  anonymous === true
    ? `; without names: answers are only counted, for each school${open_for === undefined ? '' : `, and shown once ${sayAmount(words, open_for)} are over`}`
    : ''

const VERB = {
  consent: 'may agree to',
  objection: 'may object to',
  acknowledgement: 'must sign',
  information: 'receive',
} as const

const SILENCE = {
  no: 'means no',
  yes: 'counts as yes, once the letter has gone',
  not_given: 'means that it is not signed yet',
  nothing: 'means nothing',
} as const

// Questions of slips go by their own words; one id may stand in several slips, and then asks the same.
const sayField = (words: Words, id: string): string => {
  const field = Object.values(words.pack.assents)
    .flatMap((assent) => assent.fields)
    .find((one) => one.id === id)
  return field === undefined ? id : words.whole(field.asks)
}

/** Who signs, in which order. */
export function sayAsked(words: Words, asked: AskedOf | Asked, self = 'the person themselves'): string {
  if ('in_order' in asked) return asked.in_order.map((one) => sayAsked(words, one, self)).join(', then ')
  if ('all_of' in asked) return listed(asked.all_of.map((one) => sayAsked(words, one, self)))
  if ('field' in asked) return `whoever is named under “${sayField(words, asked.field)}”, who countersigns`
  if (asked.of === 'self') return self
  if (asked.of !== 'parental_responsibility') return `${words.one(asked.of)}, who countersigns`
  return asked.need === 'any' ? 'any one person with parental responsibility' : 'everyone with parental responsibility'
}
