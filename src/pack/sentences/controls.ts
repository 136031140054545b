import { topicsOf } from '../engines/duties/covers.ts'
import { isAboveSchools, levelOfDuty } from '../engines/duties/level.ts'
import { registerOf } from '../engines/duties/register.ts'
import type { Voices } from '../types/decision.ts'
import { isInOrder } from '../types/notify.ts'
import type { Pack } from '../types/pack.ts'
import { partsOf } from '../types/parts.ts'
import { sayAmount, sayCaseLimit, sayDueAt, sayEvery, sayLimit } from './amounts.ts'
import { type Place, sayCondition } from './condition.ts'
import { areMany } from './many.ts'
import { sayEvent, sayLate } from './moments.ts'
import { listed, sentence, type Words } from './words.ts'

type Of<K extends keyof Pack> = Pack[K] extends Record<string, infer T> ? T : never

/** `When somebody leaves the school, the network manager must turn off their accounts within 24 hours.` */
export function dutySentence(words: Words, duty: Of<'duties'>): string {
  const does = `${sayOwner(words, duty)} must ${words.within(duty.says)}${sayLevel(words, duty)}`
  const late = `${sayCovers(words, duty)}${sayReminders(words, duty)}${sayLate(words, duty.late)}`
  if ('on' in duty)
    return sentence(`when ${sayEvent(words, duty.on)}, ${does} ${sayCaseLimit(words, duty.within)}`, late)
  if ('from' in duty) {
    const limit = duty.within === undefined ? '' : ` ${sayCaseLimit(words, duty.within)}`
    return sentence(`${does}${limit}, counted from a date of ${words.thing(duty.from)}`, late)
  }
  const due = duty.due === undefined ? '' : `, by ${sayDueAt(words, duty.due)}`
  const spread = duty.spread === 'random' ? ', on days that nobody can foresee' : ''
  return sentence(`${sayEvery(words, duty.every)}, ${does}${due}${spread}`, late)
}

/** Whoever does it; of those who each do it for themselves, that they do. */
function sayOwner(words: Words, duty: Of<'duties'>): string {
  const { for_each: each, where } = duty
  const register = registerOf(each)
  const which = where === undefined ? '' : `, if ${sayCondition(words, where, register === null ? {} : register)},`
  if (each === 'holder') return `whoever is ${words.who(duty.owner)}, each for themselves,`
  if (each === 'person' && 'every' in duty)
    return duty.for === undefined ? 'everybody' : `${words.one(duty.for)}, each for themselves,`
  if (each === 'class' && which !== '') return `for each class${which} ${words.who(duty.owner)}`
  if (register === null) return words.who(duty.owner)
  const entry = `whoever holds an entry of ${words.thing(`record/${register.record}`)}`
  return `${entry}${which}${register.once === 'item' ? ' for each entry' : ''}`
}

/** When whoever has it is reminded: `a reminder goes 2 months before`. */
function sayReminders(words: Words, { remind }: Of<'duties'>): string {
  if (remind.length === 0) return ''
  return `; a reminder goes ${listed(remind.map((amount) => sayAmount(words, amount)))} before`
}

/** What the register has to show before it is done. */
function sayCovers(words: Words, { proof }: Of<'duties'>): string {
  if (!('covers' in proof)) return ''
  const count = topicsOf(words.pack, proof).length
  return `; it is done when each of the ${count} values of ${words.thing(proof.of)} stands in ${words.thing(proof.in)} for the class`
}

// A duty of one level is done there once; of a school nobody has to say so.
function sayLevel({ pack }: Words, duty: Of<'duties'>): string {
  const level = levelOfDuty(pack, duty)
  if (isAboveSchools(pack, level)) return ', once for all schools'
  return level === 'site' ? ' at each site' : ''
}

// Those who hold a post at the site that the form names.
function sayThere(words: Words, { on, at }: Of<'notify'>): string {
  if (at === undefined) return ''
  const field = words.pack.records[partsOf(on)?.id ?? '']?.fields.find((one) => one.id === at)
  return ` (of the site that “${field === undefined ? at : words.whole(field.asks)}” names)`
}

/** Who is told, when, and what happens when nobody answers. */
export function notifySentence(words: Words, notify: Of<'notify'>): string {
  const within = notify.within === undefined ? '' : ` ${sayLimit(words, notify.within)}`
  const inOrder = isInOrder(notify.to)
  const next = inOrder
    ? 'when nobody has taken it the next is called, until somebody has'
    : 'without an answer they are asked again'
  const chase = notify.chase === undefined ? '' : `; after ${sayAmount(words, notify.chase)} ${next}`
  const then = notify.then_tell === undefined ? '' : `, and then ${words.one(notify.then_tell)} is told`
  return sentence(
    `when ${sayEvent(words, notify.on)}${notify.when === undefined ? '' : ` and ${sayCondition(words, notify.when, placeOf(notify.on))}`}, `,
    `${words.who(notify.to)}${sayThere(words, notify)} ${areMany(words, notify.to) ? 'are' : 'is'} ${inOrder ? 'called' : 'told'}${within}: ${words.whole(notify.says)}`,
    chase,
    then,
  )
}

/** What is withheld, from whom, until when, and who holds it. */
export function guardSentence(words: Words, guard: Of<'guards'>): string {
  const whom = guard.for === undefined ? '' : ` for ${words.one(guard.for)}`
  const holder = guard.held_by === 'kept' ? 'Kept refuses' : `${words.one(guard.held_by)} holds this, and states it`
  const grace = guard.grace === undefined ? '' : `; ${sayAmount(words, guard.grace.for)} of grace`
  const off = guard.active ? '' : '; it is switched off at this school'
  const unless = sayCondition(words, guard.unless, placeOf(guard.stops))
  return sentence(`${words.thing(guard.stops)} stays shut${whom} unless ${unless}: ${holder}${grace}${off}`)
}

/** The record or flow beside which a condition stands. */
function placeOf(ref: string): Place {
  const parts = partsOf(ref)
  if (parts?.kind === 'flow') return { flow: parts.id }
  return parts?.kind === 'record' ? { record: parts.id } : {}
}

/** Who says yes, in which order, and what silence means. */
export function decisionSentence(words: Words, decision: Of<'decisions'>): string {
  const within = decision.within === undefined ? '' : ` ${sayLimit(words, decision.within)}`
  const silence = { refused: '; no answer counts as no', open: '', agreed: '; no answer counts as yes' }[
    decision.silence
  ]
  return sentence(
    `${sayVoices(words, decision.by)} must say yes${within}: ${words.whole(decision.says)}`,
    silence,
    '; nobody decides on their own request',
  )
}

function sayVoices(words: Words, voices: Voices): string {
  if ('in_order' in voices) return voices.in_order.map((voice) => sayVoices(words, voice)).join(', then ')
  if ('body' in voices) return `${words.one(voices.body)}, by resolution,`
  if ('any' in voices) return words.who(voices)
  return words.who(voices)
}

/** A rule of conduct, who it binds and what a breach is recorded as. */
export function conductSentence(words: Words, conduct: Of<'conduct'>): string {
  const signed =
    conduct.acknowledged_in.length === 0
      ? ''
      : `; they sign it in ${listed(conduct.acknowledged_in.map((ref) => words.thing(ref)))}`
  return sentence(`rule for ${words.several(conduct.for, 'and')}: ${words.whole(conduct.says)}`, signed)
}

/** A measure, who holds it and who looks whether it stands. */
export function measureSentence(words: Words, measure: Of<'measures'>): string {
  const holder = measure.held_by === 'kept' ? 'Kept holds it' : `${words.one(measure.held_by)} holds it`
  const checked =
    measure.checked === undefined
      ? ''
      : `, and ${words.who(measure.checked.by)} checks it ${sayEvery(words, measure.checked.every)}`
  return sentence(`${words.whole(measure.says)}: ${holder}${checked}`)
}
