import type { Assent } from '../../types/assent.ts'
import type { AskedAssent } from './asked.ts'

/** As whom somebody may take an answer back: the parent, the pupil whom it is about, or whoever it is about and asked of. */
export type TakesBackAs = 'parent' | 'pupil' | 'self'

/** As whom somebody stands to an assent, of those who may ever take it back; null for whoever countersigns, and for strangers. */
export function takesBackAs(assent: Assent, required: AskedAssent, person: string): TakesBackAs | null {
  if (person === required.about) return assent.about === 'each_pupil' ? 'pupil' : 'self'
  const parent = required.slots.some((slot) => slot.of === 'parental_responsibility' && slot.people.includes(person))
  return parent ? 'parent' : null
}

/** Whether an assent may come to count without a parent who is asked: the yes of another is enough, or silence is one. */
export const countsWithout = (assent: Assent, required: AskedAssent, person: string): boolean =>
  required.slots.some(
    (slot) =>
      slot.of === 'parental_responsibility' &&
      slot.people.includes(person) &&
      (assent.silence === 'yes' || (slot.need === 'any' && slot.people.length > 1)),
  )

/** Whether the assent lets somebody take it back. */
export function mayTakeBack(assent: Assent, required: AskedAssent, person: string): boolean {
  const as = takesBackAs(assent, required, person)
  return as !== null && assent.withdraw?.by.includes(as) === true
}
